import type { CallOutcome } from '../../domain/outcome.ts';
import { Radio } from '../parts/field.tsx';
import { Markdown } from '../parts/markdown.tsx';
import { details, type CardProps } from './card.ts';
import { Contacts } from './contacts.tsx';
import { Talks } from './talks.tsx';
import { TalkFields } from './talkFields.tsx';

/** Outcomes as a person looks for them. */
const GROUPS: readonly (readonly [keyof CardProps['visit']['words']['talk']['groups'], readonly CallOutcome[]])[] = [
  ['agreed', ['promise', 'cheque-posted', 'paid-already', 'arrangement-wanted', 'satisfied']],
  ['trouble', ['dispute', 'not-satisfied', 'invoice-not-received', 'refused']],
  ['elsewhere', ['forwarded', 'wrong-person', 'new-contact']],
  ['silent', ['no-answer', 'voicemail', 'busy', 'third-party']],
  ['ended', ['not-debtor', 'insolvency', 'debt-relief', 'deceased']],
];

/** A call or visit: whom, what to say, and what came of it. */
export const TalkCard = (props: CardProps) => {
  const { visit, task, material } = props;
  const { words } = visit;
  const script = details(task)['script'] as { readonly markdown?: string } | undefined;
  const tried = material.step?.step.attempts ?? 0;
  return (
    <div class="card">
      <div class="look">
        <h2>{task.kind === 'visit' ? words.talk.whom : words.talk.who}</h2>
        <Contacts visit={visit} task={task} />
        {material.attempts > 1 ? <p class="quiet">{words.talk.attempts(tried + 1, material.attempts)}</p> : null}
        {script?.markdown === undefined ? null : (
          <section aria-labelledby="script">
            <h2 id="script">{words.talk.script}</h2>
            <Markdown text={script.markdown} lang="fr" />
          </section>
        )}
        <Talks visit={visit} talks={material.talks} />
      </div>
      <div class="act">
        <TalkForm {...props} />
      </div>
    </div>
  );
};

const TalkForm = (props: CardProps) => {
  const { visit, task, given } = props;
  const { talk } = visit.words;
  const contact = details(task)['contact'] as { readonly id?: string } | null | undefined;
  return (
    <form method="post" action={`/tasks/${task.id}`} class="talk" noValidate>
      {contact?.id === undefined ? null : <input type="hidden" name="contactId" value={contact.id} />}
      <fieldset id="outcome">
        <legend>{talk.outcome}</legend>
        {given.faults.some(({ field }) => field === 'outcome') ? (
          <strong class="fault">
            {given.values['outcome'] === undefined ? talk.noOutcome : visit.words.refusals.invalid}
          </strong>
        ) : null}
        {GROUPS.map(([group, outcomes]) => (
          <div class="group" role="group" aria-label={talk.groups[group]}>
            <p class="groupname" aria-hidden="true">
              {talk.groups[group]}
            </p>
            {outcomes.map((outcome) => (
              <Radio given={given} name="outcome" value={outcome} text={talk.outcomes[outcome]} />
            ))}
          </div>
        ))}
      </fieldset>
      <TalkFields {...props} />
      <button type="submit">{talk.submit}</button>
    </form>
  );
};
