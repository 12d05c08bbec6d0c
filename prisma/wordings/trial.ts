import { setImmediate } from 'node:timers/promises';
import type { Wording } from '../course/wording.ts';
import type { Store } from '../store.ts';
import { sampleCases } from './caseOf.ts';
import { textsWith } from './includes.ts';
import { shippedNamed } from './names.ts';
import { ownTexts } from './ownTexts.ts';
import { checkSource } from '../../templates/texts/checkSource.ts';
import type { TextFault } from '../../templates/texts/text.ts';
import { show } from './render.ts';

/** A longer list helps nobody. */
const AT_MOST = 20;

/**
 * What is wrong with a new source: its form, variables and made-up cases first; then it is filled with this creditor's
 * data for each kind of debtor, in each text in which it stands (a piece: at home only, it stands in many), since one that is fine for a business may say to a consumer what it must not.
 */
export const tryText = async (
  store: Store,
  wording: Wording,
  creditorId: string,
  name: string,
  source: string,
): Promise<readonly TextFault[]> => {
  const text = shippedNamed(name);
  const before = await checkSource(name, source);
  if (before.length > 0) return before;
  const own = { ...(await ownTexts(store.db, creditorId)), [name]: source };
  const found = new Map<string, TextFault>();
  for (const whole of textsWith(own, text)) {
    for (const { kind, context } of await sampleCases(store, whole, creditorId, { abroad: whole === text })) {
      await setImmediate();
      const { faults } = show(wording, whole, source, name, { ...context, own });
      for (const fault of faults) {
        const key = `${fault.line} ${fault.code} ${fault.detail}`;
        const kinds = found.get(key)?.debtorKinds ?? [];
        found.set(key, { ...fault, debtorKinds: kinds.includes(kind) ? kinds : [...kinds, kind] });
      }
    }
  }
  return [...found.values()].slice(0, AT_MOST);
};
