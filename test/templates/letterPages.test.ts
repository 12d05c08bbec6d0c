import JSZip from 'jszip';
import { expect, test } from 'vitest';
import { renderLetter, renderLetterFrom } from '../../templates/letters/letter.ts';
import { aContext } from './aContext.ts';

const BOX =
  '| Montant à régler | 1 200,50 € |\n|---|---|\n| Au plus tard le | mardi 11 mars 2031 |\n| Bénéficiaire | Dupont |';

test('the closing takes the paragraph before it to the next page, and no more', async () => {
  const pages = await kept('Madame,\n\nUn.\n\nDeux.\n\nTrois.\n\nSalutations.');
  expect(pages).toMatchObject({ 'Madame,': false, 'Un.': false, 'Deux.': false, 'Trois.': true, 'Salutations.': true });
});

test('a box holds together without holding what follows it', async () => {
  const pages = await kept(`Madame,\n\n## Pour payer\n\n${BOX}\n\nUn.\n\nDeux.\n\nSalutations.`);
  expect(pages).toMatchObject({
    'Pour payer': true,
    'Montant à régler': true,
    'Au plus tard le': true,
    Bénéficiaire: false,
  });
});

test('neither the first line of a list nor its last one stands alone, and its introduction stays with it', async () => {
  const pages = await kept('Voici :\n\n- un\n- deux\n- trois\n- quatre\n\nAlors.\n\nEnsuite.\n\nSalutations.');
  expect(pages).toMatchObject({ 'Voici :': true, un: true, deux: false, trois: true, quatre: false, 'Alors.': false });
});

test('the rows beside the code are no higher than their own text', async () => {
  const docx = await renderLetter('reminder-letter', aContext({ channel: 'letter' }));
  const merged = (await xmlOf(docx)).match(/<w:vMerge w:val="continue"\/>.*?<\/w:tc>/gs) ?? [];
  expect(merged.length).toBeGreaterThan(2);
  for (const cell of merged) expect(cell).toContain('w:line="20" w:lineRule="exact"');
});

test('a document ends with a paragraph too low to need a page of its own', async () => {
  const xml = await documentOf('Madame,\n\nF-2031-0117, 1 200,50 €, 17/02/2031.\n\nSalutations.');
  expect(xml).toMatch(
    /<\/w:tbl><w:p><w:pPr><w:spacing [^>]*w:line="20" w:lineRule="exact"\/><\/w:pPr><\/w:p><w:sectPr>/,
  );
});

test('place and date stand at the left of the window, where no slipping sheet shows them', async () => {
  const xml = await documentOf('Madame,\n\nF-2031-0117, 1 200,50 €, 17/02/2031.\n\nSalutations.');
  const [head = ''] = xml.split('</w:tbl>');
  const cells = head.split('<w:tc>');
  expect(cells.findIndex((cell) => cell.includes('Lyon, le '))).toBe(2);
  expect(cells.findIndex((cell) => cell.includes('Dupont SA'))).toBe(3);
});

const documentOf = async (markdown: string): Promise<string> =>
  xmlOf(
    await renderLetterFrom(
      'reminder-letter',
      { subject: 'Facture F-2031-0117', markdown },
      aContext({ channel: 'letter' }),
    ),
  );

const xmlOf = async (docx: Uint8Array): Promise<string> =>
  (await (await JSZip.loadAsync(docx)).file('word/document.xml')?.async('string')) ?? '';

/** Each paragraph's text, and whether it stays on the page of the next. */
const kept = async (markdown: string): Promise<Record<string, boolean>> => {
  const facts = 'La facture F-2031-0117, 1 200,50 €, échue le 17/02/2031, reste à payer.\n\n';
  const xml = await documentOf(facts + markdown);
  return Object.fromEntries(
    (xml.match(/<w:p>.*?<\/w:p>/gs) ?? []).map((paragraph) => [
      paragraph.replace(/<[^>]+>/g, '').replace(/[^\S\n]/g, ' '),
      paragraph.includes('<w:keepNext/>'),
    ]),
  );
};
