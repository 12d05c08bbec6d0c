import { SHARES } from '../forms/completion.ts';
import { Input, Select } from '../parts/field.tsx';
import { detail, details, type CardProps } from './card.ts';

type Proposal = {
  readonly because: string;
  readonly allocations: readonly {
    readonly invoiceId: string;
    readonly amount: { readonly minor: number; readonly currency: string };
  }[];
};

/** Money that names no invoice: a person says where it belongs, from a proposal where there is one. */
export const AllocateCard = ({ visit, task, material, given }: CardProps) => {
  const { words, formats } = visit;
  const amount = { minor: Number(details(task)['amountMinor'] ?? 0), currency: detail(task, 'currency') ?? 'EUR' };
  const proposal = (details(task)['proposal'] ?? null) as Proposal | null;
  const receivedOn = detail(task, 'receivedOn');
  const invoices = material.openInvoices.map(({ id, number, debtorName, balance }): readonly [string, string] => [
    id,
    `${debtorName} · ${number} · ${formats.money(balance)}`,
  ]);
  return (
    <div class="card">
      <div class="look">
        <h2>{words.moneyTask.payment}</h2>
        <dl class="facts">
          <div>
            <dt>{words.moneyTask.amount}</dt>
            <dd class="sum">{formats.money(amount)}</dd>
          </div>
          <div>
            <dt>{words.moneyTask.received}</dt>
            <dd>{receivedOn === null ? '' : formats.day(receivedOn)}</dd>
          </div>
          <div>
            <dt>{words.moneyTask.reference}</dt>
            <dd>{detail(task, 'reference') ?? words.moneyTask.none}</dd>
          </div>
        </dl>
        {proposal === null ? null : (
          <p>
            {words.moneyTask.proposal} {words.moneyTask.because[proposal.because] ?? proposal.because}.
          </p>
        )}
      </div>
      <form method="post" action={`/tasks/${task.id}`} class="act">
        {Array.from({ length: Math.min(SHARES, (proposal?.allocations.length ?? 1) + 1) }, (_, index) => {
          const share = proposal?.allocations[index];
          return (
            <div class="pair">
              <Select
                given={given}
                name={`invoice-${index}`}
                label={words.moneyTask.invoice(index + 1)}
                value={share?.invoiceId ?? ''}
                options={[['', words.moneyTask.noInvoice], ...invoices]}
              />
              <Input
                given={given}
                name={`amount-${index}`}
                label={words.moneyTask.share(index + 1)}
                inputMode="decimal"
                value={share ? formats.decimal(share.amount) : ''}
              />
            </div>
          );
        })}
        <button type="submit">{words.moneyTask.allocate}</button>
      </form>
    </div>
  );
};

/** What was paid too much goes back. */
export const RefundCard = ({ visit, task, given }: CardProps) => {
  const { words, formats, today } = visit;
  const amount = { minor: Number(details(task)['amountMinor'] ?? 0), currency: detail(task, 'currency') ?? 'EUR' };
  return (
    <div class="card">
      <div class="look">
        <p class="sum">{formats.money(amount)}</p>
        <p>{words.moneyTask.refundLead}</p>
      </div>
      <form method="post" action={`/tasks/${task.id}`} class="act">
        <Input given={given} name="reference" label={words.moneyTask.refundReference} />
        <Input given={given} name="on" label={words.moneyTask.refundOn} type="date" value={today} max={today} />
        <button type="submit">{words.moneyTask.refund}</button>
      </form>
    </div>
  );
};
