import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from './generated/client.ts';

export type { PrismaClient } from './generated/client.ts';

/** A pool of connections to the database at `url`. */
export const connect = (url: string, connections = 10): PrismaClient =>
  new PrismaClient({
    adapter: new PrismaPg({ connectionString: url, max: connections }),
    transactionOptions: { maxWait: 20_000, timeout: 20_000 },
  });
