/** A creditor's own first reminder in French, which may be saved; its seventh line begins with `opening`. */
export const ownText = (opening: string): string =>
  [
    '---',
    'subject: "Facture {{ invoice.number }}"',
    'purpose: "Signale le retard."',
    '---',
    '{% include "greeting" %}',
    '',
    `${opening} La facture {{ invoice.number }}, échue le {{ invoice.dueOn | date }}, attend {{ balance | money }}.`,
    '',
    '{% include "payment" %}',
    '',
    '{% include "closing" %}',
    '',
  ].join('\n');
