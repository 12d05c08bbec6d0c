import type { CaseRef } from '../../domain/caseRef.ts';
import { day } from '../../domain/day.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Channel } from '../../domain/strategy.ts';
import { storedPictures } from '../course/attachments.ts';
import { readParties } from '../course/circumstances.ts';
import type { Rendered, Wording } from '../course/wording.ts';
import { wordingContext } from '../course/wordingContext.ts';
import type { WordingContext } from '../../templates/context.ts';
import type { Draft } from '../generated/client.ts';
import { withLine } from '../people/personalLine.ts';
import type { EditedText } from '../people/wordingPort.ts';
import { paperOf } from '../wordings/letterhead.ts';
import { caseTx, SYSTEM, type Store } from '../store.ts';

/** A draft whatever became of it. */
export const draftOf = async ({ db }: Store, creditorId: string, id: string): Promise<Draft> => {
  const found = await db.draft.findFirst({ where: { id, creditorId } });
  if (found) return found;
  throw new Refusal('NOT_FOUND', `expected a draft of creditor ${creditorId}, got the id ${id}`);
};

/** The draft that a person had before him, by its hash. */
export const draftByHash = (
  { db }: Store,
  ref: CaseRef,
  stepKey: string,
  sha256: string,
): Promise<Pick<Draft, 'subject' | 'markdown'> | null> =>
  db.draft.findFirst({ where: { ...ref, stepKey, sha256 }, select: { subject: true, markdown: true } });

/** An edited e-mail exactly as it would be sent, with the sentence a person wrote; nothing is stored. */
export const previewEdit = async (
  store: Store,
  wording: Wording,
  draft: Draft,
  edited: EditedText,
  line: string | null,
): Promise<Rendered> => {
  const text = spoken(draft, edited, line);
  const inline = storedPictures(draft.attachments);
  if (text.subject === draft.subject && text.markdown === draft.markdown)
    return { ...text, text: draft.text, html: draft.html, inline };
  return wording.edited(text.subject, text.markdown, await contextOf(store, draft), inline);
};

/** An edited letter as it would be printed; its number is given only when it is made. */
export const previewLetter = async (
  store: Store,
  wording: Wording,
  draft: Draft,
  edited: EditedText,
  line: string | null,
): Promise<Uint8Array> => {
  const context = await contextOf(store, draft);
  return wording.letter(
    wording.letterKindFor({ id: context.stepId, level: context.level }),
    { ...spoken(draft, edited, line), inline: storedPictures(draft.attachments) },
    context,
    await paperOf(store.db, draft.creditorId),
  );
};

/** As the approval will put it in. */
const spoken = ({ personalLine }: Draft, { subject, markdown }: EditedText, line: string | null): EditedText => ({
  subject,
  markdown: line === null ? markdown : withLine(markdown, personalLine, line),
});

const contextOf = async (store: Store, draft: Draft): Promise<WordingContext> => {
  const { invoice, facts } = await store.read(draft);
  const tx = caseTx(store.db, invoice, SYSTEM, await store.now());
  const step = tx.plan.steps.find(({ key }) => key === draft.stepKey);
  if (!step) throw new Refusal('NOT_FOUND', `expected a step of the case, got ${draft.stepKey}`);
  return wordingContext(tx, facts, await readParties(tx), {
    step,
    channel: draft.channel as Channel,
    today: day(draft.madeOn),
    at: draft.madeAt.getTime(),
  });
};
