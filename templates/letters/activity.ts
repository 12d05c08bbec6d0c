import { Packer } from 'docx';
import { formatsFor } from '../formats.ts';
import type { Formats } from '../formats.ts';
import { spacesFor } from '../typography.ts';
import type { ActivityPhrases } from '../words/activity/phrases.ts';
import { activityPhrasesIn } from '../words/activity/phrasesIn.ts';
import type { Block } from './blocks.ts';
import { continuationSaying } from './frame.ts';
import { grid, type GridCell } from './grid.ts';
import { inHouseStyle } from './house.ts';
import { headOf } from './letterhead.ts';
import { heading, remark, said, saidBefore, title } from './plain.ts';
import type { Act, ActivityInvoice, ActivityWords } from './reports.ts';

type Print = { readonly words: ActivityPhrases; readonly formats: Formats; readonly spaced: (text: string) => string };

/** The recovery activity report, as .docx in the creditor's language: fit to be handed to a lawyer, an agency or a manager. */
export const renderActivity = async (report: ActivityWords): Promise<Uint8Array> => {
  const { language, creditor, on, from, madeOn, invoices } = report;
  const words = activityPhrasesIn(language);
  const formats = formatsFor(language);
  const print: Print = { words, formats, spaced: spacesFor(language) };
  const heads = words.title(from === null ? null : formats.date(from), formats.date(on));
  const document = inHouseStyle(report, {
    title: `${words.kind}, ${heads}`,
    description: words.kind,
    continuation: continuationSaying(`${creditor.name} · ${words.kind} · ${formats.date(on)}`),
    children: [
      headOf(report, { dated: null, references: [words.kind], recipient: [] }),
      title(heads),
      said(print.spaced(words.made(formats.date(madeOn)))),
      ...summary(report, print),
      remark(print.spaced(words.proofs)),
      ...invoices.flatMap((invoice) => section(invoice, print)),
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
};

const summary = ({ totals }: ActivityWords, { words, formats, spaced }: Print): Block[] => [
  heading(words.whole),
  said(spaced(words.invoices(totals.invoices))),
  said(spaced(words.reminders(totals.written, totals.spoken, totals.inPerson))),
  ...(totals.vainCalls > 0 ? [said(spaced(words.vain(totals.vainCalls)))] : []),
  ...totals.sums.flatMap(({ received, principal, accessories, total }) => [
    grid(
      [41, 41, 41],
      [
        [right(words.received), right(words.principal), right(words.accessories), right(words.total)],
        [received, principal, accessories, total].map((amount) => right(formats.money(amount))),
      ],
    ),
  ]),
  remark(spaced(words.noCosts)),
];

const right = (text: string): GridCell => ({ lines: [text], right: true });
const left = (...lines: readonly (string | null)[]): GridCell => {
  const full = lines.filter((line): line is string => line !== null && line !== '');
  return { lines: full.length === 0 ? [''] : full };
};

const section = (invoice: ActivityInvoice, { words, formats, spaced }: Print): Block[] => {
  const { number, debtor, issuedOn, dueOn, amount, subject, principal, interest, indemnity, total, status, outcome } =
    invoice;
  const { columns } = words;
  const state = outcome === null ? (words.states[status] ?? status) : (words.results[outcome] ?? outcome);
  return [
    heading(spaced(words.invoice(number, debtor))),
    saidBefore(
      spaced(
        `${words.facts(formats.date(issuedOn), formats.date(dueOn), formats.money(amount))} ${subject} (${state}).`,
      ),
    ),
    saidBefore(
      spaced(
        words.open(formats.money(principal), formats.money(interest), formats.money(indemnity), formats.money(total)),
      ),
    ),
    ...(invoice.unofficialRates.length === 0
      ? []
      : [
          remark(
            spaced(
              words.unofficial(
                invoice.unofficialRates.map(({ ratePct, from, to, source }) =>
                  words.rateOf(formats.percent(ratePct), formats.dateShort(from), formats.dateShort(to), source),
                ),
              ),
            ),
          ),
        ]),
    ...(invoice.acts.length === 0
      ? [remark(spaced(words.nothing))]
      : [
          grid(
            [17, 38, 42, 30],
            [
              [left(columns.day), left(columns.what), left(columns.to), left(columns.result), left(columns.proof)],
              ...invoice.acts.map((one) => rowOf(one, { words, formats, spaced })),
            ],
          ),
        ]),
  ];
};

const rowOf = (act: Act, { words, formats, spaced }: Print): readonly GridCell[] => {
  const channel = act.channel === null ? null : (words.channels[act.channel] ?? act.channel);
  const what = [words.acts[act.kind], channel].filter(Boolean).join(', ');
  const level = act.level === null ? null : words.level(act.level);
  return [
    left(formats.dateShort(act.on)),
    left(what, level, act.about === null ? null : spaced(act.about)),
    left(act.to, act.by === null ? null : words.by(act.by)),
    left(
      act.result === null ? null : (words.results[act.result] ?? act.result),
      act.amount === null ? null : formats.money(act.amount),
      act.until === null ? null : words.until(formats.dateShort(act.until)),
    ),
    left(...proofLines(act, { words, formats, spaced })),
  ];
};

/** So many signs of a hash tell two stored texts apart. */
const SIGNS = 12;

const proofLines = ({ proof }: Act, { words, formats }: Print): readonly (string | null)[] => {
  if (proof === null) return [];
  const { messageId, documentId, documentNumber, sha256, postedOn, presentedOn, trackingNumber } = proof;
  return [
    documentId !== null ? `${words.document}${documentNumber ? ` ${documentNumber}` : ''}` : messageId && words.message,
    sha256 === null ? null : sha256.slice(0, SIGNS),
    postedOn === null ? null : words.posted(formats.dateShort(postedOn)),
    presentedOn === null ? null : words.presented(formats.dateShort(presentedOn)),
    trackingNumber === null ? null : words.tracking(trackingNumber),
  ];
};
