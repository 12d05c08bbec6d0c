import type { ComponentChildren } from 'preact';
import { isUnofficial } from '../../domain/interest/rateTable.ts';
import type { StatementView } from '../../prisma/statementView.ts';
import type { Visit } from '../visit.ts';
import { Unofficial } from './unofficial.tsx';

type Props = { readonly visit: Visit; readonly statement: StatementView };

/** What is owed: principal, interest by period, indemnity, and the law that says so. */
export const Statement = ({ visit, statement }: Props) => {
  const { words, formats } = visit;
  const said = words.statement;
  const { principal, interest, indemnity, notClaimed, total, amount } = statement;
  const beyond = total.minor + notClaimed.minor - principal.minor - interest.amount.minor - indemnity.minor;
  const money = (minor: number): string => formats.money({ minor, currency: amount.currency });
  return (
    <section aria-labelledby="statement">
      <h2 id="statement">{said.title(formats.day(statement.on))}</h2>
      <ul class="plainlist ledger">
        <Line name={said.principal} amount={money(principal.minor)} />
        {interest.segments.length === 0 ? null : (
          <Line name={said.interest} amount={money(interest.amount.minor)}>
            <Periods visit={visit} statement={statement} />
          </Line>
        )}
        {indemnity.minor === 0 ? null : <Line name={said.indemnity} amount={money(indemnity.minor)} />}
        {beyond === 0 ? null : <Line name={said.paidBeyond} amount={money(beyond)} />}
        {notClaimed.minor === 0 ? null : <Line name={said.notClaimed} amount={money(-notClaimed.minor)} />}
        <Line name={said.total} amount={money(total.minor)} total />
      </ul>
      <Notes visit={visit} statement={statement} />
      <Unofficial visit={visit} rates={statement.unofficialRates} />
      <Why visit={visit} statement={statement} />
    </section>
  );
};

type LineProps = {
  readonly name: string;
  readonly amount: string;
  readonly total?: boolean;
  readonly children?: ComponentChildren;
};

const Line = ({ name, amount, total = false, children }: LineProps) => (
  <li class={total ? 'total' : ''}>
    <span>{name}</span>
    <span class="money">{amount}</span>
    {children}
  </li>
);

const Periods = ({ visit: { words, formats }, statement }: Props) => {
  const said = words.statement;
  const { segments, perDay } = statement.interest;
  return (
    <ul class="plainlist periods">
      {segments.map(({ from, to, days, ratePct, outstanding, published }) => (
        <li class="quiet small">
          {said.fromTo(formats.shortDay(from), formats.shortDay(to))} · {said.days(days)} · {said.percent(ratePct)}{' '}
          {said.on(formats.money(outstanding))}
          {published !== null && isUnofficial(published) ? <strong class="late"> ({said.unofficial})</strong> : null}
        </li>
      ))}
      {perDay === null || perDay.minor === 0 || statement.missingFrom !== null ? null : (
        <li class="quiet small">{said.perDay(formats.money(perDay))}</li>
      )}
    </ul>
  );
};

const Notes = ({ visit: { words, formats }, statement }: Props) => {
  const said = words.statement;
  const { missingFrom, warnings, claimableFrom, unofficialRates, on } = statement;
  const notes = [
    missingFrom === null ? null : said.missing(formats.day(missingFrom)),
    warnings.includes('RATE_BELOW_LEGAL_FLOOR') ? said.belowFloor : null,
    warnings.includes('FLOOR_UNKNOWN') ? said.floorUnknown : null,
    warnings.includes('RATE_UNOFFICIAL') && unofficialRates.length === 0 ? said.unofficialBound : null,
    claimableFrom === null || claimableFrom <= on ? null : said.claimableFrom(formats.day(claimableFrom)),
  ].filter((note) => note !== null);
  return notes.map((note) => <p class="notice">{note}</p>);
};

const Why = ({ visit: { words, formats }, statement }: Props) => {
  const said = words.statement;
  const { regime, accessories } = statement;
  const { policy, asked, promises } = accessories;
  return (
    <dl class="facts">
      <div>
        <dt>{said.law}</dt>
        <dd>
          {said.regimes[regime.key ?? 'none']}
          {regime.contractRate === null ? '' : ` (${said.percent(regime.contractRate)})`}
          <p class="quiet small">{reasonIn(said.reasons, regime.reason)}</p>
        </dd>
      </div>
      <div>
        <dt>{said.policy}</dt>
        <dd>
          {asked || policy === 'never' ? said.policies[policy] : said.policies.notAsked}
          {promises.map(({ payBy, kept }) => (
            <p class="small">
              {kept === null
                ? said.promised(formats.day(payBy))
                : kept
                  ? said.kept(formats.day(payBy))
                  : said.broken(formats.day(payBy))}
            </p>
          ))}
        </dd>
      </div>
    </dl>
  );
};

const reasonIn = (reasons: Visit['words']['statement']['reasons'], reason: string): string => {
  for (const [pattern, say] of reasons) {
    const found = pattern.exec(reason);
    if (found) return say(...found);
  }
  return reason;
};
