import type { ComponentChildren } from 'preact';
import { addDays } from '../../domain/day.ts';
import { Input, Select, TextArea } from '../parts/field.tsx';
import { details, type CardProps } from './card.ts';

/** A group of fields and the outcomes that need it; the stylesheet shows the one that is wanted, all of them where it can't. */
const For = ({
  outcomes,
  legend,
  children,
}: {
  readonly outcomes: string;
  readonly legend: string;
  readonly children: ComponentChildren;
}) => (
  <fieldset data-for={outcomes}>
    <legend>{legend}</legend>
    {children}
  </fieldset>
);

/** What each outcome needs, and what every talk leaves behind. */
export const TalkFields = ({ visit, task, given }: CardProps) => {
  const { words, formats, today } = visit;
  const { talk } = words;
  const owed = task.invoice === null ? '' : formats.decimal(task.invoice.balance);
  const means = Object.entries(talk.meansOptions);
  const roles = Object.entries(words.task.roles);
  const contact = details(task)['contact'] as { readonly name?: string } | null | undefined;
  const latest = addDays(today, 30);
  return (
    <>
      <For outcomes="promise" legend={talk.fields.promise}>
        <Input given={given} name="promise-on" label={talk.payOn} type="date" min={today} max={latest} />
        <Input given={given} name="promise-amount" label={talk.amount} inputMode="decimal" value={owed} />
        <Select given={given} name="promise-means" label={talk.means} options={means} />
      </For>
      <For outcomes="cheque-posted" legend={talk.fields.cheque}>
        <Input given={given} name="cheque-on" label={talk.postedOn} type="date" max={latest} />
        <Input given={given} name="cheque-amount" label={talk.amount} inputMode="decimal" value={owed} />
        <Input given={given} name="cheque-tracking" label={talk.tracking} hint={words.task.optional} />
      </For>
      <For outcomes="paid-already" legend={talk.fields.paid}>
        <Input given={given} name="paid-on" label={talk.paidOn} type="date" max={today} />
        <Input given={given} name="paid-amount" label={talk.amount} inputMode="decimal" value={owed} />
        <Select given={given} name="paid-means" label={talk.means} options={means} />
      </For>
      <For outcomes="dispute" legend={talk.fields.dispute}>
        <Input given={given} name="dispute-amount" label={talk.contested} inputMode="decimal" value={owed} />
        <TextArea given={given} name="dispute-reason" label={talk.reason} />
      </For>
      <For outcomes="not-satisfied refused" legend={talk.fields.reason}>
        <TextArea given={given} name="reason" label={talk.reason} />
      </For>
      <For outcomes="invoice-not-received" legend={talk.fields.copy}>
        <Input given={given} name="copy-email" label={talk.email} type="email" />
      </For>
      <For outcomes="arrangement-wanted" legend={talk.fields.arrangement}>
        <TextArea given={given} name="proposal" label={talk.proposal} />
      </For>
      <For outcomes="forwarded wrong-person new-contact" legend={talk.fields.person}>
        <Input given={given} name="person-name" label={talk.name} />
        <Select given={given} name="person-role" label={talk.role} options={[['', ''], ...roles]} />
        <Input given={given} name="person-phone" label={talk.phone} type="tel" />
        <Input given={given} name="person-email" label={talk.email} type="email" />
      </For>
      <For outcomes="insolvency debt-relief deceased" legend={talk.fields.told}>
        <Input given={given} name="told-on" label={talk.sinceOn} type="date" max={today} />
      </For>
      <fieldset>
        <legend>{talk.fields.notes}</legend>
        <Input given={given} name="spokeTo" label={talk.spokeTo} value={contact?.name ?? ''} />
        <TextArea given={given} name="summary" label={talk.summary} hint={talk.summaryHint} />
        <TextArea given={given} name="notes" label={talk.notes} hint={talk.notesHint} />
        <Input given={given} name="talk-on" label={talk.talkOn} type="date" max={today} hint={words.task.optional} />
      </fieldset>
    </>
  );
};
