import type { DebtorKind } from '../../domain/plan.ts';
import { invalid } from '../../domain/refusal.ts';
import type { WordingContext } from '../../templates/context.ts';
import type { Rendered, Wording } from '../course/wording.ts';
import type { Store } from '../store.ts';
import { paperOf } from './letterhead.ts';
import { realCase, sampleCases, type ShownCase } from './caseOf.ts';
import { textsWith } from './includes.ts';
import { shippedNamed } from './names.ts';
import { ownTexts } from './ownTexts.ts';
import { checkForm } from '../../templates/texts/form.ts';
import { variablesOf } from '../../templates/texts/variables.ts';
import type { ShippedText, TextVariable } from '../../templates/texts/text.ts';
import { letterKindOf, show, templateName, type Shown } from './render.ts';

export type PreviewOf = {
  readonly creditorId: string;
  readonly name: string;
  /** Absent = the text in force. */
  readonly source?: string | undefined;
  /** A real case; absent = a made-up one. */
  readonly invoiceId?: string | undefined;
  readonly sample?: DebtorKind | undefined;
  /** As a letter, also where it would leave by e-mail. */
  readonly posted?: boolean;
};

/** A text as it would leave today; nothing is stored. */
export type Preview = Shown & {
  /** The text that is shown: another one where the text asked for is a piece of it. */
  readonly shownIn: ShippedText;
  readonly context: WordingContext;
  readonly debtorId: string | null;
  readonly variables: readonly TextVariable[];
  /** As it leaves by e-mail; null for what doesn't, or must not as it is. */
  readonly email: Rendered | null;
  /** As it is posted (.docx), likewise. */
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
  // Shown in its own language, whatever the debtor reads.
  const context = { ...found, own, language: shownIn.language as WordingContext['language'] };
  const base = { shownIn, context, debtorId, variables: variablesOf(context) };
  const form = of.source === undefined ? [] : checkForm(name, source);
  if (form.length > 0) return { ...base, subject: '', markdown: '', faults: form, email: null, letter: null };
  const shown = show(wording, shownIn, source, name, context);
  if (shown.faults.length > 0 || shownIn.kind === 'scripts') return { ...base, ...shown, email: null, letter: null };
  if (context.channel === 'email' && of.posted !== true)
    return { ...base, ...shown, email: wording.message(templateName(shownIn), context), letter: null };
  const kind = letterKindOf(shownIn);
  const letterText = wording.letterText(kind, context, templateName(shownIn));
  return {
    ...base,
    ...shown,
    email: null,
    letter: await wording.letter(kind, letterText, context, await paperOf(store.db, creditorId)),
  };
};

const caseFor = async (store: Store, text: ShippedText, of: PreviewOf): Promise<ShownCase> => {
  if (of.invoiceId !== undefined) return realCase(store, text, { creditorId: of.creditorId, invoiceId: of.invoiceId });
  const [sample] = await sampleCases(store, text, of.creditorId, of.sample ? { kinds: [of.sample] } : {});
  if (sample) return { context: sample.context, debtorId: null };
  throw invalid('/sample', `expected another kind of debtor: the step ${text.step} never happens to that debtor`);
};
