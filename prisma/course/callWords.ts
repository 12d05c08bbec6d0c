import { dayAt } from '../../domain/instant.ts';
import { money } from '../../domain/money.ts';
import type { CallWords } from '../../templates/context.ts';
import type { Call } from '../generated/client.ts';
import type { CaseTx } from '../store.ts';

/** A talk as its written summary tells it. */
export const callWords = (
  call: Pick<Call, 'at' | 'channel' | 'spokeTo' | 'outcome' | 'summary' | 'answers'>,
  currency: string,
  timeZone: string,
): CallWords => {
  const answers = call.answers as Record<string, unknown>;
  const text = (name: string): string | null => (typeof answers[name] === 'string' ? answers[name] : null);
  const amount = answers['amount'] as { minor: number } | undefined;
  const promised = call.outcome === 'promise' || call.outcome === 'cheque-posted' || call.outcome === 'paid-already';
  return {
    on: dayAt(call.at.getTime(), timeZone),
    time: new Intl.DateTimeFormat('fr-FR', { hour: '2-digit', minute: '2-digit', timeZone }).format(call.at),
    channel: call.channel === 'visit' ? 'visit' : 'call',
    spokeTo: call.spokeTo,
    outcome: call.outcome,
    reason: text('reason'),
    summary: call.summary,
    promise:
      promised && text('on')
        ? {
            amount: money(amount?.minor ?? 0, currency),
            on: text('on') ?? '',
            means: text('means') ?? '',
            tracking: text('trackingNumber'),
          }
        : null,
    dispute:
      call.outcome === 'dispute'
        ? { amount: amount ? money(amount.minor, currency) : null, reason: text('reason') ?? '' }
        : null,
    forwardedTo:
      call.outcome === 'forwarded' ? ((answers['contact'] as { name?: string } | undefined)?.name ?? null) : null,
  };
};

/** The last talk in which somebody was reached. */
export const lastTalk = async (tx: CaseTx, currency: string): Promise<CallWords | null> => {
  const call = await tx.db.call.findFirst({ where: { ...tx.ref, reached: true }, orderBy: { at: 'desc' } });
  return call ? callWords(call, currency, tx.plan.timeZone) : null;
};
