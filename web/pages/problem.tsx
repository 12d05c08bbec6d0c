import { Shell } from '../parts/frame.tsx';
import { Mark } from '../parts/mark.tsx';
import type { Reader } from '../visit.ts';

/** What can't be shown, in words. */
export const ProblemPage = ({
  reader,
  title,
  text,
  requestId,
}: {
  readonly reader: Reader;
  readonly title: string;
  readonly text: string;
  readonly requestId?: string;
}) => (
  <Shell reader={reader} title={title}>
    <main id="content" class="door" tabIndex={-1}>
      <p class="brand">
        <Mark /> Huitaine
      </p>
      <h1>{title}</h1>
      <p class="lead">{text}</p>
      {requestId === undefined ? null : <code>{requestId}</code>}
      <p>
        <a href="/">{reader.words.problems.back}</a>
      </p>
    </main>
  </Shell>
);
