import { describe, expect, test } from 'vitest';
import { templateFor } from '../../templates/names.ts';
import { loadStrategies } from '../../templates/strategies/load.ts';
import { renderScript } from '../../templates/wording.ts';
import { aCall, aContext, aDebtor, eur } from './aContext.ts';
import { everyContext } from './everyContext.ts';
import { templatesIn } from './everyTemplate.ts';

const FRENCH = { language: 'fr', own: {} } as const;

describe.each(templatesIn('scripts'))('%s', (template) => {
  test.each(everyContext({ channel: 'call' }))('renders for: %s', (_, context) => {
    const announces = context.debtor.kind === 'business' ? (['interest', 'terms'] as const) : [];
    const { title, markdown } = renderScript(template, { ...context, announces });
    expect(title).toContain(context.debtor.name);
    expect(markdown).not.toMatch(/\{\{|undefined|null|NaN/);
  });

  test('S0.4 leads to a record: what to note and how it may end, the person on the line first', () => {
    const { markdown } = renderScript(template, aContext({ channel: 'call' }));
    expect(markdown).toContain('## À noter');
    expect(markdown).toMatch(/`promise`[\s\S]*`not-satisfied`|`forwarded`[\s\S]*`not-satisfied`/);
    expect(markdown).toContain('qu’à la bonne personne');
  });

  test('tells the caller to say nothing about interest to a consumer', () => {
    const { markdown } = renderScript(template, aContext({ debtor: aDebtor('consumer'), channel: 'call' }));
    expect(
      markdown.replace(/Ne parlez ni d’intérêts[^\n]*|Rien d’autre aujourd’hui\u00a0: ni intérêts[^\n]*/g, ''),
    ).not.toMatch(/intérêts|pénalités|40\s€/);
  });
});

test('every call and visit of the strategies has its own script, any other step the common one', () => {
  const spoken = loadStrategies().flatMap(({ key, steps }) =>
    steps.filter(({ action }) => action === 'call' || action === 'visit').map((step) => ({ key, step })),
  );
  expect(
    spoken.map(({ key, step }) => templateFor(key, step, step.action === 'visit' ? 'visit' : 'call', FRENCH)),
  ).toEqual(spoken.map(({ key, step }) => `${key}/${step.id}`));
  expect(templateFor('five-days', { id: 'first-contact', level: 1 }, 'call', FRENCH)).toBe('five-days/first-contact');
  expect(templateFor('procedure', { id: 'second-reminder', level: 2 }, 'call', FRENCH)).toBe('common/call');
});

test('S1.2 the call before the due date quotes the agreed terms and asks whether the invoice is approved', () => {
  const { markdown } = renderScript(
    'progressive/pre-call',
    aContext({ today: '2031-02-12', level: 0, announces: ['terms'], channel: 'call' }),
  );
  expect(markdown).toContain('Nos factures sont payables à trente jours de leur date.');
  expect(markdown).toContain('Est-elle approuvée ?'.replace(' ?', '\u202f?'));
});

test('S3.4 the courtesy call asks about satisfaction first and says nothing about paying late', () => {
  const { markdown } = renderScript(
    'close-contact/courtesy-call',
    aContext({ today: '2031-01-20', level: 0, history: [], channel: 'call' }),
  );
  expect(markdown.indexOf('satisfaits')).toBeLessThan(markdown.indexOf('transmise pour règlement'));
  expect(markdown).not.toMatch(/pénalité|intérêt|échue|jours? de retard/);
});

test('S3.5 the call on the day after the due date is polite, insistent, and says that interest runs', () => {
  const { markdown } = renderScript(
    'close-contact/due-call',
    aContext({ announces: ['interest'], accessories: 'claim', channel: 'call' }),
  );
  expect(markdown).toContain('Restez poli, et insistez');
  expect(markdown).toContain('les pénalités de retard commencent à courir');
});

test('S3.8 a second cheque needs its copy or number', () => {
  const call = aCall({
    on: '2031-02-20',
    promise: { amount: eur(120050), on: '2031-02-24', means: 'cheque', tracking: null },
  });
  const { markdown } = renderScript(
    'close-contact/follow-up-call',
    aContext({ call, announces: ['interest'], level: 2, channel: 'call' }),
  );
  expect(markdown).toContain('la copie du chèque signé, ou au moins son numéro');
  expect(markdown).toContain('vous m’aviez annoncé');
});

test('S3.9 the visit is announced by a call the same morning, for an exact hour that afternoon', () => {
  const { markdown } = renderScript(
    'close-contact/visit',
    aContext({ channel: 'visit', announces: ['presence'], level: 2 }),
  );
  expect(markdown.indexOf('## Le matin')).toBeLessThan(markdown.indexOf('## L’après-midi'));
  expect(markdown).toContain('cet après-midi, à … heures');
});
