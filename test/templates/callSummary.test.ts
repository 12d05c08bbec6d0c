import { describe, expect, test } from 'vitest';
import { CALL_OUTCOMES } from '../../domain/outcome.ts';
import type { CallWords, WordingContext } from '../../templates/context.ts';
import { renderMessage } from '../../templates/wording.ts';
import { aCall, aContext, aDebtor, eur } from './aContext.ts';
import { everyContext } from './everyContext.ts';

const CALLS: CallWords[] = CALL_OUTCOMES.flatMap((outcome) => [
  aCall({ outcome }),
  aCall({
    outcome,
    promise: { amount: eur(0), on: '2031-03-14', means: '', tracking: null },
    dispute: { amount: null, reason: '' },
  }),
  aCall({
    outcome,
    channel: 'visit',
    spokeTo: null,
    promise: null,
    reason: 'le gérant est absent',
    summary: 'Nous nous reparlons vendredi',
  }),
]);

describe.each(everyContext())('S3.6 a written summary for: %s', (_, context) => {
  test.each(CALLS)('$outcome', (call) => {
    const announces = context.debtor.kind === 'business' ? (['interest'] as const) : [];
    const { subject, text } = renderMessage('common/call-summary', { ...context, announces, call });
    expect(`${subject}${text}`).not.toMatch(/\{\{|undefined|null|NaN|\s{2}[a-zà]| 0,00|par \.|par ,/);
    expect(text).toContain(context.invoice.number);
  });
});

test('S3.6 the summary says who, when, how much, by when and by what means', () => {
  const text = summary({});
  expect(text).toContain('du mardi 4 mars 2031, à 10 h 30');
  expect(text).toContain(
    'vous payez 1 200,50 € par virement, de sorte que la somme nous parvienne au plus tard le vendredi 14 mars 2031',
  );
  expect(text).toContain('corrigez-moi');
});

test('S0.2 after a call that announced interest, the summary repeats it in writing, to businesses only', () => {
  const changes: Partial<WordingContext> = { announces: ['interest'], accessories: 'claim', level: 2 };
  expect(summary(changes)).toContain('Nous vous les facturerons');
  expect(summary({ ...changes, debtor: aDebtor('consumer'), announces: [] })).not.toMatch(
    /pénalité|intérêt|factureron/,
  );
});

test('S3.7 a cheque goes by tracked post, and we ring again three days later', () => {
  const text = summary(
    {},
    { outcome: 'cheque-posted', promise: { amount: eur(120050), on: '2031-03-05', means: 'cheque', tracking: null } },
  );
  expect(text).toContain('vous nous postez un chèque de 1 200,50 € le mercredi 5 mars 2031');
  expect(text).toContain('L’échéance d’origine et nos droits restent inchangés');
  expect(text).toContain('par courrier suivi');
  expect(text).toContain('trois jours plus tard');
});

test('a dispute is acknowledged with its reason, and the rest stays payable', () => {
  const text = summary({}, { outcome: 'dispute', dispute: { amount: eur(20000), reason: 'deux tabourets rayés' } });
  expect(text).toContain('Vous contestez 200,00 €, pour ce motif : deux tabourets rayés.');
  expect(text).toContain('La partie que vous ne contestez pas reste payable.');
});

test('what the debtor says of the delivery is written down, and that he has no invoice is his word', () => {
  expect(summary({}, { outcome: 'satisfied', promise: null })).toContain('vous donne satisfaction');
  const text = summary({}, { outcome: 'invoice-not-received', promise: null });
  expect(text).toContain('Vous m’avez dit ne pas avoir reçu cette facture');
});

test.each(['insolvency', 'deceased', 'not-debtor'])('after %s nothing is asked and no law recalled', (outcome) => {
  const text = summary({ announces: ['interest'], accessories: 'claim', level: 2 }, { outcome, promise: null });
  expect(text).not.toMatch(/pénalité|IBAN|convenu|régler|1 200/i);
});

const summary = (changes: Partial<WordingContext>, call: Partial<CallWords> = {}): string =>
  renderMessage('common/call-summary', aContext({ ...changes, call: aCall(call) })).text.replace(/[^\S\n]/g, ' ');
