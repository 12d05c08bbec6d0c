import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { details, type CardProps } from './card.ts';

type Contact = NonNullable<CardProps['task']['debtor']>['contacts'][number];

/** Everybody known at the debtor's, the one to speak to first, with links that ring or write. */
export const Contacts = ({ visit, task }: Pick<CardProps, 'visit' | 'task'>) => {
  const { words } = visit;
  const chosen = (details(task)['contact'] ?? null) as Contact | null;
  const known = task.debtor?.contacts ?? [];
  const isChosen = (contact: Contact): boolean =>
    chosen !== null && contact.name === chosen.name && contact.phone === chosen.phone;
  const contacts = [...known.filter(isChosen), ...known.filter((contact) => !isChosen(contact))];
  if (contacts.length === 0) return <p>{words.task.noContacts}</p>;
  return (
    <ul class="contacts">
      {contacts.map((contact) => (
        <li class={isChosen(contact) ? 'chosen' : ''}>
          <strong>{contact.name}</strong>
          {contact.role === undefined ? null : <span class="quiet"> {words.task.roles[contact.role]}</span>}
          {contact.phone ? (
            <a class="phone" href={`tel:${contact.phone.replaceAll(/[^+\d]/g, '')}`}>
              {spoken(contact.phone)}
            </a>
          ) : null}
          {contact.email ? <span class="mail">{contact.email}</span> : null}
        </li>
      ))}
    </ul>
  );
};

/** In groups, as it is read aloud; without a country code as given. */
const spoken = (phone: string): string => parsePhoneNumberFromString(phone)?.formatInternational() ?? phone;
