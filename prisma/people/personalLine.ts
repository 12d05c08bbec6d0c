import { Refusal } from '../../domain/refusal.ts';
import type { PlannedStep } from '../../domain/strategy.ts';
import type { Draft } from '../generated/client.ts';

/** A sentence that isn't from the template: the drafted one confirmed, or one of the approver's own. */
export type PersonalLine = { readonly confirmed: true } | { readonly text: string };

/** The approver's own sentence, null when he wrote none. */
export const writtenLine = (line: PersonalLine | null | undefined): string | null =>
  line && 'text' in line ? line.text.trim() : null;

/** The text with the approver's sentence in the place of the drafted one, else right after the greeting. */
export const withLine = (markdown: string, drafted: string | null, line: string): string => {
  const paragraphs = markdown.trim().split(/\n{2,}/);
  const place = drafted === null ? -1 : paragraphs.findIndex((paragraph) => letters(paragraph) === letters(drafted));
  const changed = place < 0 ? [...paragraphs.slice(0, 1), line, ...paragraphs.slice(1)] : paragraphs.with(place, line);
  return `${changed.join('\n\n')}\n`;
};

/** Typography and Markdown's escapes don't make another sentence. */
const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

/**
 * What is kept of the line with the approval.
 * @throws Refusal PERSONAL_LINE_REQUIRED where the step needs one and none was confirmed or written
 */
export const approvedLine = (
  step: PlannedStep,
  draft: Draft,
  line: PersonalLine | null | undefined,
): { personalLine?: string; personalLineState?: 'confirmed' | 'written' } => {
  const text = writtenLine(line);
  if (text) return { personalLine: text, personalLineState: 'written' };
  const confirmed = line != null && 'confirmed' in line;
  if (confirmed && draft.personalLine) return { personalLineState: 'confirmed' };
  if (step.personalLine !== 'required' && text === null) return {};
  const detail = confirmed
    ? 'expected a sentence of your own, the draft has none to confirm'
    : 'expected a personal line, confirmed or written: this step leaves only with a sentence that is not from the template';
  throw new Refusal('PERSONAL_LINE_REQUIRED', detail, [{ pointer: '/personalLine', code: 'REQUIRED', detail }]);
};
