import type { Prisma } from '../generated/client.ts';
import { readDebtor, type AddressJson, type ContactJson, type DebtorProfile } from '../profiles.ts';
import { newId, type CaseTx } from '../store.ts';
import type { TalkBody } from './talkBody.ts';

export type NewContact = NonNullable<TalkBody['contact']>;

/** The debtor as he is on record now. */
export const debtorProfile = async (tx: CaseTx): Promise<DebtorProfile> => {
  return readDebtor(await tx.db.debtor.findUniqueOrThrow({ where: where(tx) }));
};

export const hasEmail = ({ contacts }: DebtorProfile): boolean => contacts.some(({ email }) => Boolean(email));

/** Adds a contact after the others; what goes out keeps its recipient. */
export const addContact = (tx: CaseTx, contact: NewContact): Promise<void> =>
  changeProfile(tx, 'contact-added', (profile) => ({ ...profile, contacts: [...profile.contacts, withId(contact)] }));

/** Puts the right person first; the wrong one, when he was named, is replaced. */
export const correctContact = (tx: CaseTx, contact: NewContact, wrongId: string | null): Promise<void> =>
  changeProfile(tx, 'contact-corrected', (profile) => {
    const wrong = profile.contacts.find(({ id }) => id !== undefined && id === wrongId);
    const right = withId({ ...contact, role: contact.role ?? wrong?.role ?? 'accounting' });
    return { ...profile, contacts: [right, ...profile.contacts.filter((known) => known !== wrong)] };
  });

export type Reachable = {
  readonly email?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly address?: AddressJson | null | undefined;
};

/** Stores an address that works: on the contact named, else the accounting one, else the first. */
export const storeAddress = (
  tx: CaseTx,
  { email, phone, address }: Reachable,
  contactId: string | null,
): Promise<void> =>
  changeProfile(tx, 'address-fixed', (profile) => {
    const { contacts } = profile;
    const found =
      contacts.find(({ id }) => id !== undefined && id === contactId) ??
      contacts.find(({ role }) => role === 'accounting') ??
      contacts[0];
    const fixed = {
      ...(found ?? withId({ name: profile.name, role: 'accounting' })),
      ...(email ? { email } : {}),
      ...(phone ? { phone } : {}),
    };
    return {
      ...profile,
      ...(address ? { address } : {}),
      contacts: found ? contacts.map((known) => (known === found ? fixed : known)) : email || phone ? [fixed] : [],
    };
  });

const withId = ({ name, role, email, phone }: NewContact): ContactJson => ({
  id: newId('contact'),
  name,
  ...(role ? { role } : {}),
  ...(email ? { email } : {}),
  ...(phone ? { phone } : {}),
  copy: false,
});

/** Under the debtor's own lock: his other cases may change him at the same time. */
const changeProfile = async (
  tx: CaseTx,
  type: string,
  change: (profile: DebtorProfile) => DebtorProfile,
): Promise<void> => {
  const { creditorId } = tx.ref;
  await tx.db
    .$queryRaw`SELECT 1 FROM "Debtor" WHERE "creditorId" = ${creditorId} AND "id" = ${tx.invoice.debtorId} FOR NO KEY UPDATE`;
  const profile = change(await debtorProfile(tx));
  await tx.db.debtor.update({
    where: where(tx),
    data: { profile, version: { increment: 1 }, updatedAt: new Date(tx.now) },
  });
  await tx.note(type, { debtorId: tx.invoice.debtorId });
};

const where = (tx: CaseTx): Prisma.DebtorWhereUniqueInput => ({
  creditorId_id: { creditorId: tx.ref.creditorId, id: tx.invoice.debtorId },
});
