import { variablesOf } from '../../templates/texts/variables.ts';
import type { TextVariable } from '../../templates/texts/text.ts';
import type { Store } from '../store.ts';
import { realCase, sampleCases } from './caseOf.ts';
import { textsWith } from './includes.ts';
import { shippedNamed } from './names.ts';
import { ownTexts } from './ownTexts.ts';

/** All that a text may use, with what it says in a case: a real one, or a made-up one to whom the text is sent at all. */
export const variablesFor = async (
  store: Store,
  {
    creditorId,
    name,
    invoiceId,
  }: { readonly creditorId: string; readonly name: string; readonly invoiceId?: string | undefined },
): Promise<readonly TextVariable[]> => {
  const text = shippedNamed(name);
  const whole = textsWith(await ownTexts(store.db, creditorId), text)[0] ?? text;
  if (invoiceId !== undefined) return variablesOf((await realCase(store, whole, { creditorId, invoiceId })).context);
  const [sample] = await sampleCases(store, whole, creditorId);
  return sample ? variablesOf(sample.context) : [];
};
