import { describe, expect, test } from 'vitest';
import { checkWording } from '../../templates/checks.ts';
import { letterText } from '../../templates/letters/letter.ts';
import { fill } from '../../templates/liquid.ts';
import { templateFor } from '../../templates/names.ts';
import { sampleCases } from '../../templates/samples/cases.ts';
import { checkSource } from '../../templates/texts/checkSource.ts';
import { SHIPPED } from '../../templates/texts/catalogue.ts';
import { checkForm } from '../../templates/texts/form.ts';
import { renderMessage, renderScript } from '../../templates/wording.ts';
import { aContext } from './aContext.ts';

const FIRST = 'messages/fr/progressive/first-reminder';
const own = (...lines: string[]): string =>
  ['---', 'subject: "Facture {{ invoice.number }}"', 'purpose: "Essai."', '---', ...lines].join('\n');
const SAYS = 'Il reste {{ balance | money }} à régler, échus le {{ invoice.dueOn | date }}.';

describe('a creditor’s own texts stand in place of the shipped ones', () => {
  test('a message, a letter and a script', () => {
    const texts = {
      [FIRST]: own(SAYS, '', 'Un mot de la maison.'),
      'letters/fr/formal-notice': own('Lettre de la maison.'),
      'scripts/fr/common/call': own('Script de la maison.'),
    };
    const context = aContext({ own: texts });
    expect(renderMessage('progressive/first-reminder', context).text).toContain('Un mot de la maison.');
    expect(letterText('formal-notice', context).markdown).toBe('Lettre de la maison.\n');
    expect(renderScript('common/call', context).markdown).toBe('Script de la maison.\n');
  });

  test('a piece, also within another piece, and in its own language only', () => {
    const context = aContext({ own: { 'partials/fr/reply': 'sonnez à la porte' } });
    expect(renderMessage('progressive/first-reminder', context).text).toContain(
      'dites-le-moi\u00a0: sonnez à la porte',
    );
    expect(renderMessage('progressive/first-reminder', { ...context, language: 'en' }).text).not.toContain('sonnez');
  });

  test('one creditor’s texts never reach another', () => {
    renderMessage('progressive/first-reminder', aContext({ own: { 'partials/fr/reply': 'sonnez' } }));
    expect(renderMessage('progressive/first-reminder', aContext()).text).not.toContain('sonnez');
  });

  test('a strategy of his own has its own texts', () => {
    const texts = { 'messages/fr/ours/gentle-word': own(SAYS) };
    const step = { id: 'gentle-word', level: 1 };
    expect(templateFor('ours', step, 'email', { language: 'fr', own: texts })).toBe('ours/gentle-word');
    expect(templateFor('ours', step, 'email', { language: 'nl', own: texts })).toBe('common/reminder');
  });
});

describe('S2.5 an own text is judged before it is saved', () => {
  const faults = async (name: string, source: string): Promise<string[]> =>
    (await checkSource(name, source)).map(({ line, code, detail }) => `${line} ${code} ${detail}`);

  test('a plain good text passes', async () =>
    expect(await checkSource(FIRST, own('{% include "greeting" %}', '', SAYS))).toEqual([]));

  test.each([
    [
      'an unknown variable, even where no case goes',
      '{% if balance.minor == -1 %}{{ invoice.numero }}{% endif %}',
      '6 TEMPLATE undefined variable: invoice.numero',
    ],
    ['an unknown filter', '{{ balance | euros }}', '6 TEMPLATE undefined filter: euros'],
    ['a value that some cases lack', '{{ contact.phone }}', '6 TEMPLATE this value is missing here'],
    ['forbidden words', 'Dernier avis avant poursuites.', '6 LAST_NOTICE'],
    ['a sum that no statement has', 'Frais : 75,00 €.', '6 AMOUNT_UNKNOWN'],
    ['interest that the step doesn’t announce to a consumer', 'Les intérêts courent.', '6 ANNOUNCES_TOO_MUCH'],
    ['a text without end', '{% for i in (1..100000000) %}x{% endfor %}', '6 TEMPLATE memory alloc limit exceeded'],
  ])('%s is refused with its line', async (_, line, said) => {
    expect((await faults(FIRST, own(SAYS, line))).find((fault) => fault.startsWith(said))).toBeDefined();
  });

  test('says which kinds of debtor meet a fault', async () => {
    const [fault] = await checkSource(FIRST, own(SAYS, 'Les intérêts courent.'));
    expect(fault?.debtorKinds).toEqual(['non-professional', 'consumer']);
  });

  test('what is missing is told without a line', async () => {
    const found = await checkSource(FIRST, own('Bonjour.'));
    expect(new Set(found.map(({ code }) => code))).toEqual(new Set(['AMOUNT_MISSING', 'DUE_DATE_MISSING']));
    expect(found.every(({ line }) => line === null)).toBe(true);
  });

  test.each([
    ['no front matter', FIRST, 'Bonjour', '1 TEMPLATE expected front matter'],
    ['front matter that isn’t YAML', FIRST, '---\nsubject: "a\npurpose: b\n---\nc', '3 TEMPLATE Missing closing'],
    ['no subject', FIRST, '---\npurpose: "a"\n---\nb', '2 TEMPLATE expected "subject"'],
    ['a piece within itself', 'partials/fr/closing', '{% include "closing" %}', '1 TEMPLATE Maximum call stack'],
    [
      'a faulty piece',
      'partials/fr/closing',
      'Bien à vous, {{ sender.fone }}',
      '1 TEMPLATE undefined variable: sender.fone',
    ],
    ['a name that no text has', 'drafts/fr/x', 'x', 'null NAME'],
    ['another language', 'messages/de/common/reminder', own(SAYS), 'null NAME'],
  ])('%s is answered with a fault, never an error', async (_, name, source, said) => {
    const [first = ''] = await faults(name, source);
    expect(first.slice(0, said.length)).toBe(said);
  });

  test('every shipped text is well formed', () => {
    for (const { name, source } of SHIPPED) expect(checkForm(name, source), name).toEqual([]);
  });
});

describe.each(['fr', 'nl', 'en'] as const)(
  'the block of a Belgian consumer’s first reminder is one unit: %s',
  (language) => {
    const name = `messages/${language}/common/be-first-reminder`;
    const [sample] = sampleCases({ folder: 'messages', language, strategy: 'common', step: 'be-first-reminder' });
    if (!sample) throw new Error('expected a sample');
    const { context } = sample;

    test('nobody’s own text takes its place', async () => {
      const faults = await checkSource(`partials/${language}/be-first-reminder-block`, 'x');
      expect(faults.map(({ code }) => code)).toEqual(['FIXED']);
      const pieces = {
        [`partials/${language}/be-first-reminder-block`]: 'rien',
        [`partials/${language}/enterprise-number`]: '',
      };
      expect(fill(`${name}.md`, { ...context, own: pieces })).toEqual(fill(`${name}.md`, context));
    });

    test('an own first reminder must include it, and may say more around it', async () => {
      const without = own(
        '{{ invoice.number }} {{ balance | money }} {{ invoice.dueOn | date }} {{ creditor.name }} {{ invoice.subject }}',
      );
      const codes = (await checkSource(name, without)).map(({ code }) => code);
      expect(codes).toContain('BLOCK_CHANGED');
      expect(codes).toContain('ENTERPRISE_NUMBER_MISSING');
      expect(codes).toContain('LAST_DAY_MISSING');
      expect(codes).toContain('INDEMNITY_MISSING');
      expect(codes).toContain('RATE_MISSING');
      expect(await checkSource(name, own('{{ opening }},', '', '{% include "be-first-reminder-block" %}'))).toEqual([]);
    });

    test('an edited draft may change what stands around it, not the block itself', () => {
      const text = fill(`${name}.md`, context);
      const edited = (markdown: string): string[] =>
        checkWording({ ...text, markdown }, context).map(({ code }) => code);
      const { indemnity } = context.legalWait ?? {};
      expect(indemnity).not.toBeNull();
      expect(edited(`${text.markdown}\n\nPS.`)).toEqual([]);
      expect(edited(text.markdown.replace('14', '10'))).toEqual(['BLOCK_CHANGED']);
    });
  },
);
