import type { DraftView } from '../../prisma/people/stepView.ts';
import { Input, Radio, TextArea } from '../parts/field.tsx';
import { Markdown } from '../parts/markdown.tsx';
import type { CardProps } from './card.ts';
import { Changed } from './changed.tsx';
import { recipientsIn, Recipients } from './recipients.tsx';

const isLetter = ({ channel }: DraftView): boolean => channel !== 'email';

/** A message that waits for approval: exactly what will leave, then the decision. */
export const ApproveCard = ({ visit, task, material, given }: CardProps) => {
  const { words } = visit;
  const draft = material.step?.draft;
  if (!draft || draft.status !== 'open') return <p>{words.approve.gone}</p>;
  return (
    <div class="card">
      <div class="look">
        {material.step?.previousDraft ? (
          <Changed
            visit={visit}
            previous={material.step.previousDraft}
            currency={task.invoice?.balance.currency ?? 'EUR'}
          />
        ) : null}
        <h2>{isLetter(draft) ? words.approve.letterTitle : words.approve.title}</h2>
        <Envelope visit={visit} draft={draft} />
        {isLetter(draft) ? <Letter visit={visit} draft={draft} /> : <Email visit={visit} draft={draft} />}
      </div>
      <div class="act stay">
        <form method="post" action={`/tasks/${task.id}`} id="approval">
          <input type="hidden" name="sha256" value={draft.sha256} />
          {material.lineRequired || draft.personalLine ? (
            <Line visit={visit} task={task} material={material} given={given} />
          ) : null}
          <Edit visit={visit} task={task} material={material} given={given} />
          <p class="quiet small">
            {words.approve.hash} <code>{draft.sha256.slice(0, 16)}…</code>
          </p>
          <button type="submit">{isLetter(draft) ? words.approve.submitLetter : words.approve.submit}</button>
        </form>
        <details class="aside" open={given.values['rejecting'] === '1'}>
          <summary>{words.approve.reject}</summary>
          <form method="post" action={`/tasks/${task.id}/reject`}>
            <p class="quiet">{words.approve.rejectLead}</p>
            <Input given={given} name="reason" label={words.approve.rejectReason} />
            <button class="second" type="submit">
              {words.approve.reject}
            </button>
          </form>
        </details>
      </div>
    </div>
  );
};

const Envelope = ({ visit, draft }: { readonly visit: CardProps['visit']; readonly draft: DraftView }) => {
  const { words } = visit;
  const recipients = recipientsIn(draft.recipients);
  return (
    <dl class="envelope">
      <Recipients
        label={words.approve.to}
        recipients={recipients.filter(({ copy }) => !copy)}
        byPost={words.approve.byPost}
      />
      <Recipients
        label={words.approve.copy}
        recipients={recipients.filter(({ copy }) => copy)}
        byPost={words.approve.byPost}
      />
      <div>
        <dt>{words.approve.subject}</dt>
        <dd>
          <strong>{draft.subject}</strong>
        </dd>
      </div>
    </dl>
  );
};

const Email = ({ visit: { words }, draft }: { readonly visit: CardProps['visit']; readonly draft: DraftView }) => (
  <>
    <iframe class="sheet" name="preview" title={words.approve.asHtml} src={`/drafts/${draft.id}/html`} sandbox="" />
    <details>
      <summary>{words.approve.asText}</summary>
      <pre class="text">{draft.text}</pre>
    </details>
  </>
);

const Letter = ({ visit: { words }, draft }: { readonly visit: CardProps['visit']; readonly draft: DraftView }) => (
  <section class="sheet paper" aria-label={words.approve.letterText}>
    <Markdown text={draft.markdown} lang={draft.language} />
  </section>
);

const Line = ({ visit: { words }, material, given }: CardProps) => {
  const drafted = material.step?.draft?.personalLine ?? '';
  return (
    <fieldset>
      <legend>{words.approve.line}</legend>
      <p class="quiet">{words.approve.lineLead}</p>
      {drafted === '' ? null : (
        <>
          <Radio given={given} name="line" value="confirm" text={words.approve.lineConfirm} />
          <blockquote lang={material.step?.draft?.language}>{drafted}</blockquote>
          <Radio given={given} name="line" value="write" text={words.approve.lineWrite} />
        </>
      )}
      <TextArea given={given} name="lineText" label={words.approve.lineText} rows={2} />
    </fieldset>
  );
};

/** Sent with the approval; the preview takes the same fields without leaving the page. */
const Edit = ({ visit: { words }, material, given }: CardProps) => {
  const draft = material.step?.draft;
  if (!draft) return null;
  const touched =
    given.values['subject'] !== undefined &&
    (given.values['subject'] !== draft.subject || given.values['markdown'] !== draft.markdown);
  return (
    <details
      class="edit"
      open={touched || given.faults.some(({ field }) => field === 'subject' || field === 'markdown')}
    >
      <summary>{words.approve.edit}</summary>
      <Input given={given} name="subject" label={words.approve.subject} value={draft.subject} />
      <TextArea given={given} name="markdown" label={words.approve.markdown} value={draft.markdown} rows={16} />
      <button
        class="second"
        type="submit"
        formaction={isLetter(draft) ? `/drafts/${draft.id}/letter` : `/drafts/${draft.id}/preview`}
        {...(isLetter(draft) ? {} : { formtarget: 'preview' })}
      >
        {isLetter(draft) ? words.post.download : words.approve.preview}
      </button>
    </details>
  );
};
