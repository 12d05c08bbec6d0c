import reader from 'jsqr';
import JSZip from 'jszip';
import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { epcPayload } from '../../domain/payment/epc.ts';
import { paymentReference } from '../../domain/references.ts';
import type { WordingContext } from '../../templates/context.ts';
import { renderLetter } from '../../templates/letters/letter.ts';
import { paymentCode } from '../../templates/payment/code.ts';
import { wording } from '../../templates/port.ts';
import { renderEdited, renderMessage } from '../../templates/wording.ts';
import { aCall, aContext, eur, twoInvoices } from './aContext.ts';

// Its types speak of another kind of module than Node makes of it.
const jsQR = reader as unknown as typeof reader.default;

/** What a phone reads from a picture, by a decoder that shares no code with what drew it. */
const scanned = (bytes: Uint8Array): string | null => {
  const { data, width, height } = PNG.sync.read(Buffer.from(bytes));
  return jsQR(new Uint8ClampedArray(data), width, height)?.data ?? null;
};

const message = (changes = {}) => renderMessage('progressive/first-reminder', aContext(changes));
const amountIn = (payload: string | null | undefined): string | undefined => payload?.split('\n')[7];

describe('the picture', () => {
  test.each([
    ['RF', paymentReference('FR', 'F-2031-0117'), 'Ateliers Morel SARL'],
    ['a Belgian communication', paymentReference('BE', '2031/0117'), 'Bakkerij De Gouden Ovenschieter & Zonen bv'],
    ['a number, and letters beyond ASCII', 'Facture n° 2031/é-117', 'Ćafé “Łódź” – Straße 北京'],
    ['as much as fits', 'x'.repeat(140), 'n'.repeat(70)],
  ])('says what was meant: %s', (_, reference, name) => {
    const context = aContext({ payment: { ...aContext().payment, reference } });
    const named = { ...context, creditor: { ...context.creditor, name } };
    const meant = epcPayload({ ...named.payment, name, amount: named.balance });
    expect(meant).not.toBeNull();
    expect(scanned(paymentCode(named)?.bytes ?? new Uint8Array())).toBe(meant);
  });

  test('has four white modules around it, and two pixels for each shown', () => {
    const { data, width, height } = PNG.sync.read(Buffer.from(paymentCode(aContext())?.bytes ?? []));
    const dark = [...Array(width * height).keys()].filter((pixel) => data[pixel * 4] === 0);
    const columns = dark.map((pixel) => pixel % width);
    const rows = dark.map((pixel) => Math.floor(pixel / width));
    const border = 4 * 6;
    expect([Math.min(...columns), Math.min(...rows)]).toEqual([border, border]);
    expect([Math.max(...columns), Math.max(...rows)]).toEqual([width - border - 1, height - border - 1]);
    // Version 13 has 69 modules.
    expect(width / 6 - 8).toBeLessThanOrEqual(69);
  });

  test('the same transfer is the same picture under the same name, another is another', () => {
    const [once, again, other] = [aContext(), aContext(), aContext({ balance: eur(120_051) })].map(paymentCode);
    expect(again).toEqual(once);
    expect(other?.cid).not.toBe(once?.cid);
  });
});

describe('in an e-mail', () => {
  test('it stands in the payment box, is said in words, and asks for what the box asks for', () => {
    const { html, inline } = message();
    expect(inline).toHaveLength(1);
    const [picture] = inline;
    const box = /<table class="box"[\s\S]*?<\/table>/.exec(html)?.[0] ?? '';
    expect(box.split(`src="cid:${picture?.cid}"`)).toHaveLength(2);
    expect(html.split('cid:')).toHaveLength(2);
    expect(box).toContain('Scannez pour payer');
    expect(box.replaceAll(/[\u00a0\u202f]/g, ' ')).toContain(
      'alt="Code QR de virement : 1 200,50 € à Ateliers Morel SARL"',
    );
    expect(amountIn(scanned(picture!.bytes))).toBe('EUR1200.50');
  });

  test('after a part payment it asks for the rest', () => {
    expect(amountIn(scanned(message({ balance: eur(70_000) }).inline[0]!.bytes))).toBe('EUR700.00');
  });

  test.each([
    ['without an IBAN', { payment: { ...aContext().payment, iban: null } }],
    [
      'in another currency',
      {
        balance: { minor: 120_050, currency: 'CHF' },
        openInvoices: [],
        payments: [],
        invoice: { ...aContext().invoice, amount: { minor: 120_050, currency: 'CHF' } },
      },
    ],
  ])('%s there is none, and nothing points to it', (_, changes) => {
    const { html, inline } = message(changes);
    expect(inline).toEqual([]);
    expect(html).not.toMatch(/cid:|Scannez/);
  });
});

describe('in a letter', () => {
  const printed = async (bytes: Uint8Array): Promise<(string | null)[]> => {
    const { files } = await JSZip.loadAsync(bytes);
    const pictures = Object.values(files).filter(({ name }) => /^word\/media\/.*\.png$/.test(name));
    return Promise.all(pictures.map(async (file) => scanned(await file.async('uint8array'))));
  };
  const notice: WordingContext['notice'] = {
    number: '2031-0001',
    plannedPosting: '2031-03-04',
    deadline: '2031-03-17',
    grantedDays: 8,
  };
  const formal = aContext({ channel: 'registered-letter', level: 3, announces: ['formal-notice', 'interest'], notice });

  test('it is printed beside the payment box of a reminder', async () => {
    const [payload, ...more] = await printed(await renderLetter('reminder-letter', aContext({ channel: 'letter' })));
    expect([amountIn(payload), more]).toEqual(['EUR1200.50', []]);
  });

  test('a formal notice asks for the principal with its accessories, as its text does', async () => {
    const [payload] = await printed(await renderLetter('formal-notice', formal));
    expect(amountIn(payload)).toBe('EUR1246.49');
  });

  test('an approved letter is printed with the picture of its draft or with none', async () => {
    const { subject, markdown, inline } = wording.letterText('formal-notice', formal, '');
    expect(inline).toHaveLength(1);
    expect(await printed(await wording.letter('formal-notice', { subject, markdown, inline }, formal))).toHaveLength(1);
    const renamed = { ...formal, creditor: { ...formal.creditor, name: 'Atelier Morel & Fils' } };
    expect(await printed(await wording.letter('formal-notice', { subject, markdown, inline }, renamed))).toEqual([]);
  });
});

describe('where a text asks for something else than the code would', () => {
  test('a talk’s summary speaks of what was agreed: none', () => {
    const promised = aCall({ promise: { amount: eur(50_000), on: '2031-03-14', means: 'transfer', tracking: null } });
    expect(renderMessage('common/call-summary', aContext({ call: promised })).inline).toEqual([]);
  });

  test('a statement of several invoices: none', () => {
    const sent = renderMessage('statement-first/statement', aContext({ openInvoices: twoInvoices, level: 0 }));
    expect(sent.inline).toEqual([]);
  });
});

describe('in a text that a person changed', () => {
  const { subject, markdown, inline } = message();

  test('the picture that he saw goes with it', () => {
    const sent = renderEdited(subject, `${markdown}\n\nBien à vous.`, aContext(), inline);
    expect(sent.inline).toEqual(inline);
    expect(sent.html).toContain(`cid:${inline[0]?.cid}`);
  });

  test('a picture that he did not see never does', () => {
    const moved = aContext();
    const creditor = { ...moved.creditor, name: 'Atelier Morel & Fils' };
    const sent = renderEdited(subject, markdown, { ...moved, creditor }, inline);
    expect(sent.inline).toEqual([]);
    expect(sent.html).not.toContain('cid:');
  });

  test('without the box, or with another amount in it, there is none: text and code never say two things', () => {
    const context = aContext({ payments: [{ on: '2031-02-25', amount: eur(4599) }] });
    const boxless = markdown.replaceAll(/^\|.*\n?/gm, '');
    expect(boxless).not.toBe(markdown);
    expect(renderEdited(subject, boxless, context, inline).inline).toEqual([]);
    const other = markdown.replace(/^(\| Montant[^|]*\|)[^|]*\|/m, '$1 45,99 € |');
    expect(other).not.toBe(markdown);
    expect(renderEdited(subject, other, context, inline).inline).toEqual([]);
  });
});
