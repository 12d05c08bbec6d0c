import type { Act, Story } from '../oracle/story.ts';
import type { Answer, Call } from '../support/call.ts';
import { aDebtor, euros } from '../support/parties.ts';

/** Announces the story's invoice over HTTP, with a debtor of its own. */
export const announceStory = (call: Call, id: string, story: Story): Promise<Answer> =>
  call('POST', '/v1/invoices', {
    id,
    issuedOn: story.postedOn,
    dueOn: story.dueOn,
    amount: euros(story.amountMinor),
    subject: 'Maintenance',
    strategy: story.strategy,
    priorReminders: (story.priorReminders ?? []).map((reminder) => ({ ...reminder, level: 1 })),
    ...(story.startAt === undefined ? {} : { startAt: story.startAt }),
    debtor: {
      ...aDebtor,
      id: `debtor-of-${id}`,
      country: story.debtorCountry,
      ...(story.debtor.local ? { local: true } : {}),
    },
  });

/** A payment that can go back: its id and what is left of it. */
export type Paid = { readonly id: string; left: number };

/** Does one act over HTTP; the answer of the last request, or null when there was nothing to act on. */
export const drive = async (
  call: Call,
  id: string,
  act: Act,
  day: string,
  n: number,
  paid: Paid[],
): Promise<Answer | null> => {
  const invoice = `/v1/invoices/${id}`;
  switch (act.type) {
    case 'payment': {
      const answer = await call('POST', `${invoice}/payments`, {
        id: `${id}-p${n}`,
        amount: euros(act.amountMinor),
        receivedOn: day,
      });
      if (answer.status < 300) paid.push({ id: `${id}-p${n}`, left: act.amountMinor });
      return answer;
    }
    case 'credit-note':
      return call('POST', `${invoice}/credit-notes`, {
        id: `${id}-c${n}`,
        amount: euros(act.amountMinor),
        issuedOn: day,
      });
    case 'reversal':
      return reverse(call, act.amountMinor, day, `${id}-r${n}`, paid);
    case 'hold':
      return call('POST', `${invoice}/hold`, {
        reason: act.reason ?? 'manual',
        ...(act.until ? { until: act.until } : {}),
      });
    case 'resume':
      return call('POST', `${invoice}/resume`, {});
    case 'cancel':
      return call('POST', `${invoice}/cancellation`, { reason: 'issued in error' });
    case 'skip':
      return call('POST', `${invoice}/steps/${act.stepKey}/skip`, { reason: 'not useful here' });
    case 'run-now': {
      const next = (await call('GET', invoice)).body.case.nextStep;
      return next === null ? null : call('POST', `${invoice}/steps/${next}/run`, {});
    }
    case 'correction':
      return call('PATCH', invoice, { dueOn: act.dueOn, reason: 'agreed with the customer' });
    case 'approve':
      return approve(call, id);
    case 'posted':
      return withTask(call, id, ['post-letter'], (task) =>
        call('POST', `/v1/letters/${task.details.documentId}/events`, { kind: 'posted', on: act.on }),
      );
    case 'decide':
      return withTask(call, id, ['decide'], (task) =>
        call('POST', `/v1/tasks/${task.id}/completion`, { decision: 'continue' }),
      );
    case 'call':
      return withTask(call, id, ['call', 'visit'], (task) =>
        call('POST', `/v1/tasks/${task.id}/completion`, talk(act, day)),
      );
  }
};

type TaskShape = {
  readonly id: string;
  readonly kind: string;
  readonly stepKey: string;
  readonly details: { readonly documentId?: string };
};

const withTask = async (
  call: Call,
  id: string,
  kinds: readonly string[],
  then: (task: TaskShape) => Promise<Answer>,
): Promise<Answer | null> => {
  const { body } = await call('GET', `/v1/tasks?status=open&invoiceId=${id}`);
  const task = (body.data as TaskShape[]).find(({ kind }) => kinds.includes(kind));
  return task ? then(task) : null;
};

const approve = async (call: Call, id: string): Promise<Answer | null> =>
  withTask(call, id, ['approve'], async ({ stepKey }) => {
    const path = `/v1/invoices/${id}/steps/${stepKey}`;
    const { body } = await call('GET', path);
    return call('POST', `${path}/approval`, {
      sha256: body.draft.sha256,
      ...(body.draft.personalLine ? { personalLine: { confirmed: true } } : {}),
    });
  });

/** Money goes back from the payments in their order until the amount is reached. */
const reverse = async (
  call: Call,
  amountMinor: number,
  day: string,
  id: string,
  paid: Paid[],
): Promise<Answer | null> => {
  let rest = amountMinor;
  if (rest > paid.reduce((total, payment) => total + payment.left, 0)) return null;
  let answer: Answer | null = null;
  for (const [index, payment] of paid.entries()) {
    const part = Math.min(rest, payment.left);
    if (part === 0) continue;
    answer = await call('POST', `/v1/payments/${payment.id}/reversals`, {
      id: `${id}-${index}`,
      on: day,
      amount: euros(part),
      kind: 'reversal',
    });
    if (answer.status >= 300) return answer;
    payment.left -= part;
    rest -= part;
  }
  return answer;
};

/** What each outcome needs besides its name. */
const talk = (act: Extract<Act, { type: 'call' }>, day: string): Record<string, unknown> => {
  const base = { outcome: act.outcome, spokeTo: 'Mme Martin' };
  switch (act.outcome) {
    case 'promise':
      return { ...base, on: act.on, amount: euros(10_000), means: 'virement' };
    case 'cheque-posted':
      return { ...base, on: act.on };
    case 'paid-already':
      return { ...base, on: day, means: 'virement' };
    case 'dispute':
      return { ...base, reason: 'livraison incomplète', amount: euros(10_000) };
    case 'not-satisfied':
    case 'refused':
      return { ...base, reason: 'travaux à reprendre' };
    case 'invoice-not-received':
      return { ...base, address: 'autre@dupont.example' };
    case 'forwarded':
    case 'wrong-person':
    case 'new-contact':
      return { ...base, contact: { name: 'M. Petit', email: 'petit@dupont.example', phone: '+33145678902' } };
    case 'arrangement-wanted':
      return { ...base, proposal: 'en deux fois' };
    case 'insolvency':
    case 'debt-relief':
    case 'deceased':
      return { ...base, on: day };
    case 'not-debtor':
      return { ...base, reason: 'autre société' };
    default:
      return { outcome: act.outcome };
  }
};
