import { INVOICES_PER_PAGE, type InvoiceRow, type InvoiceSearch } from '../../prisma/desk/invoices.ts';
import { stepName, taskName } from '../naming.ts';
import { Badge } from '../parts/badge.tsx';
import { Input, Select } from '../parts/field.tsx';
import { Frame } from '../parts/frame.tsx';
import type { Given } from '../parts/given.ts';
import { Pager } from '../parts/pager.tsx';
import type { Visit } from '../visit.ts';

type Props = {
  readonly visit: Visit;
  readonly search: InvoiceSearch;
  readonly rows: readonly InvoiceRow[];
  readonly total: number;
};

/** All invoices, by status, debtor and number. */
export const Invoices = ({ visit, search, rows, total }: Props) => {
  const { words } = visit;
  const address = (page: number): string =>
    `/invoices?${new URLSearchParams({ status: search.status, debtor: search.debtor, number: search.number, page: String(page) }).toString()}`;
  return (
    <Frame visit={visit} title={words.invoices.title} current="invoices">
      <div class="head">
        <h1>{words.invoices.title}</h1>
        <p class="count">{words.invoices.count(total)}</p>
      </div>
      <Search visit={visit} search={search} />
      {rows.length === 0 ? (
        <p class="empty">{words.invoices.none}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{words.invoices.number}</th>
              <th scope="col">{words.invoices.debtor}</th>
              <th scope="col">{words.invoices.due}</th>
              <th scope="col" class="money">
                {words.invoices.balance}
              </th>
              <th scope="col">{words.invoices.status}</th>
              <th scope="col">{words.invoices.next}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row visit={visit} row={row} />
            ))}
          </tbody>
        </table>
      )}
      <Pager visit={visit} page={search.page} pages={Math.ceil(total / INVOICES_PER_PAGE)} href={address} />
    </Frame>
  );
};

const Search = ({ visit: { words }, search }: Pick<Props, 'visit' | 'search'>) => {
  const given: Given = {
    values: { status: search.status, debtor: search.debtor, number: search.number },
    refusal: null,
    faults: [],
  };
  return (
    <form class="search" method="get" action="/invoices" role="search">
      <Select
        given={given}
        name="status"
        label={words.invoices.status}
        options={[['open', words.invoices.open], ['', words.invoices.all], ...Object.entries(words.steps.statuses)]}
      />
      <Input given={given} name="debtor" label={words.invoices.debtor} />
      <Input given={given} name="number" label={words.invoices.number} />
      <button class="second" type="submit">
        {words.invoices.search}
      </button>
    </form>
  );
};

/** The task that it waits for, else the next step and its day. */
const Next = ({
  visit,
  row: { waits, status, nextStepKey, nextStepAt },
}: {
  readonly visit: Visit;
  readonly row: InvoiceRow;
}) => {
  if (waits !== null) return <a href={`/tasks/${waits.id}`}>{taskName(visit, waits)}</a>;
  if (nextStepKey === null || nextStepAt === null || status !== 'chasing') return null;
  return (
    <>
      {stepName(visit, nextStepKey)}{' '}
      <span class="quiet">{visit.formats.shortDay(visit.formats.instantDay(nextStepAt))}</span>
    </>
  );
};

const Row = ({ visit, row }: { readonly visit: Visit; readonly row: InvoiceRow }) => {
  const { words, formats, today } = visit;
  const { status, outcome } = row;
  return (
    <tr>
      <th scope="row">
        <a href={`/invoices/${encodeURIComponent(row.id)}`}>{row.number}</a>
      </th>
      <td data-label={words.invoices.debtor}>{row.debtorName}</td>
      <td data-label={words.invoices.due} class={row.dueOn < today && status !== 'closed' ? 'late' : ''}>
        {formats.shortDay(row.dueOn)}
      </td>
      <td data-label={words.invoices.balance} class="money">
        {formats.money(row.balance)}
      </td>
      <td data-label={words.invoices.status}>
        <Badge tone={status === 'closed' ? 'good' : status === 'on-hold' ? 'warn' : 'calm'}>
          {outcome === null ? (words.steps.statuses[status] ?? status) : (words.steps.outcomes[outcome] ?? outcome)}
        </Badge>
      </td>
      <td data-label={words.invoices.next}>
        <Next visit={visit} row={row} />
      </td>
    </tr>
  );
};
