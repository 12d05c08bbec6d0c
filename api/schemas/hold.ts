import { z } from 'zod';
import { compact } from './compact.ts';
import { CivilDay, optional, text } from './values.ts';

export const HoldBody = z
  .strictObject({
    until: optional(CivilDay).meta({ description: 'Last day of the hold; it ends by itself.' }),
    reason: z.enum(['manual', 'reply', 'payment-announced']).default('manual'),
    note: optional(text(2000)),
  })
  .transform(compact)
  .meta({ id: 'Hold' });
