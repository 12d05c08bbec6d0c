import { addDays } from '../../domain/day.ts';
import type { Decision } from '../../prisma/people/completionBodies.ts';
import { faultInWords } from '../../templates/words/faults/faultWordsIn.ts';
import { Input, Radio, TextArea } from '../parts/field.tsx';
import { reasonName } from '../naming.ts';
import { Talks } from './talks.tsx';
import { detail, details, type CardProps } from './card.ts';

const CHOICES: Readonly<Record<CardProps['material']['question'], readonly Decision[]>> = {
  'hold-ended': ['continue', 'skip', 'hold', 'hand-over', 'irrecoverable', 'write-off'],
  'course-ended': ['hand-over', 'hold', 'irrecoverable', 'write-off'],
  'sent-or-not': ['continue', 'skip'],
  answered: ['continue', 'skip', 'hold', 'hand-over', 'irrecoverable', 'write-off'],
};

/** A question that only a person can answer. */
export const DecideCard = ({ visit, task, material, given }: CardProps) => {
  const { words, today } = visit;
  const { question } = material;
  const about = detail(task, 'question');
  const unclear = question === 'sent-or-not';
  const text = (decision: Decision): string =>
    unclear ? (decision === 'continue' ? words.decide.sent : words.decide.unsent) : words.decide.options[decision];
  return (
    <div class="card">
      <div class="look">
        {about === null || question === 'course-ended' ? null : (
          <>
            <h2>{words.decide.about}</h2>
            <About visit={visit} task={task} about={about} />
          </>
        )}
        <LimitationLine visit={visit} task={task} />
        <Talks visit={visit} talks={material.talks} />
      </div>
      <form method="post" action={`/tasks/${task.id}`} class="act decide" noValidate>
        <fieldset id="decision">
          <legend>{words.decide.title}</legend>
          {CHOICES[question].map((decision) => (
            <Radio
              given={given}
              name="decision"
              value={decision}
              text={text(decision)}
              {...(unclear ? {} : { hint: words.decide.hints[decision] })}
            />
          ))}
        </fieldset>
        {CHOICES[question].includes('hold') ? (
          <div data-for="hold">
            <Input
              given={given}
              name="until"
              label={words.decide.until}
              type="date"
              min={today}
              max={addDays(today, 30)}
              hint={words.task.optional}
            />
          </div>
        ) : null}
        <TextArea given={given} name="reason" label={words.task.reason} hint={words.task.optional} />
        <button type="submit">{words.decide.submit}</button>
      </form>
    </div>
  );
};

/** What is asked; where a text of ours was refused, each fault in the reader's language. */
const About = ({ visit, task, about }: Pick<CardProps, 'visit' | 'task'> & { readonly about: string }) => {
  const { faults } = details(task);
  if (!Array.isArray(faults)) return <p>{spoken(visit, about)}</p>;
  return (
    <ul>
      {(faults as readonly StoredFault[]).map((fault) => (
        <li>{faultInWords(visit.language, fault) ?? fault.code}</li>
      ))}
    </ul>
  );
};

type StoredFault = { readonly code: string; readonly rule: string; readonly values: readonly string[] };

/** Until when the claim can surely be brought to court; shown where the course has ended. */
const LimitationLine = ({ visit, task }: Pick<CardProps, 'visit' | 'task'>) => {
  const { limitation } = details(task);
  if (typeof limitation !== 'object' || limitation === null) return null;
  const { on, source } = limitation as { readonly on: string; readonly source: string };
  return <p class="note">{visit.words.decide.limitation(visit.formats.day(on), source)}</p>;
};

/** A hold's note begins with the outcome of the talk that set it. */
const spoken = (visit: CardProps['visit'], about: string): string => {
  const outcomes: Readonly<Record<string, string>> = visit.words.talk.outcomes;
  const holds = visit.words.steps.holds;
  return about
    .split('; ')
    .map((part) => {
      const [head = '', ...rest] = part.split(': ');
      const known = outcomes[head] ?? holds[head];
      return known === undefined ? reasonName(visit, part) : [known, ...rest].join(' : ');
    })
    .join(' ; ');
};
