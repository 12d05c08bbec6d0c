import { Packer, Paragraph, TextRun } from 'docx';
import type { Money } from '../../domain/money.ts';
import { isUnofficial } from '../../domain/interest/rateTable.ts';
import { formatsFor, ibanText } from '../formats.ts';
import type { Formats } from '../formats.ts';
import { spacesFor } from '../typography.ts';
import { phrasesIn } from '../words/phrasesIn.ts';
import type { Block } from './blocks.ts';
import { continuationSaying } from './frame.ts';
import { grid, type GridCell } from './grid.ts';
import { inHouseStyle } from './house.ts';
import { headOf, recipientLines } from './letterhead.ts';
import { heading, remark, said, saidBefore, title } from './plain.ts';
import type { AccountLine, AccountTotals, AccountWords } from './reports.ts';
import type { StatementPhrases } from '../words/statement/phrases.ts';
import { statementPhrasesIn } from '../words/statement/phrasesIn.ts';

/** A customer's statement of account, as .docx in his language. */
export const renderStatement = async (account: AccountWords): Promise<Uint8Array> => {
  const { language, creditor, debtor, on, invoices } = account;
  const words = statementPhrasesIn(language);
  const formats = formatsFor(language);
  const { letter } = phrasesIn(language);
  const spaced = spacesFor(language);
  const heads = spaced(words.title(formats.date(on)));
  const document = inHouseStyle(account, {
    title: heads,
    description: words.kind,
    continuation: continuationSaying(words.continuation(creditor.name, debtor.name)),
    children: [
      headOf(account, {
        dated: letter.placeAndDate(creditor.address.city, formats.date(on)),
        references: [words.kind, creditor.phone && letter.phone(creditor.phone), creditor.email].filter(
          (line): line is string => typeof line === 'string',
        ),
        recipient: recipientLines(account),
      }),
      title(heads),
      ...(invoices.length === 0
        ? [said(spaced(words.nothing))]
        : [
            said(spaced(words.intro)),
            ...tables(account, words, formats),
            ...promises(account, words, formats),
            ...payments(account, words, formats),
            ...howToPay(account, words),
            ...annex(account, words, formats),
          ]),
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
};

const right = (text: string, bold = false): GridCell => ({ lines: [text], right: true, bold });
const left = (...lines: readonly string[]): GridCell => ({ lines });

/** A figure of a column whose currency stands in its last line. */
const figure = (formats: Formats, amount: Money): string =>
  formats.money(amount).replace(/[\s\u00a0\u202f]*€[\s\u00a0\u202f]*/, '');

const tables = (account: AccountWords, words: StatementPhrases, formats: Formats): Block[] =>
  account.totals.flatMap((totals) => [table(linesIn(account, totals.currency), totals, words, formats), gap()]);

const linesIn = ({ invoices }: AccountWords, currency: string): readonly AccountLine[] =>
  invoices.filter(({ amount }) => amount.currency === currency);

/** Where nothing besides the principal is owed, there is no column for it. */
const table = (
  lines: readonly AccountLine[],
  totals: AccountTotals,
  { columns, issued, due, sum }: StatementPhrases,
  formats: Formats,
): Block => {
  const accessories = totals.interest.minor > 0 || totals.indemnity.minor > 0;
  const amounts = (row: Omit<AccountTotals, 'currency'>, bold: boolean): GridCell[] => [
    right(figure(formats, row.amount), bold),
    right(figure(formats, row.settled), bold),
    right(figure(formats, row.principal), bold),
    ...(accessories ? [right(figure(formats, row.interest), bold), right(figure(formats, row.indemnity), bold)] : []),
    right(figure(formats, row.total), true),
  ];
  const head = [
    left(columns.invoice),
    left(columns.days),
    right(columns.amount),
    right(columns.settled),
    right(columns.principal),
    ...(accessories ? [right(columns.interest), right(columns.indemnity)] : []),
    right(columns.total),
  ];
  return grid(accessories ? [32, 23.5, 17.5, 21, 17.5, 13.5, 21.5] : [46, 30, 22, 24, 21], [
    head,
    ...lines.map((line) => [
      left(line.number, line.subject),
      left(issued(formats.dateShort(line.issuedOn)), due(formats.dateShort(line.dueOn))),
      ...amounts(line, false),
    ]),
    [{ lines: [sum(totals.currency)], bold: true }, left(''), ...amounts(totals, true)],
  ]);
};

const promises = ({ invoices, language }: AccountWords, words: StatementPhrases, formats: Formats): Block[] =>
  invoices.flatMap(({ number, promisedUntil, missingFrom, interest, indemnity }) => [
    ...(promisedUntil !== null && interest.minor + indemnity.minor > 0
      ? [remark(spacesFor(language)(words.promise(number, formats.date(promisedUntil))))]
      : []),
    ...(missingFrom === null
      ? []
      : [remark(spacesFor(language)(words.missingRate(number, formats.date(missingFrom))))]),
  ]);

const payments = ({ payments: received }: AccountWords, words: StatementPhrases, formats: Formats): Block[] =>
  received.length === 0
    ? []
    : [
        heading(words.received),
        ...received.map(({ on, number, amount }) =>
          said(`${formats.date(on)}\u00a0· ${words.forInvoice(number)}\u00a0· ${formats.money(amount)}`),
        ),
      ];

const howToPay = ({ creditor, invoices, language }: AccountWords, words: StatementPhrases): Block[] => {
  const spaced = spacesFor(language);
  const questions = said(spaced(words.questions(creditor.email, creditor.phone)));
  if (creditor.iban === null) return [questions];
  const rows = invoices.map(({ number, reference }) => [left(number), left(reference)]);
  return [
    heading(words.howToPay),
    said(spaced(words.account(ibanText(creditor.iban), creditor.bic))),
    grid([52], [[left(words.columns.invoice), left(words.references)], ...rows]),
    gap(),
    questions,
  ];
};

const annex = ({ invoices, language }: AccountWords, words: StatementPhrases, formats: Formats): Block[] => {
  const counted = invoices.filter(({ segments, interest }) => segments.length > 0 && interest.minor > 0);
  if (counted.length === 0) return [];
  const { columns, period, numberOfDays, rate, outstanding } = words;
  const rows = counted.flatMap(({ number, segments, interest }) => [
    ...segments.map(({ from, to, days, ratePct, outstanding: owed, published }, index) => [
      left(index === 0 ? number : ''),
      left(`${formats.dateShort(from)} – ${formats.dateShort(to)}`),
      right(String(days)),
      right(
        published !== null && isUnofficial(published)
          ? words.provisional(formats.percent(ratePct))
          : formats.percent(ratePct),
      ),
      right(formats.money(owed)),
      right(index === segments.length - 1 ? formats.money(interest) : '', true),
    ]),
  ]);
  return [
    heading(words.annex),
    saidBefore(spacesFor(language)(words.annexIntro)),
    grid(
      [32, 46, 15, 24, 26],
      [
        [
          left(columns.invoice),
          left(period),
          right(numberOfDays),
          right(rate),
          right(outstanding),
          right(columns.interest),
        ],
        ...rows,
      ],
    ),
    ...(counted.some(({ unofficialRates }) => unofficialRates.length > 0)
      ? [remark(spacesFor(language)(words.provisionalMeans))]
      : []),
  ];
};

const gap = (): Paragraph => new Paragraph({ spacing: { after: 80 }, children: [new TextRun('')] });
