import type { Preview } from '../../prisma/wordings/preview.ts';
import { Markdown } from '../parts/markdown.tsx';
import { TextFaults } from '../parts/textFaults.tsx';
import type { Reader } from '../visit.ts';

/** What isn't an e-mail, or can't leave as it is, as a small page in the frame of the editor. */
export const ShownText = ({
  reader,
  preview,
  source,
}: {
  readonly reader: Reader;
  readonly preview: Preview;
  readonly source: string;
}) => (
  <html lang={reader.language}>
    <head>
      <meta charset="utf-8" />
      <meta name="color-scheme" content="light dark" />
      <title>{preview.subject}</title>
      <style>{STYLE}</style>
    </head>
    <body>
      {preview.faults.length === 0 ? null : (
        <TextFaults visit={reader} title={reader.words.texts.shownFaults} faults={preview.faults} source={source} />
      )}
      {preview.subject === '' ? null : <h1 lang={preview.shownIn.language}>{preview.subject}</h1>}
      <Markdown text={preview.markdown} lang={preview.shownIn.language} />
    </body>
  </html>
);

const STYLE = `
body { font: 1rem/1.55 ui-sans-serif, system-ui, 'Liberation Sans', sans-serif; margin: 1.25rem; }
h1 { font-size: 1.15rem; }
h2, h3 { font-size: 1rem; }
table { border-collapse: collapse; }
td, th { padding: 0.2rem 0.7rem 0.2rem 0; text-align: left; vertical-align: top; }
.refusal { border: 2px solid #9b2c1f; border-radius: 0.5rem; padding: 0 1rem; margin-bottom: 1.25rem; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; margin: 0.2rem 0; font-size: 0.85rem; }
`;
