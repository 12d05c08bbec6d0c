import { describe, expect, test } from 'vitest';
import { fillSource } from '../../templates/liquid.ts';
import { readSource, takeApart, TemplateFault } from '../../templates/source.ts';
import { aContext } from './aContext.ts';
import { templatesIn } from './everyTemplate.ts';

const fill = (...lines: string[]): { subject: string; markdown: string } =>
  fillSource(takeApart('mine.md', lines.join('\n')), aContext());

const HEAD = ['---', 'subject: "Facture {{ invoice.number }}"', 'purpose: "essai"', '---'];

describe('S2.5 templates are plain files that people who don’t program can edit', () => {
  test('text, a variable and a filter are all there is to know', () => {
    expect(fill(...HEAD, 'Il reste {{ balance | money }} à régler avant le {{ invoice.dueOn | date_long }} !')).toEqual(
      {
        subject: 'Facture F-2031-0117',
        markdown: 'Il reste 1\u202f200,50\u00a0€ à régler avant le lundi 17 février 2031\u202f!\n',
      },
    );
  });

  test.each([
    ['an unknown variable', '{{ invoice.numero }}', 'undefined variable: invoice.numero'],
    ['an unknown filter', '{{ balance | euros }}', 'undefined filter: euros'],
    ['a tag that never closes', '{% if business %}', 'not closed'],
    ['a value that this case lacks', '{{ payBy }}', 'this value is missing here'],
    ['a date that isn’t one', '{{ invoice.number | date }}', 'expected a day'],
    ['a partial that doesn’t exist', '{% include "salut" %}', 'salut'],
  ])('%s is refused with its file and line', (_, text, said) => {
    const fault = faultOf(() => fill(...HEAD, 'Bonjour,', '', text));
    expect(fault.message).toContain('mine.md, line 7: ');
    expect(fault.message).toContain(said);
  });

  test('a fault in the subject names the subject’s line', () => {
    expect(
      faultOf(() => fill('---', 'purpose: "essai"', 'subject: "Facture {{ numero }}"', '---', 'Bonjour')).message,
    ).toContain('mine.md, line 3: ');
  });

  test('a file without front matter, subject or purpose is refused', () => {
    expect(() => fill('Bonjour')).toThrow('front matter');
    expect(() => fill('---', 'subject: "x"', '---', 'Bonjour')).toThrow('purpose');
  });

  test.each(['messages', 'scripts', 'letters'] as const)('each file of %s says what it is for', (folder) => {
    for (const name of templatesIn(folder))
      expect(readSource(`${folder}/fr/${name}.md`).purpose).toMatch(/^\p{Lu}.*\.$/u);
  });

  test('only template files are read', () => {
    expect(() => readSource('messages/fr/../../../package.md')).toThrow(RangeError);
    expect(() => readSource('messages/fr/common/nothing.md')).toThrow('there is no such template');
  });
});

const faultOf = (run: () => unknown): TemplateFault => {
  try {
    run();
  } catch (error) {
    if (error instanceof TemplateFault) return error;
    throw error;
  }
  throw new Error('expected a fault');
};

describe('a text without end is stopped, whatever it repeats', () => {
  test.each([
    [
      'a capture that doubles itself',
      '{% assign a = "xxxxxxxx" %}{% for i in (1..40) %}{% capture a %}{{ a }}{{ a }}{% endcapture %}{% endfor %}',
    ],
    ['words in a loop', `{% for i in (1..10000) %}${'mot '.repeat(1000)}{% endfor %}`],
    [
      'a value in a loop',
      '{% assign a = "a" %}{% for i in (1..10) %}{% assign a = a | append: a %}{% endfor %}{% for i in (1..1000) %}{{ a }}{% endfor %}',
    ],
    ['loops in loops that say nothing', '{% for i in (1..300) %}{% for j in (1..300) %}{% endfor %}{% endfor %}'],
  ])('%s', (_, text) => {
    expect(faultOf(() => fill(...HEAD, text)).message).toContain('limit exceeded');
  });

  test('pieces that stand in each other', () => {
    const twice =
      '{% assign d = d | plus: 1 %}{% if d < 20 %}{% include "greeting" %}{% include "greeting" %}{% endif %}{% assign d = d | minus: 1 %}';
    const context = { ...aContext(), own: { 'partials/fr/greeting': twice } };
    const source = takeApart('mine.md', [...HEAD, '{% assign d = 0 %}{% include "greeting" %}'].join('\n'));
    expect(faultOf(() => fillSource(source, context)).message).toContain('limit exceeded');
  });
});
