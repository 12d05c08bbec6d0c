import { createHash } from 'node:crypto';
import { statementOf } from '../../domain/claim/statement.ts';
import type { Day } from '../../domain/day.ts';
import { RATES } from '../../domain/interest/rates.ts';
import { money } from '../../domain/money.ts';
import { isSpoken } from '../../domain/strategy.ts';
import { contactFor } from '../../prisma/course/circumstances.ts';
import { creditorWords } from '../../prisma/course/partyWords.ts';
import { act } from '../../prisma/reports/act.ts';
import { perCurrency } from '../../prisma/reports/totals.ts';
import { languageOf } from '../../templates/language.ts';
import type { AccountLine, Act, ActivityWords } from '../../templates/letters/reports.ts';
import type { Column } from './columns.ts';
import { arrival, ON, type Made } from './lived.ts';

/** The report is for the creditor's own people: in his language, as he dials. */
export const activityOf = (
  { creditor, debtor }: Column,
  made: readonly Made[],
  lines: readonly AccountLine[],
): ActivityWords => {
  const [first, ...others] = lines.map((line) => ({
    ...line,
    debtor: debtor.name,
    status: 'chasing',
    outcome: null,
    acts: [] as readonly Act[],
  }));
  if (!first) throw new RangeError('expected an invoice to report on, got none');
  const spoken = made.filter(({ occasion }) => isSpoken(occasion.channel)).length;
  const sums = lines.map(({ amount, settled, principal, interest, indemnity, total }) => ({
    currency: amount.currency,
    received: settled,
    principal,
    total,
    accessories: { ...amount, minor: interest.minor + indemnity.minor },
  }));
  return {
    language: languageOf(creditor.language),
    madeOn: ON,
    on: ON,
    from: null,
    creditor: creditorWords(creditor, creditor.country),
    invoices: [{ ...first, acts: actsOf(made) }, ...others],
    totals: {
      invoices: lines.length,
      written: made.length - spoken,
      spoken,
      inPerson: 0,
      vainCalls: 0,
      sums: perCurrency(sums, ({ currency }) => currency, ['received', 'principal', 'accessories', 'total']),
    },
  };
};

const actsOf = (made: readonly Made[]): readonly Act[] => {
  const last = made.at(-1)?.occasion;
  const payments = (last?.material.payments ?? []).map(({ on, amount }) => act({ on, kind: 'payment', amount }));
  return [...made.map(actOf), ...payments].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
};

const actOf = ({ occasion: { step, channel, speaking, material }, subject, markdown }: Made): Act => {
  const contact = contactFor(material.parties.debtor, channel);
  const to = contact?.name ?? material.parties.debtor.name;
  const on: Day = speaking.today;
  const common = { on, channel, step: step.key, level: step.level, to };
  if (isSpoken(channel)) return act({ ...common, kind: 'talk', result: step.level === 0 ? 'satisfied' : 'promise' });
  const { balanceMinor, currency } = material.facts;
  const isNotice = step.grants?.kind === 'notice';
  const amount = isNotice ? statementOf(material.claim, on, RATES).total : money(balanceMinor, currency);
  const isLetter = channel !== 'email';
  const proof = {
    messageId: null,
    documentId: null,
    trackingNumber: null,
    presentedOn: isNotice ? arrival(on) : null,
    documentNumber: isNotice ? (speaking.noticeNumber ?? null) : null,
    sha256: createHash('sha256').update(`${subject}\n${markdown}`).digest('hex'),
    postedOn: isLetter ? on : null,
  };
  return act({ ...common, kind: 'reminder', result: isLetter ? 'posted' : 'sent', about: subject, amount, proof });
};
