import type { DebtorKind } from '../../domain/plan.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Wording } from '../course/wording.ts';
import type { Store } from '../store.ts';
import { paperOf } from './letterhead.ts';
import { realCase, sampleCases, type ShownCase } from './caseOf.ts';
import { textsWith } from './includes.ts';
import { shippedNamed } from './names.ts';
import { ownTexts } from './ownTexts.ts';
import { checkForm } from '../../templates/texts/form.ts';
import { variablesOf } from '../../templates/texts/variables.ts';
import type { ShippedText, TextVariable } from '../../templates/texts/text.ts';
import { letterKindOf, show, type Shown } from './render.ts';

export type PreviewOf = {
  readonly creditorId: string;
  readonly name: string;
  /** Absent = the text in force. */
  readonly source?: string | undefined;
  /** A real case; absent = a made-up one. */
  readonly invoiceId?: string | undefined;
  readonly sample?: DebtorKind | undefined;
};

/** A text as it would leave today; nothing is stored. */
export type Preview = Shown & {
  /** The text that is shown: another one where the text asked for is a piece of it. */
  readonly shownIn: ShippedText;
  readonly channel: string;
  readonly debtorId: string | null;
  readonly variables: readonly TextVariable[];
  /** Null for what isn't posted, or must not leave as it is. */
  readonly letter: Uint8Array | null;
};

export const previewText = async (store: Store, wording: Wording, of: PreviewOf): Promise<Preview> => {
  const { creditorId, name } = of;
  const text = shippedNamed(name);
  const inForce = await ownTexts(store.db, creditorId);
  const source = of.source ?? inForce[name] ?? text.source;
  const own = of.source === undefined ? inForce : { ...inForce, [name]: source };
  const shownIn = textsWith(own, text)[0] ?? text;
  const { context: found, debtorId } = await caseFor(store, shownIn, of);
  const context = { ...found, own };
  const variables = variablesOf(context);
  const form = of.source === undefined ? [] : checkForm(name, source);
  const base = { shownIn, channel: context.channel, debtorId, variables };
  if (form.length > 0) return { ...base, ...NOTHING, faults: form };
  const shown = show(wording, shownIn, source, name, context);
  const posted = context.channel === 'letter' || context.channel === 'registered-letter';
  const letter =
    posted && shown.faults.length === 0
      ? await wording.letter(letterKindOf(shownIn), shown, context, await paperOf(store.db, creditorId))
      : null;
  return { ...base, ...shown, letter };
};

const NOTHING = { subject: '', markdown: '', text: '', html: '', letter: null };

const caseFor = async (store: Store, text: ShippedText, of: PreviewOf): Promise<ShownCase> => {
  if (of.invoiceId !== undefined) return realCase(store, text, { creditorId: of.creditorId, invoiceId: of.invoiceId });
  const kind = of.sample ?? 'business';
  const [sample] = await sampleCases(store, text, of.creditorId, [kind]);
  if (sample) return { context: sample.context, debtorId: null };
  const detail = `expected another kind of debtor: the step ${text.step} never happens to a debtor of kind ${kind}`;
  throw new Refusal('VALIDATION', detail, [{ pointer: '/sample', code: 'INVALID_VALUE', detail }]);
};
