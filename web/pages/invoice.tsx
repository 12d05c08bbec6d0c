import type { ComponentChildren } from 'preact';
import { daysBetween, type Day } from '../../domain/day.ts';
import type { DocumentRow } from '../../prisma/correspondence.ts';
import type { LedgerLine } from '../../prisma/desk/caseHistory.ts';
import type { OutboxRow } from '../../prisma/desk/outbox.ts';
import type { StatementView } from '../../prisma/statementView.ts';
import type { CaseView, timelineOf } from '../../prisma/views.ts';
import type { Explained } from '../explanation.ts';
import { Badge } from '../parts/badge.tsx';
import { Course } from '../parts/course.tsx';
import { Frame } from '../parts/frame.tsx';
import type { Given } from '../parts/given.ts';
import { History } from '../parts/history.tsx';
import { Holds } from '../parts/holds.tsx';
import { InvoiceActs } from '../parts/invoiceActs.tsx';
import { Ledger, Letters } from '../parts/ledger.tsx';
import { MessageList } from '../parts/messageList.tsx';
import { Refused } from '../parts/refused.tsx';
import { Statement } from '../parts/statement.tsx';
import { Strip } from '../parts/strip.tsx';
import type { Heard } from '../tell.ts';
import type { Visit } from '../visit.ts';

export type InvoicePageProps = {
  readonly visit: Visit;
  readonly view: CaseView;
  readonly debtorName: string;
  readonly explained: Explained;
  readonly statement: StatementView;
  readonly ledger: readonly LedgerLine[];
  readonly messages: readonly OutboxRow[];
  readonly letters: readonly DocumentRow[];
  readonly history: Awaited<ReturnType<typeof timelineOf>>;
  readonly tasks: readonly { readonly id: string; readonly stepKey: string | null }[];
  readonly temporalUrl: string | null;
  readonly heard: Heard | null;
  readonly given: Given;
};

/** One invoice: what is owed, why nothing (or something) happens, and all that did. */
export const InvoicePage = (props: InvoicePageProps) => {
  const { visit, view, debtorName, explained, given, heard } = props;
  const { words } = visit;
  return (
    <Frame visit={visit} title={`${words.invoice.title(view.number)} · ${debtorName}`} current="invoices">
      <nav class="place" aria-label={words.invoices.title}>
        <a href="/invoices">← {words.invoices.title}</a>
      </nav>
      <Heading {...props} />
      <Refused visit={visit} given={given} />
      {heard === null || heard === 'acted' ? null : (
        <p class="said" role="status">
          {words.today[heard]}
        </p>
      )}
      <dl class="why">
        <div>
          <dt>{words.invoice.why}</dt>
          <dd>{explained.why}</dd>
        </div>
        <div>
          <dt>{words.invoice.next}</dt>
          <dd>{explained.next}</dd>
        </div>
        <div>
          <dt>{words.invoice.change}</dt>
          <dd>{explained.change}</dd>
        </div>
      </dl>
      <Holds visit={visit} view={view} />
      <div class="card">
        <div class="look">
          <CourseSection {...props} />
        </div>
        <div class="act">
          <InvoiceActs visit={visit} view={view} given={given} />
          <Statement visit={visit} statement={props.statement} />
          <Ledger visit={visit} lines={props.ledger} />
          <Letters visit={visit} letters={props.letters} />
        </div>
      </div>
      <section aria-labelledby="messages">
        <h2 id="messages">{words.invoice.messages}</h2>
        {props.messages.length === 0 ? (
          <p class="quiet">{words.invoice.noMessages}</p>
        ) : (
          <MessageList visit={visit} rows={props.messages} withInvoice={false} />
        )}
      </section>
      <section aria-labelledby="history">
        <h2 id="history">{words.invoice.history}</h2>
        <History visit={visit} entries={props.history} currency={view.amount.currency} />
      </section>
      {props.temporalUrl === null ? null : (
        <p>
          <a href={props.temporalUrl} rel="noreferrer">
            {words.invoice.temporal}
          </a>
        </p>
      )}
    </Frame>
  );
};

const Heading = ({ visit, view, debtorName }: InvoicePageProps) => {
  const { words, formats, today } = visit;
  const late = view.case.status === 'closed' ? 0 : daysBetween(view.dueOn as Day, today);
  const { status, outcome } = view.case;
  return (
    <>
      <h1>
        {words.invoice.title(view.number)}{' '}
        <Badge tone={status === 'closed' ? 'good' : status === 'on-hold' ? 'warn' : 'calm'}>
          {outcome === null ? (words.steps.statuses[status] ?? status) : (words.steps.outcomes[outcome] ?? outcome)}
        </Badge>
      </h1>
      <p class="lead">
        {debtorName}
        {view.subject === null ? '' : ` · ${view.subject}`}
      </p>
      <dl class="facts about">
        <Fact name={words.invoice.balance}>
          <span class="sum">{formats.money(view.balance)}</span>
        </Fact>
        <Fact name={words.invoice.amount}>{formats.money(view.amount)}</Fact>
        <Fact name={words.invoice.issuedOn}>{formats.day(view.issuedOn)}</Fact>
        <Fact name={words.invoice.dueOn}>
          {formats.day(view.dueOn)} {late > 0 ? <span class="late">({words.today.daysLate(late)})</span> : null}
        </Fact>
        <Fact name={words.invoice.reference}>
          <code>{view.payment.reference}</code>
        </Fact>
      </dl>
    </>
  );
};

const Fact = ({ name, children }: { readonly name: string; readonly children: ComponentChildren }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

const CourseSection = ({ visit, view, tasks }: InvoicePageProps) => {
  const { words, today } = visit;
  return (
    <section aria-labelledby="course">
      <h2 id="course">{words.invoice.course}</h2>
      <Strip steps={view.case.timetable} issuedOn={view.issuedOn} dueOn={view.dueOn} today={today} />
      <Course
        visit={visit}
        steps={view.case.timetable}
        dueOn={view.dueOn}
        open={view.case.status !== 'closed'}
        nextStep={view.case.nextStep}
        taskOf={(stepKey) => tasks.find((task) => task.stepKey === stepKey)?.id ?? null}
      />
      <p class="quiet small">{words.invoice.courseLead}</p>
    </section>
  );
};
