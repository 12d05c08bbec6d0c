import type { TextFault } from '../../templates/texts/text.ts';
import { faultInWords } from '../../templates/words/faults/faultWordsIn.ts';
import type { Reader } from '../visit.ts';

/** What is wrong with a text, each fault under the line where it lies. */
export const TextFaults = ({
  visit: { language, words },
  title,
  faults,
  source,
  field = null,
}: {
  readonly visit: Pick<Reader, 'language' | 'words'>;
  readonly title: string;
  readonly faults: readonly TextFault[];
  readonly source: string;
  /** The id of the field that holds the source, where it is on the page: faults lead to their lines. */
  readonly field?: string | null;
}) => {
  const lines = source.split('\n');
  return (
    <div class="refusal" role="alert" id="refusal" tabIndex={-1}>
      <h2>{title}</h2>
      <ul>
        {faults.map(({ line, detail, debtorKinds, ...ruled }) => (
          <li>
            {line === null || field === null ? (
              <strong>{line === null ? words.texts.whole : words.texts.line(line)}</strong>
            ) : (
              <a href={`#${field}`} data-line={line}>
                {words.texts.line(line)}
              </a>
            )}{' '}
            {faultInWords(language, ruled) ?? detail}
            {debtorKinds === undefined || debtorKinds.length === 4
              ? null
              : ` (${words.texts.onlyFor(debtorKinds.map((kind) => words.texts.samples[kind] ?? kind).join(', '))})`}
            {line === null ? null : <pre class="at">{lines[line - 1] ?? ''}</pre>}
          </li>
        ))}
      </ul>
      <p class="quiet">{words.texts.inForce}</p>
    </div>
  );
};
