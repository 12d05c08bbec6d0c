import { z } from 'zod';
import { CONFIDENCES, RATE_SERIES } from '../../domain/interest/rateTable.ts';
import { Address, Day, Email, TalkBody } from './talkBody.ts';

const reason = z.string().trim().min(1, 'expected a reason, got none').max(1000);
const Money = z.strictObject({ minor: z.int().positive(), currency: z.string().length(3) });

export const ApproveBody = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'expected the SHA-256 of the draft in 64 hexadecimal digits'),
  personalLine: z
    .union([
      z.strictObject({ confirmed: z.literal(true) }),
      z.strictObject({ text: z.string().trim().min(1).max(500) }),
    ])
    .nullish(),
  edit: z.strictObject({ subject: z.string().nullish(), markdown: z.string().nullish() }).nullish(),
});

export const PostLetterBody = z.strictObject({
  postedOn: Day,
  trackingNumber: z.string().trim().min(1).max(60).nullish(),
});

export const FixAddressBody = z
  .strictObject({
    email: Email.nullish(),
    phone: z.string().trim().min(3).max(40).nullish(),
    address: Address.nullish(),
  })
  .refine(
    (given) => Object.values(given).some((value) => value != null),
    'expected an email, a phone or an address, got none of them',
  );

export const DECISIONS = ['continue', 'skip', 'hold', 'write-off', 'irrecoverable', 'hand-over'] as const;
export type Decision = (typeof DECISIONS)[number];
export const DecideBody = z.strictObject({
  decision: z.enum(DECISIONS),
  reason: reason.nullish(),
  until: Day.nullish(),
});
export type DecideBody = z.output<typeof DecideBody>;

/** What a person may do with interest and indemnity that are left. */
export const ACCESSORIES_DECISIONS = ['waive', 'hand-over', 'write-off', 'irrecoverable'] as const;
export const AccessoriesBody = z.strictObject({ decision: z.enum(ACCESSORIES_DECISIONS), reason: reason.nullish() });
export type AccessoriesBody = z.output<typeof AccessoriesBody>;

export const StopDeliveriesBody = z.strictObject({ done: z.literal(true) });

export const LegalFileBody = z.strictObject({ decision: z.enum(['filed', 'handed-over', 'not-pursued']), reason });
export type LegalFileBody = z.output<typeof LegalFileBody>;

export const AllocateBody = z.strictObject({
  allocations: z.array(z.strictObject({ invoiceId: z.string().min(1), amount: Money })).min(1),
});

export const RefundBody = z.strictObject({ reference: z.string().trim().min(1).max(120), on: Day });

/** One rate as PUT /v1/rates takes it; what its figures must be is checked by domain/interest. */
export const RateBody = z
  .strictObject({
    series: z.enum(RATE_SERIES),
    from: Day,
    to: Day.nullish(),
    ratePct: z.string().regex(/^\d{1,3}(\.\d{1,4})?$/, 'expected a percentage as 12.5, with at most four decimals'),
    confidence: z.enum(CONFIDENCES),
    source: z.string().trim().min(3, 'expected where the rate was read').max(500),
    why: z.string().trim().min(3, 'expected why it is entered').max(500),
  })
  .meta({ id: 'RateGiven' });

/** What completing a task takes, by its kind. */
export const COMPLETIONS = {
  call: TalkBody,
  visit: TalkBody,
  approve: ApproveBody,
  'post-letter': PostLetterBody,
  'fix-address': FixAddressBody,
  decide: DecideBody,
  accessories: AccessoriesBody,
  'stop-deliveries': StopDeliveriesBody,
  'legal-file': LegalFileBody,
  'allocate-payment': AllocateBody,
  refund: RefundBody,
  'rate-missing': RateBody,
} as const;
