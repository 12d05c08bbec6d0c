import { createHash } from 'node:crypto';
import path from 'node:path';
import { root } from '../paths.ts';

/** Where the data lie when root's PostgreSQL account can't enter the checkout (as in /root): where servers keep theirs. */
export const PLACE_FOR_ROOT = path.join(
  '/var/lib/huitaine',
  createHash('sha256').update(root).digest('hex').slice(0, 16),
);

export const dataFolder = (place: string): string => path.join(place, 'postgres');
