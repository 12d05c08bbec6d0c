import type { DocumentRow } from '../../prisma/correspondence.ts';
import type { LedgerLine } from '../../prisma/desk/caseHistory.ts';
import type { Visit } from '../visit.ts';

/** What was paid, credited or went back. */
export const Ledger = ({ visit, lines }: { readonly visit: Visit; readonly lines: readonly LedgerLine[] }) => {
  const { words, formats } = visit;
  return (
    <section aria-labelledby="ledger">
      <h2 id="ledger">{words.invoice.ledger}</h2>
      {lines.length === 0 ? (
        <p class="quiet">{words.invoice.noLedger}</p>
      ) : (
        <ul class="plainlist ledger">
          {lines.map(({ kind, on, amount, note }) => (
            <li>
              <span>
                {formats.shortDay(on)} · {words.invoice.ledgerKinds[kind]}
                {note === null ? '' : ` · ${note}`}
              </span>
              <span class="money">{formats.money(amount)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};

/** The letters of the case, each to download as it was made. */
export const Letters = ({ visit, letters }: { readonly visit: Visit; readonly letters: readonly DocumentRow[] }) => {
  const { words, formats } = visit;
  if (letters.length === 0) return null;
  return (
    <section aria-labelledby="letters">
      <h2 id="letters">{words.invoice.letters}</h2>
      <ul class="plainlist">
        {letters.map((letter) => (
          <li>
            <a href={`/documents/${letter.id}`} download>
              {words.post.kinds[letter.kind] ?? letter.kind} {letter.number ?? ''}
            </a>
            <p class="quiet">
              {words.invoice.made(formats.day(letter.madeOn))}
              {letter.postedOn === null ? '' : `, ${words.invoice.posted(formats.day(letter.postedOn))}`}
              {letter.voidedOn === null ? '' : `, ${words.invoice.void(formats.day(letter.voidedOn))}`}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
};
