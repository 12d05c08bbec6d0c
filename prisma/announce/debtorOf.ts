import { invalid } from '../../domain/refusal.ts';
import { sameContent } from '../content.ts';
import type { Prisma } from '../generated/client.ts';
import { readDebtor, type DebtorProfile } from '../profiles.ts';
import type { Announcement, Warning } from './announcement.ts';

export type Owing = { readonly debtorId: string; readonly profile: DebtorProfile; readonly warnings: Warning[] };

/** The debtor whom the announcement names, or who comes with it: one already known stays as he is. */
export const debtorOf = async (
  db: Prisma.TransactionClient,
  creditorId: string,
  { debtor, debtorId }: Announcement,
  at: number,
): Promise<Owing> => {
  const id = debtor?.id ?? debtorId ?? '';
  const known = await db.debtor.findUnique({ where: { creditorId_id: { creditorId, id } } });
  if (!debtor) {
    if (!known) throw invalid('/debtorId', `expected a known debtor or an embedded one, got the id ${id}`);
    return { debtorId: id, profile: readDebtor(known), warnings: [] };
  }
  const { id: _, ...profile } = debtor;
  if (known) {
    const differs = !sameContent(known.profile, profile);
    return {
      debtorId: id,
      profile: readDebtor(known),
      warnings: differs
        ? [
            {
              code: 'DEBTOR_DIFFERS',
              detail: `debtor ${id} exists with other data; nothing was overwritten, change it by PUT /v1/debtors/${id}`,
            },
          ]
        : [],
    };
  }
  const { kind, name, country, language } = profile;
  const when = new Date(at);
  await db.debtor.create({
    data: { creditorId, id, kind, name, country, language, profile: profile, createdAt: when, updatedAt: when },
  });
  return { debtorId: id, profile, warnings: [] };
};
