import type { UnfitText } from '../../prisma/wordings/unfit.ts';
import { SHIPPED } from '../../templates/texts/catalogue.ts';
import { faultInWords } from '../../templates/words/faults/faultWordsIn.ts';
import { textHref, textName } from '../textName.ts';
import type { Visit } from '../visit.ts';

type Props = { readonly visit: Visit; readonly unfit: readonly UnfitText[] };

/** Own texts that didn't fit a case, whose place the shipped one took: which, where and why. */
export const UnfitTexts = ({ visit, unfit }: Props) => {
  const { words, formats, language } = visit;
  const { texts } = words;
  if (unfit.length === 0) return null;
  return (
    <section class="notice" aria-labelledby="unfit">
      <h2 id="unfit">{texts.unfitTitle(unfit.length)}</h2>
      <p>{texts.unfitLead}</p>
      <ul>
        {unfit.map(({ name, cases, faults }) => (
          <li>
            <a href={textHref(name)}>{textName(visit, SHIPPED.find((one) => one.name === name)?.step ?? name)}</a>{' '}
            <code>{name}</code>
            {' · '}
            {cases.slice(0, 3).map(({ invoiceId, number, on }, index) => (
              <>
                {index === 0 ? '' : ', '}
                <a href={`/invoices/${encodeURIComponent(invoiceId)}`}>{number}</a> ({formats.shortDay(on)})
              </>
            ))}
            {cases.length > 3 ? ` ${texts.unfitMore(cases.length - 3)}` : ''}
            <ul>
              {faults.map((fault) => (
                <li>{faultInWords(language, fault) ?? fault.detail}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
};
