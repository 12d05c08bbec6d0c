import type { LetterheadVersion } from '../../prisma/wordings/letterhead.ts';
import type { PaperFault } from '../../templates/letters/paper/check.ts';
import { Frame } from '../parts/frame.tsx';
import type { Visit } from '../visit.ts';

type Props = {
  readonly visit: Visit;
  readonly versions: readonly LetterheadVersion[];
  readonly faults: readonly PaperFault[];
  readonly saved: boolean;
};

/** The creditor's own letterhead: what it may hold, and the file. */
export const LetterheadPage = ({ visit, versions, faults, saved }: Props) => {
  const { words, formats } = visit;
  const { paper } = words.texts;
  const own = typeof versions[0]?.sha256 === 'string';
  const admin = visit.session.actor.kind === 'admin';
  return (
    <Frame visit={visit} title={paper.title} current="texts">
      <nav class="place" aria-label={words.texts.title}>
        <a href="/texts">← {words.texts.title}</a>
      </nav>
      <h1>{paper.title}</h1>
      <p class="lead">{paper.lead}</p>
      {saved ? (
        <p class="done" role="status">
          {paper.saved}
        </p>
      ) : null}
      {faults.length === 0 ? null : (
        <div class="refusal" role="alert" id="refusal" tabIndex={-1}>
          <h2>{paper.faults}</h2>
          <ul lang="en">
            {faults.map(({ detail }) => (
              <li>{detail}</li>
            ))}
          </ul>
        </div>
      )}
      <p>{own ? <a href="/letterhead/file">{paper.current}</a> : paper.none}</p>
      <p>
        <a href="/letterhead/start">{paper.start}</a>
      </p>
      <h2>{paper.places}</h2>
      <dl class="places">
        {paper.placeLines.map(([place, what]) => (
          <div>
            <dt>
              <code>{place}</code>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <p class="quiet">{paper.absent}</p>
      {admin ? (
        <form method="post" action="/letterhead" encType="multipart/form-data">
          <div class="field">
            <label for="file">{paper.file}</label>
            <input id="file" type="file" name="file" accept=".docx" required />
          </div>
          <p class="buttons">
            <button type="submit">{paper.upload}</button>
            {own ? (
              <button class="second" type="submit" formaction="/letterhead/back" formnovalidate>
                {paper.back}
              </button>
            ) : null}
          </p>
        </form>
      ) : (
        <p class="quiet">{words.texts.readOnly}</p>
      )}
      {versions.length === 0 ? null : (
        <>
          <h2>{words.texts.versions}</h2>
          <ol class="plainlist">
            {versions.map(({ version, by, createdAt, filename }) => (
              <li>
                {words.texts.changed(version, by, formats.instant(createdAt))} · {filename ?? paper.house}
              </li>
            ))}
          </ol>
        </>
      )}
    </Frame>
  );
};
