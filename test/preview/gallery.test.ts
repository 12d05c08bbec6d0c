import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { COLUMNS } from '../../local/preview/columns.ts';
import { faultLines, makeGallery } from '../../local/preview/gallery.ts';
import { begin } from '../../local/preview/life.ts';
import { together } from '../../local/preview/page/order.ts';
import { indexPage } from '../../local/preview/page/page.ts';
import { preview } from '../../local/preview/preview.ts';
import { reportCells } from '../../local/preview/reports.ts';
import { ANSWERED } from '../../local/preview/talks.ts';
import type { Wording } from '../../prisma/course/wording.ts';
import { languageOf } from '../../templates/language.ts';
import { wording } from '../../templates/port.ts';
import { loadStrategies } from '../../templates/strategies/load.ts';

const strategies = loadStrategies();
/** Nobody is written to in a language whose texts aren't complete: its columns are asked for from then on. */
const written = COLUMNS.filter(({ language }) => languageOf(language) === language);
const gallery = makeGallery(written, strategies, wording);

test('the gallery has the debtors that the issue names, and a Belgian consumer who reads Dutch', () => {
  expect(COLUMNS.map(({ key }) => key)).toEqual([
    'business-fr',
    'consumer-fr',
    'public-fr',
    'business-be',
    'consumer-be',
    'business-nl',
    'consumer-nl',
    'association-fr',
    'business-en',
  ]);
});

describe.each(written.map(({ key }) => key))('%s', (column) => {
  test('no text is missing, broken, refused or in the wrong language', () => {
    expect(faultLines(gallery).filter((line) => line.startsWith(`${column}/`))).toEqual([]);
  });

  test.each(strategies.map(({ key }) => key))('every step of %s has a text, or a reason why it never comes', (key) => {
    const found = COLUMNS.find((candidate) => candidate.key === column)!;
    const { plan } = begin(
      found,
      strategies.find((candidate) => candidate.key === key)!,
    );
    const texts = gallery.cells.filter((cell) => cell.column === column && cell.strategy === key);
    const reasons = gallery.leftOut.filter(({ name }) => name.startsWith(`${column}/${key}/`));
    const steps = plan.steps.filter(({ action }) => action !== 'stop-deliveries' && action !== 'legal-file');
    expect(steps.length).toBeGreaterThan(2);
    for (const step of steps) {
      const reason = reasons.find(({ name }) => name.endsWith(`/${step.key}`))?.reason ?? null;
      const text = texts.find((cell) => cell.step === step.key) ?? null;
      expect([step.key, text === null], reason ?? '').toEqual([step.key, reason !== null]);
    }
  });

  test('every outcome that is confirmed in writing has its summary', () => {
    const answers = gallery.cells.filter((cell) => cell.column === column && cell.strategy === 'answers');
    const calledBefore = gallery.cells.some(({ name }) => name === `${column}/progressive/pre-call-call`);
    expect(answers.map(({ name }) => name.split('/')[2])).toEqual([
      ...(calledBefore ? ['call-summary-satisfied'] : []),
      ...ANSWERED.map((outcome) => `call-summary-${outcome}`),
      'invoice-copy-invoice-not-received',
    ]);
  });
});

describe('what no single step calls for', () => {
  const all = (): boolean => true;

  test.each(written.map(({ key }) => key))(
    '%s has a statement of account and a report, without a fault',
    async (key) => {
      const lived = gallery.lived.find(({ column }) => column.key === key)!;
      const reports = await reportCells(lived, wording, all);
      expect(reports.map(({ name, faults }) => [name, faults])).toEqual([
        [`${key}/reports/statement`, []],
        [`${key}/reports/activity`, []],
      ]);
      expect(reports[0]!.markdown).toContain('2025/1077');
    },
  );

  test('a report that says undefined, or speaks another language', async () => {
    const lived = gallery.lived.find(({ column }) => column.key === 'business-fr')!;
    const faulty: Wording = {
      ...wording,
      statement: (account) => wording.statement({ ...account, contact: { name: 'undefined' } }),
      activity: (report) => wording.activity({ ...report, language: 'nl' }),
    };
    const reports = await reportCells(lived, faulty, all);
    expect(reports.flatMap(({ faults }) => faults.map(({ kind }) => kind))).toEqual(['leftover', 'language']);
  });

  test('where the first contact was a call, five-days writes next', () => {
    const names = gallery.cells.map(({ name }) => name);
    for (const column of ['business-fr', 'business-be', 'business-nl', 'association-fr', 'business-en'])
      expect(names).toContain(`${column}/five-days/other-channel-email-after-a-call`);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('the contexts are true', () => {
  const cell = (name: string): (typeof gallery.cells)[number] => {
    const found = gallery.cells.find((candidate) => candidate.name === name);
    if (!found) throw new Error(`expected the cell ${name}`);
    return found;
  };

  test('days: progressive, due We 12 Nov 2025', () => {
    const days = gallery.cells
      .filter(
        ({ column, strategy, name }) =>
          column === 'business-fr' && strategy === 'progressive' && /-(?:email|call|registered-letter)$/.test(name),
      )
      .map(({ step, day }) => `${step} ${day}`);
    // D-8 = Tu 4; D-3 = Su 9, rolled to Fr 7; D+1 = Th 13; D+15 = Th 27; D+16; D+30 = Fr 12 Dec; D+45 = Sa 27, so Mo 29.
    expect([...new Set(days)]).toEqual([
      'pre-reminder 2025-11-04',
      'pre-call 2025-11-07',
      'first-reminder 2025-11-13',
      'second-reminder 2025-11-27',
      'reminder-call 2025-11-28',
      'third-reminder 2025-12-12',
      'formal-notice 2025-12-29',
    ]);
  });

  test('figures: what the notice asks, reckoned by hand', () => {
    // 4,213.60 € from 13 Nov to 2 Dec, then 3,213.60 € after the payment, to 29 Dec, at 12.15 %: 20 and 27 days; and 40 €.
    const interest = Math.round((421_360 * 20 * 12.15 + 321_360 * 27 * 12.15) / 36_500);
    const total = (321_360 + interest + 4000) / 100;
    const said = cell('business-fr/progressive/formal-notice-registered-letter').markdown.replaceAll(
      /[\u202f\u00a0]/g,
      ' ',
    );
    expect(said).toContain(
      new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 2 }).format(total).replaceAll('\u202f', ' '),
    );
  });
});

describe('each kind of fault is found', () => {
  const [column] = written;
  const progressive = strategies.filter(({ key }) => key === 'progressive');
  const broken = (change: Partial<Wording>): readonly string[] =>
    faultLines(makeGallery([column!], progressive, { ...wording, ...change }));
  const messageWith = (edit: (text: string) => string): Partial<Wording> => ({
    message: (template, context) => {
      const message = wording.message(template, context);
      return { ...message, markdown: edit(message.markdown) };
    },
  });

  test.each(['{{ payBy }}', '{% if business %}', 'undefined', 'NaN', 'Invalid Date', 'null', '[object Object]'])(
    'a text that says %s',
    (leftover) => {
      expect(broken(messageWith((text) => text.replace('\n\n', `\n\n${leftover} `)))).toContainEqual(
        expect.stringContaining(': leftover: '),
      );
    },
  );

  test('the same in what only the HTML shows', () => {
    const html: Partial<Wording> = {
      message: (template, context) => ({ ...wording.message(template, context), html: '<p>undefined</p>' }),
    };
    expect(broken(html)).toContainEqual(expect.stringContaining(': leftover: '));
  });

  test('a greeting in another language', () => {
    expect(broken(messageWith((text) => text.replace(/^Bonjour[^\n]*/, 'Geachte mevrouw,')))).toContainEqual(
      expect.stringContaining('expected a greeting in fr, got "Geachte mevrouw,"'),
    );
  });

  test('a closing in another language', () => {
    expect(broken(messageWith((text) => text.replace('Bien cordialement', 'Kind regards')))).toContainEqual(
      expect.stringContaining('expected a closing in fr, got "Kind regards,"'),
    );
  });

  test('a body in another language', () => {
    const dutch = 'Het is niet voor u dat wij deze factuur van het werk op de werf aan u te laat zijn op te sturen.';
    const lines = broken(messageWith(() => `Bonjour,\n\n${dutch}\n\nBien cordialement,`));
    expect(lines).toContainEqual(expect.stringContaining('got more words of nl'));
  });

  test('a text that the checks refuse, in an e-mail and in a letter', () => {
    const threat = (text: string): string => `${text}\n\nNous déposerons plainte.\n\nBien cordialement,`;
    const lines = broken({
      message: (template, context) => {
        const { subject, markdown } = wording.message(template, context);
        return wording.edited(subject, threat(markdown), context);
      },
      letterText: (kind, context, template) => {
        const text = wording.letterText(kind, context, template);
        return { ...text, markdown: threat(text.markdown) };
      },
    });
    expect(lines).toContainEqual(expect.stringMatching(/-email: refused: .*THREAT/));
    expect(lines).toContainEqual(expect.stringMatching(/-registered-letter: refused: .*THREAT/));
  });

  test('a text that isn’t there, and one in whose place another would stand', () => {
    const gone: Partial<Wording> = { message: (_, context) => wording.message('progressive/nothing', context) };
    expect(broken(gone)).toContainEqual(expect.stringContaining(': missing: '));
    const [dutch] = COLUMNS.filter(({ language }) => language === 'nl');
    const untranslated: Wording = {
      ...wording,
      templateFor: (strategy, step, channel, { language, own }) =>
        language === 'fr' ? wording.templateFor(strategy, step, channel, { language, own }) : 'common/reminder',
    };
    expect(faultLines(makeGallery([dutch!], strategies, untranslated))).toContainEqual(
      expect.stringMatching(/missing: .* isn't written in nl/),
    );
  });

  test('a template with a wrong variable', () => {
    const wrong: Partial<Wording> = {
      message: (template, context) => wording.message(template, { ...context, invoice: {} as never }),
    };
    expect(broken(wrong)).toContainEqual(expect.stringContaining(': broken: '));
  });
});

describe('npm run preview', () => {
  const inFolder = async (work: (folder: string) => Promise<void>): Promise<void> => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'gallery-'));
    try {
      await work(folder);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };
  const only = 'business-fr/progressive/';

  test('writes each text as it leaves, and a page that shows them', () =>
    inFolder(async (folder) => {
      expect(await preview({ into: folder, pictures: false, only }, wording)).toEqual([]);
      const files = await readdir(folder);
      const bare = 'business-fr--progressive--';
      for (const file of [
        'first-reminder-email.html',
        'first-reminder-email.txt',
        'formal-notice-registered-letter.docx',
        'pre-call-call.md',
      ])
        expect(files).toContain(bare + file);
      const index = await readFile(path.join(folder, 'index.html'), 'utf8');
      expect(index).toContain('id="business-fr/progressive/second-reminder-email"');
      expect(index).toContain(`href="${bare}second-reminder-email.html"`);
    }));

  test('without pictures there are none to be missing, and every link of the page leads somewhere', () =>
    inFolder(async (folder) => {
      await preview({ into: folder, pictures: false, only: 'consumer-be/' }, wording);
      const index = await readFile(path.join(folder, 'index.html'), 'utf8');
      expect([...index.matchAll(/<img[^>]*src=/g)]).toEqual([]);
      const files = await readdir(folder);
      const outside = [...index.matchAll(/(?:href|src)="([^"#]+)"/g)].map(([, to]) => to!);
      expect(outside.length).toBeGreaterThan(20);
      expect(outside.filter((to) => !files.includes(to))).toEqual([]);
      const ids = new Set([...index.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
      const texts = [...index.matchAll(/href="#(consumer-be\/[^"/]+\/[^"]+)"/g)].map(([, to]) => to!);
      expect(new Set(texts).size).toBe(ids.size - 1);
      expect(texts.filter((to) => !ids.has(to))).toEqual([]);
    }));

  test('the page tells what a Belgian consumer gets, in order, and what never comes to him', () => {
    const own = gallery.cells.filter(({ column }) => column === 'consumer-be');
    const page = indexPage(written, { ...gallery, cells: own }, []);
    const [, table = ''] = /<table data-strategy="progressive">(.*?)<\/table>/s.exec(page) ?? [];
    const rows = [...table.matchAll(/<tr><th scope="row">.*?>([^<]+)<\/a><\/th><td>(.*?)<\/td>/g)].map(
      ([, step, field]) =>
        `${step}: ${field!
          .replaceAll(/<[^>]+>/g, '')
          .split('e-mail')[0]!
          .trim()}`,
    );
    expect(rows.slice(0, 5)).toEqual([
      'reminder before the due date: 4 Nov, D−8',
      'call before the due date: consumers are not rung before the due date',
      'free first reminder (Belgium): 13 Nov, D+1',
      "first reminder: the law's free first reminder, be-first-reminder, comes in its place",
      'second reminder: 1 Dec, D+19',
    ]);
  });

  test('orders that differ are put together: what follows in one follows in all', () => {
    expect(together([['a', 'b', 'd'], ['a', 'c', 'd'], ['x', 'a', 'e'], []])).toEqual(['x', 'a', 'e', 'c', 'b', 'd']);
  });

  test('tells its faults, and shows them', () =>
    inFolder(async (folder) => {
      const gone: Wording = { ...wording, message: (_, context) => wording.message('progressive/nothing', context) };
      const faults = await preview({ into: folder, pictures: false, only }, gone);
      expect(faults).toContainEqual(expect.stringContaining('business-fr/progressive/first-reminder-email: missing: '));
      expect(await readFile(path.join(folder, 'index.html'), 'utf8')).toContain('class="fault">missing: ');
    }));

  test('never empties a folder that isn’t a gallery, and refuses a name that no text has', () =>
    inFolder(async (folder) => {
      await writeFile(path.join(folder, 'letter.txt'), 'mine');
      await expect(preview({ into: folder, pictures: false, only }, wording)).rejects.toThrow(
        'expected an empty folder',
      );
      expect(await readFile(path.join(folder, 'letter.txt'), 'utf8')).toBe('mine');
      await expect(preview({ into: folder, pictures: false, only: 'business-fr/nobody' }, wording)).rejects.toThrow(
        'got business-fr/nobody',
      );
    }));
});
