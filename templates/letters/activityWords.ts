import type { Language } from '../language.ts';
import type { ActKind } from './reports.ts';

/** The words of an activity report in one language. A code without words is printed as it is. */
export type ActivityPhrases = {
  readonly kind: string;
  readonly title: (from: string | null, on: string) => string;
  readonly made: (day: string) => string;
  readonly whole: string;
  readonly invoices: (count: number) => string;
  readonly reminders: (written: number, spoken: number, inPerson: number) => string;
  readonly vain: (count: number) => string;
  readonly received: string;
  readonly principal: string;
  readonly accessories: string;
  readonly total: string;
  readonly noCosts: string;
  readonly invoice: (number: string, debtor: string) => string;
  readonly facts: (issued: string, due: string, amount: string) => string;
  readonly open: (principal: string, interest: string, indemnity: string, total: string) => string;
  readonly unofficial: (rates: readonly string[]) => string;
  readonly rateOf: (rate: string, from: string, to: string, source: string) => string;
  readonly columns: {
    readonly day: string;
    readonly what: string;
    readonly to: string;
    readonly result: string;
    readonly proof: string;
  };
  readonly nothing: string;
  readonly acts: Readonly<Record<ActKind, string>>;
  readonly channels: Readonly<Record<string, string>>;
  readonly results: Readonly<Record<string, string>>;
  readonly states: Readonly<Record<string, string>>;
  readonly level: (level: number) => string;
  readonly until: (day: string) => string;
  readonly by: (name: string) => string;
  readonly message: string;
  readonly document: string;
  readonly posted: (day: string) => string;
  readonly presented: (day: string) => string;
  readonly tracking: (number: string) => string;
  readonly proofs: string;
};

const fr: ActivityPhrases = {
  kind: 'Rapport de recouvrement',
  title: (from, on) =>
    from === null ? `Relances et paiements jusqu’au ${on}` : `Relances et paiements du ${from} au ${on}`,
  made: (day) =>
    `Établi le ${day} à partir de ce qui est enregistré : messages, lettres, entretiens et paiements, à leurs dates réelles.`,
  whole: 'En résumé',
  invoices: (count) => `Factures : ${count}`,
  reminders: (written, spoken, inPerson) =>
    `Relances : ${written + spoken + inPerson}, dont ${written} par écrit, ${spoken} de vive voix et ${inPerson} sur place`,
  vain: (count) => `Appels ou visites sans réponse : ${count}`,
  received: 'Encaissé',
  principal: 'Principal restant dû',
  accessories: 'Intérêts et indemnités',
  total: 'Total restant dû',
  noCosts: 'Frais de recouvrement enregistrés : aucun.',
  invoice: (number, debtor) => `Facture ${number} : ${debtor}`,
  facts: (issued, due, amount) => `Émise le ${issued}, échéance le ${due}, ${amount} TTC.`,
  open: (principal, interest, indemnity, total) =>
    `Reste dû : principal ${principal}, intérêts ${interest}, indemnité ${indemnity} ; en tout ${total}.`,
  unofficial: (rates) => `Intérêts comptés à un taux non officiel, à vérifier : ${rates.join(' ; ')}.`,
  rateOf: (rate, from, to, source) => `${rate} du ${from} au ${to} (source : ${source})`,
  columns: { day: 'Date', what: 'Démarche', to: 'Auprès de', result: 'Résultat', proof: 'Preuve' },
  nothing: 'Rien n’a été enregistré pour cette facture dans cette période.',
  acts: {
    reminder: 'Relance',
    'earlier-reminder': 'Relance antérieure à la reprise du dossier',
    attempt: 'Tentative',
    talk: 'Entretien',
    answer: 'Écrit envoyé',
    'letter-event': 'Suivi de la lettre',
    hold: 'Suspension',
    'hold-ended': 'Fin de la suspension',
    payment: 'Paiement reçu',
    reversal: 'Paiement annulé',
    refund: 'Remboursement',
    'credit-note': 'Avoir',
    closed: 'Dossier clos',
    'handed-over': 'Dossier transmis',
  },
  channels: {
    email: 'e-mail',
    letter: 'lettre',
    'registered-letter': 'lettre recommandée',
    call: 'appel',
    visit: 'visite',
  },
  results: {
    outbox: 'enregistré, envoi désactivé',
    sent: 'envoyé',
    posted: 'posté',
    merged: 'dans un même envoi avec une autre facture',
    unclear: 'envoi incertain',
    failed: 'non parvenu',
    promise: 'promesse de paiement',
    'cheque-posted': 'chèque annoncé',
    'paid-already': 'dit avoir payé',
    dispute: 'contestation',
    'not-satisfied': 'insatisfaction',
    'invoice-not-received': 'facture non reçue',
    forwarded: 'transmis pour règlement',
    'arrangement-wanted': 'échéancier demandé',
    refused: 'refus',
    'wrong-person': 'mauvais interlocuteur',
    'new-contact': 'nouvel interlocuteur',
    'not-debtor': 'dit ne pas être débiteur',
    insolvency: 'procédure collective',
    'debt-relief': 'surendettement',
    deceased: 'décès',
    'third-party': 'tiers',
    voicemail: 'messagerie',
    'no-answer': 'sans réponse',
    busy: 'occupé',
    satisfied: 'satisfait',
    presented: 'présentée',
    delivered: 'remise',
    unclaimed: 'non réclamée',
    'unknown-address': 'adresse inconnue',
    manual: 'décision d’une personne',
    plan: 'échéancier',
    'payment-announced': 'paiement annoncé',
    reply: 'réponse reçue',
    transfer: 'virement',
    cheque: 'chèque',
    card: 'carte',
    'direct-debit': 'prélèvement',
    cash: 'espèces',
    paid: 'payée',
    credited: 'créditée',
    'written-off': 'abandonnée',
    irrecoverable: 'irrécouvrable',
    cancelled: 'annulée',
  },
  states: {
    starting: 'ouverte',
    chasing: 'en relance',
    'on-hold': 'suspendue',
    'handed-over': 'transmise',
    closed: 'close',
  },
  level: (level) => `niveau ${level}`,
  until: (day) => `jusqu’au ${day}`,
  by: (name) => `par ${name}`,
  message: 'Message',
  document: 'Document',
  posted: (day) => `postée le ${day}`,
  presented: (day) => `présentée le ${day}`,
  tracking: (number) => `suivi ${number}`,
  proofs: 'Chaque preuve est conservée octet pour octet ; les premiers signes de son empreinte SHA-256 la désignent.',
};

const nl: ActivityPhrases = {
  kind: 'Invorderingsverslag',
  title: (from, on) =>
    from === null ? `Aanmaningen en betalingen tot ${on}` : `Aanmaningen en betalingen van ${from} tot ${on}`,
  made: (day) =>
    `Opgesteld op ${day} uit wat geregistreerd is: berichten, brieven, gesprekken en betalingen, op hun werkelijke datum.`,
  whole: 'Samengevat',
  invoices: (count) => `Facturen: ${count}`,
  reminders: (written, spoken, inPerson) =>
    `Aanmaningen: ${written + spoken + inPerson}, waarvan ${written} schriftelijk, ${spoken} mondeling en ${inPerson} ter plaatse`,
  vain: (count) => `Oproepen of bezoeken zonder antwoord: ${count}`,
  received: 'Ontvangen',
  principal: 'Openstaande hoofdsom',
  accessories: 'Interest en vergoedingen',
  total: 'Totaal openstaand',
  noCosts: 'Geregistreerde invorderingskosten: geen.',
  invoice: (number, debtor) => `Factuur ${number}: ${debtor}`,
  facts: (issued, due, amount) => `Van ${issued}, vervaldag ${due}, ${amount} incl. btw.`,
  open: (principal, interest, indemnity, total) =>
    `Openstaand: hoofdsom ${principal}, interest ${interest}, vergoeding ${indemnity}; samen ${total}.`,
  unofficial: (rates) => `Interest berekend tegen een niet-officiële rentevoet, na te gaan: ${rates.join('; ')}.`,
  rateOf: (rate, from, to, source) => `${rate} van ${from} tot en met ${to} (bron: ${source})`,
  columns: { day: 'Datum', what: 'Stap', to: 'Bij', result: 'Resultaat', proof: 'Bewijs' },
  nothing: 'Voor deze factuur is in deze periode niets geregistreerd.',
  acts: {
    reminder: 'Aanmaning',
    'earlier-reminder': 'Aanmaning van vóór dit dossier',
    attempt: 'Poging',
    talk: 'Gesprek',
    answer: 'Bericht verstuurd',
    'letter-event': 'Opvolging van de brief',
    hold: 'Opschorting',
    'hold-ended': 'Einde van de opschorting',
    payment: 'Betaling ontvangen',
    reversal: 'Betaling teruggedraaid',
    refund: 'Terugbetaling',
    'credit-note': 'Creditnota',
    closed: 'Dossier gesloten',
    'handed-over': 'Dossier overgedragen',
  },
  channels: {
    email: 'e-mail',
    letter: 'brief',
    'registered-letter': 'aangetekende brief',
    call: 'oproep',
    visit: 'bezoek',
  },
  results: {
    outbox: 'geregistreerd, verzending uitgeschakeld',
    sent: 'verstuurd',
    posted: 'gepost',
    merged: 'in één zending met een andere factuur',
    unclear: 'verzending onzeker',
    failed: 'niet aangekomen',
    promise: 'betaling beloofd',
    'cheque-posted': 'cheque aangekondigd',
    'paid-already': 'zegt betaald te hebben',
    dispute: 'betwisting',
    'not-satisfied': 'niet tevreden',
    'invoice-not-received': 'factuur niet ontvangen',
    forwarded: 'doorgegeven voor betaling',
    'arrangement-wanted': 'afbetalingsplan gevraagd',
    refused: 'geweigerd',
    'wrong-person': 'verkeerde persoon',
    'new-contact': 'nieuwe contactpersoon',
    'not-debtor': 'zegt geen schuldenaar te zijn',
    insolvency: 'insolventie',
    'debt-relief': 'schuldenregeling',
    deceased: 'overleden',
    'third-party': 'derde',
    voicemail: 'voicemail',
    'no-answer': 'geen antwoord',
    busy: 'bezet',
    satisfied: 'tevreden',
    presented: 'aangeboden',
    delivered: 'afgegeven',
    unclaimed: 'niet afgehaald',
    'unknown-address': 'adres onbekend',
    manual: 'beslissing van een persoon',
    plan: 'afbetalingsplan',
    'payment-announced': 'betaling aangekondigd',
    reply: 'antwoord ontvangen',
    transfer: 'overschrijving',
    cheque: 'cheque',
    card: 'kaart',
    'direct-debit': 'domiciliëring',
    cash: 'contant',
    paid: 'betaald',
    credited: 'gecrediteerd',
    'written-off': 'afgeschreven',
    irrecoverable: 'oninbaar',
    cancelled: 'geannuleerd',
  },
  states: {
    starting: 'open',
    chasing: 'in aanmaning',
    'on-hold': 'opgeschort',
    'handed-over': 'overgedragen',
    closed: 'gesloten',
  },
  level: (level) => `niveau ${level}`,
  until: (day) => `tot ${day}`,
  by: (name) => `door ${name}`,
  message: 'Bericht',
  document: 'Document',
  posted: (day) => `gepost op ${day}`,
  presented: (day) => `aangeboden op ${day}`,
  tracking: (number) => `tracking ${number}`,
  proofs: 'Elk bewijs wordt byte voor byte bewaard; de eerste tekens van zijn SHA-256 duiden het aan.',
};

/** Codes that are English words already need none. */
const en: ActivityPhrases = {
  kind: 'Recovery activity report',
  title: (from, on) =>
    from === null ? `Reminders and payments up to ${on}` : `Reminders and payments from ${from} to ${on}`,
  made: (day) => `Made on ${day} from what is on record: messages, letters, talks and payments, on their real days.`,
  whole: 'In short',
  invoices: (count) => `Invoices: ${count}`,
  reminders: (written, spoken, inPerson) =>
    `Reminders: ${written + spoken + inPerson}, of which ${written} in writing, ${spoken} by word of mouth and ${inPerson} in person`,
  vain: (count) => `Calls or visits that reached nobody: ${count}`,
  received: 'Received',
  principal: 'Principal still owed',
  accessories: 'Interest and compensation',
  total: 'Total still owed',
  noCosts: 'Recovery costs on record: none.',
  invoice: (number, debtor) => `Invoice ${number}: ${debtor}`,
  facts: (issued, due, amount) => `Issued on ${issued}, due on ${due}, ${amount} including VAT.`,
  open: (principal, interest, indemnity, total) =>
    `Still owed: principal ${principal}, interest ${interest}, compensation ${indemnity}; ${total} in all.`,
  unofficial: (rates) => `Interest counted at a rate that is not official, to be verified: ${rates.join('; ')}.`,
  rateOf: (rate, from, to, source) => `${rate} from ${from} to ${to} (source: ${source})`,
  columns: { day: 'Day', what: 'What was done', to: 'To', result: 'Result', proof: 'Proof' },
  nothing: 'Nothing is on record for this invoice in this period.',
  acts: {
    reminder: 'Reminder',
    'earlier-reminder': 'Reminder from before this case',
    attempt: 'Attempt',
    talk: 'Talk',
    answer: 'Written answer',
    'letter-event': 'News of the letter',
    hold: 'Hold',
    'hold-ended': 'End of the hold',
    payment: 'Payment received',
    reversal: 'Payment reversed',
    refund: 'Refund',
    'credit-note': 'Credit note',
    closed: 'Case closed',
    'handed-over': 'Case handed over',
  },
  channels: {
    email: 'e-mail',
    letter: 'letter',
    'registered-letter': 'registered letter',
    call: 'call',
    visit: 'visit',
  },
  results: {
    outbox: 'stored, sending is off',
    merged: 'in one message with another invoice',
    unclear: 'unclear whether it left',
    failed: 'did not arrive',
    promise: 'promised payment',
    'cheque-posted': 'cheque announced',
    'paid-already': 'says it is paid',
    'not-satisfied': 'not satisfied',
    'invoice-not-received': 'invoice not received',
    forwarded: 'forwarded for payment',
    'arrangement-wanted': 'wants an arrangement',
    'wrong-person': 'wrong person',
    'new-contact': 'new contact',
    'not-debtor': 'says not to be the debtor',
    'debt-relief': 'debt relief',
    'third-party': 'third party',
    'no-answer': 'no answer',
    'unknown-address': 'unknown address',
    manual: 'a person’s decision',
    plan: 'installment plan',
    'payment-announced': 'payment announced',
    reply: 'reply received',
    'direct-debit': 'direct debit',
    'written-off': 'written off',
  },
  states: {
    starting: 'open',
    chasing: 'chasing',
    'on-hold': 'on hold',
    'handed-over': 'handed over',
    closed: 'closed',
  },
  level: (level) => `level ${level}`,
  until: (day) => `until ${day}`,
  by: (name) => `by ${name}`,
  message: 'Message',
  document: 'Document',
  posted: (day) => `posted on ${day}`,
  presented: (day) => `presented on ${day}`,
  tracking: (number) => `tracking ${number}`,
  proofs: 'Each proof is kept byte for byte; the first signs of its SHA-256 name it.',
};

const PHRASES: Readonly<Record<Language, ActivityPhrases>> = { fr, nl, en };

export const activityPhrasesIn = (language: Language): ActivityPhrases => PHRASES[language];
