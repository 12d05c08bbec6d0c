import type { Channel } from '../../domain/strategy.ts';
import type { Circumstances } from '../../domain/verdict.ts';
import type { Day } from '../../domain/day.ts';
import { readCreditor, readDebtor, type ContactJson, type CreditorProfile, type DebtorProfile } from '../profiles.ts';
import type { CaseTx } from '../store.ts';

export type Parties = { readonly creditor: CreditorProfile; readonly sending: string; readonly debtor: DebtorProfile };

/** Creditor and debtor as they are today. */
export const readParties = async (tx: CaseTx): Promise<Parties> => {
  const { creditorId } = tx.ref;
  const creditor = await tx.db.creditor.findUniqueOrThrow({ where: { id: creditorId } });
  const debtor = await tx.db.debtor.findUniqueOrThrow({
    where: { creditorId_id: { creditorId, id: tx.invoice.debtorId } },
  });
  return {
    creditor: readCreditor(creditor),
    sending: creditor.sending,
    debtor: readDebtor(debtor),
  };
};

/** What the step's verdict depends on, asked at its time. */
export const circumstances = (debtor: DebtorProfile, today: Day): Circumstances => ({
  today,
  hasEmail: debtor.contacts.some(({ email }) => email),
  hasPhone: debtor.contacts.some(({ phone }) => phone),
  hasAddress: debtor.address.lines.length > 0,
  local: debtor.local === true,
  company: debtor.kind === 'business',
  doNotContact: debtor.doNotContact === true,
  preferred: (debtor.preferredChannel ?? 'email') satisfies Channel,
});

const ROLES: readonly ContactJson['role'][] = ['accounting', 'management', 'buyer', 'legal'];

/** The person to write to or ring: accounting first, then management; only one who can be reached that way. */
export const contactFor = (debtor: DebtorProfile, channel: Channel): ContactJson | null => {
  const reachable = debtor.contacts.filter((contact) =>
    channel === 'email' ? contact.email : channel === 'call' ? contact.phone : true,
  );
  const rank = ({ role }: ContactJson): number => (role ? ROLES.indexOf(role) : ROLES.length);
  return [...reachable].sort((a, b) => rank(a) - rank(b))[0] ?? null;
};

export type Recipient = { readonly name: string; readonly address: string; readonly copy: boolean };

/** The addressee and, from level 2, those who asked for copies. */
export const recipientsOf = (debtor: DebtorProfile, level: number): readonly Recipient[] => {
  const to = contactFor(debtor, 'email');
  if (!to?.email) return [];
  const copies = level < 2 ? [] : debtor.contacts.filter((contact) => contact !== to && contact.copy && contact.email);
  return [
    { name: to.name, address: to.email, copy: false },
    ...copies.map((contact) => ({ name: contact.name, address: contact.email ?? '', copy: true })),
  ];
};
