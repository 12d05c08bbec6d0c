import { dayAt } from '../../domain/instant.ts';
import { BE_FIRST_REMINDER } from '../../domain/claim/firstReminder.ts';
import { overlay } from '../../domain/overlay.ts';
import type { DebtorKind } from '../../domain/plan.ts';
import type { CallWords, WordingContext } from '../../templates/context.ts';
import { callWords } from '../course/callWords.ts';
import { caseWords } from '../course/caseWords.ts';
import { readParties } from '../course/circumstances.ts';
import { wordingContext } from '../course/wordingContext.ts';
import { readCreditor, type CreditorProfile } from '../profiles.ts';
import { rateTable } from '../rates.ts';
import { caseTx, SYSTEM, type CaseTx, type Store } from '../store.ts';
import type { ShippedText } from '../../templates/texts/text.ts';
import { DEBTOR_KINDS, sampleCase, sampleTalk } from './sampleCase.ts';
import { channelOf, stepOf } from './speakingOf.ts';

/** What a text is shown with: the facts of a case, and the debtor of that case where it is a real one. */
export type ShownCase = { readonly context: WordingContext; readonly debtorId: string | null };

/** A real case as it is today. Nothing is locked, nothing changes. */
export const realCase = async (
  store: Store,
  text: ShippedText,
  ref: { readonly creditorId: string; readonly invoiceId: string },
): Promise<ShownCase> => {
  const { invoice, facts } = await store.read(ref);
  const tx = caseTx(store.db, invoice, SYSTEM, await store.now());
  const step = stepOf(text, tx.plan, facts, store.strategies);
  const talk = needsTalk(text) ? { call: (await summarised(tx, facts.currency)) ?? sampleTalk(tx.today) } : {};
  const context = await wordingContext(tx, facts, await readParties(tx), {
    step,
    channel: channelOf(text, step),
    today: tx.today,
    ...talk,
  });
  return { context, debtorId: invoice.debtorId };
};

const needsTalk = ({ step }: Pick<ShippedText, 'step'>): boolean => step === 'call-summary';

const summarised = async (tx: CaseTx, currency: string): Promise<CallWords | null> => {
  const call = await tx.db.call.findFirst({ where: tx.ref, orderBy: { at: 'desc' } });
  return call ? callWords(call, currency, tx.plan.timeZone) : null;
};

export type Sample = { readonly kind: DebtorKind; readonly context: WordingContext };

/** A made-up case for each kind of debtor, at home first, to whom the text's step happens at all. */
export const sampleCases = async (
  store: Store,
  text: ShippedText,
  creditorId: string,
  { kinds = DEBTOR_KINDS, abroad = true }: { readonly kinds?: readonly DebtorKind[]; readonly abroad?: boolean } = {},
): Promise<readonly Sample[]> => {
  const row = await store.db.creditor.findUniqueOrThrow({ where: { id: creditorId } });
  const creditor = readCreditor(row);
  const today = dayAt(await store.now(), row.timeZone);
  const rates = await rateTable(store.db);
  const strategy = strategyFor(store, text, creditor);
  const countries = [...new Set([creditor.country, ...(abroad ? SAMPLE_COUNTRIES : [])])];
  return countries.flatMap((country) =>
    kinds.flatMap((kind): Sample[] => {
      const material = sampleCase({ creditor, kind, country, language: text.language, strategy, today, rates });
      const { plan, facts } = material;
      const step = stepOf(text, plan, facts, store.strategies);
      const never = text.step === BE_FIRST_REMINDER && step.key !== BE_FIRST_REMINDER;
      if (never || overlay(plan, step).skip !== null) return [];
      const talk = needsTalk(text) ? { call: sampleTalk(today) } : {};
      return [{ kind, context: caseWords(material, { step, channel: channelOf(text, step), today, ...talk }) }];
    }),
  );
};

/** The laws that the app knows. */
const SAMPLE_COUNTRIES = ['FR', 'BE'];

const strategyFor = (
  { strategies }: Store,
  text: ShippedText,
  { defaultStrategy }: CreditorProfile,
): Store['strategies'][number] => {
  const named = (key: string | null | undefined): Store['strategies'][number] | undefined =>
    strategies.find((candidate) => candidate.key === key);
  const withStep = strategies.find(({ steps }) => steps.some(({ id }) => id === text.step));
  const found = named(text.strategy) ?? withStep ?? named(defaultStrategy) ?? strategies[0];
  if (!found) throw new RangeError('expected an installation with strategies');
  return found;
};
