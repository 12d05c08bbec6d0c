import { dayAt } from '../../domain/instant.ts';
import { ratedSegments } from '../../domain/claim/ratedSegments.ts';
import { unofficialRates } from '../../domain/claim/unofficial.ts';
import { rateProposals } from '../../domain/interest/ecbProposal.ts';
import { latePaymentStatement } from '../../domain/interest/statement.ts';
import { putRates } from '../../prisma/putRates.ts';
import { ratesInForce, rateTable } from '../../prisma/rates.ts';
import { ECB_BASE_URL, MAIN_RATE, mainRate } from '../ecb.ts';
import { Problem } from '../problem.ts';
import { route, type Reply, type Sender } from '../route.ts';
import {
  LatePaymentBody,
  LatePaymentView,
  ProposalsView,
  RateFilters,
  RatesBody,
  RatesShown,
  RatesView,
} from '../schemas/latePayment.ts';
import { ADMIN, READ } from './access.ts';

export const latePaymentRoutes = [
  route(
    {
      method: 'post',
      path: '/v1/late-payment-statements',
      summary: 'Compute late interest and fixed indemnity of one invoice; nothing is stored',
      tag: 'Late payment',
      access: READ,
      body: LatePaymentBody,
      example: {
        regime: 'FR_B2B_DEFAULT',
        principal: { minor: 1_000_000, currency: 'EUR' },
        dueOn: '2025-04-30',
        payments: [{ on: '2025-06-15', amount: { minor: 300_000, currency: 'EUR' } }],
        statementOn: '2025-08-31',
      },
      responses: { 200: { description: 'What is owed', schema: LatePaymentView } },
    },
    async ({ store }, { body }) => {
      const rates = await rateTable(store.db);
      const statement = latePaymentStatement(body, rates);
      const segments = ratedSegments(body.regime, statement.segments, rates);
      return { status: 200, body: { ...statement, segments, unofficialRates: unofficialRates(segments) } };
    },
  ),
  route(
    {
      method: 'get',
      path: '/v1/rates',
      summary: 'List the rates in force, each with its source and how far it may be trusted',
      tag: 'Late payment',
      access: READ,
      query: RateFilters,
      responses: { 200: { description: 'All of them', schema: RatesView } },
    },
    async ({ store }, { query: { series } }) => {
      const rates = await ratesInForce(store.db);
      return listed(series === undefined ? rates : rates.filter((row) => row.series === series));
    },
  ),
  route(
    {
      method: 'put',
      path: '/v1/rates',
      summary: 'Add or replace one rate or a list, by a key of the installation; what was in force before is kept',
      tag: 'Late payment',
      access: ADMIN,
      act: 'person',
      body: RatesBody,
      bodyShown: RatesShown,
      example: {
        series: 'ECB_MRO',
        from: '2027-01-01',
        ratePct: '2.40',
        confidence: 'official',
        source: 'https://www.ecb.europa.eu/stats/policy_and_exchange_rates/key_ecb_interest_rates/',
        why: 'half-yearly update',
      },
      responses: { 200: { description: 'The rates as they are in force now', schema: RatesView } },
    },
    async ({ store }, { body, sender }) => {
      ofInstallation(sender);
      return listed(await putRates(store, body, sender.actor));
    },
  ),
  route(
    {
      method: 'post',
      path: '/v1/rates/proposals',
      summary: 'Ask the ECB which rates are missing or differ; nothing is stored, a person confirms by PUT',
      tag: 'Late payment',
      access: ADMIN,
      responses: { 200: { description: 'What may be entered', schema: ProposalsView } },
    },
    async ({ store, now, config }) => {
      const observations = await mainRate(config.ecbBaseUrl ?? ECB_BASE_URL);
      const today = dayAt(await now(), 'Europe/Brussels');
      const data = rateProposals(observations, await rateTable(store.db), today, MAIN_RATE);
      const latest = observations.reduce((newest, one) => (one.on > newest.on ? one : newest));
      return { status: 200, body: { data, latest } };
    },
  ),
];

/** The rates are every creditor's: whoever changes them for one changes what the others claim. */
const ofInstallation = ({ boundTo }: Sender): void => {
  if (boundTo === null) return;
  throw new Problem(
    403,
    'CREDITOR_FORBIDDEN',
    `expected a key of the installation, whose rates all creditors share, got one bound to ${boundTo}`,
  );
};

const listed = (data: Awaited<ReturnType<typeof ratesInForce>>): Reply => ({
  status: 200,
  body: { data, nextCursor: null },
});
