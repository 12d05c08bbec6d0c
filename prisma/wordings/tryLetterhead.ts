import { SHIPPED } from '../../templates/texts/catalogue.ts';
import { checkPaper, type PaperFault } from '../../templates/letters/paper/check.ts';
import type { Wording } from '../course/wording.ts';
import type { Store } from '../store.ts';
import { sampleCases } from './caseOf.ts';

/** What is wrong with a letterhead: its form first; then a letter is really written on it. */
export const tryLetterhead = async (
  store: Store,
  wording: Wording,
  creditorId: string,
  bytes: Uint8Array,
): Promise<readonly PaperFault[]> => {
  const faults = checkPaper(bytes);
  if (faults.length > 0) return faults;
  const text = SHIPPED.find(({ name }) => name === 'letters/fr/formal-notice');
  const [sample] = text ? await sampleCases(store, text, creditorId, { kinds: ['business'] }) : [];
  if (!sample) return [];
  const context = { ...sample.context, language: 'fr' as const };
  try {
    await wording.letter('formal-notice', wording.letterText('formal-notice', context, ''), context, bytes);
    return [];
  } catch (error) {
    const why = error instanceof Error ? error.message : 'an error without a message';
    return [{ code: 'NOT_WRITABLE', detail: `expected a document on which a letter can be written, got: ${why}` }];
  }
};
