import JSZip from 'jszip';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aPaper, aParagraph, withParts } from '../support/aPaper.ts';
import { aCreditor, ok, setUp } from '../support/story.ts';
import { aHouse, KEY, type House } from './aHouse.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const PATH = '/v1/creditors/default/letterhead';

let house: House;
beforeAll(async () => {
  house = await aHouse();
  await setUp(house.call);
});
afterAll(() => house.close());

const upload = async (
  bytes: Uint8Array,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: any }> => {
  const response = await fetch(house.url + PATH, {
    method: 'PUT',
    headers: { Authorization: `Bearer ${KEY}`, 'Huitaine-Actor': 'Claire', 'Content-Type': DOCX, ...headers },
    body: Buffer.from(bytes),
  });
  return { status: response.status, body: await response.json() };
};

const refusal = async (bytes: Uint8Array): Promise<readonly [string, string]> => {
  const { status, body } = await upload(bytes);
  expect(status, JSON.stringify(body)).toBe(422);
  return [body.errors[0].code, body.errors[0].detail];
};

test('at first letters are in the house style', async () => {
  expect(ok(await house.call('GET', PATH))).toEqual({ own: false, version: 0, versions: [] });
  expect((await house.call('GET', `${PATH}/file`)).status).toBe(404);
});

test('a letterhead is kept by version, given back as it came, and taken back', async () => {
  const bytes = await aPaper();
  const saved = await upload(bytes, { 'Content-Disposition': 'attachment; filename="Papier Morel.docx"' });
  expect(saved).toMatchObject({ status: 200, body: { own: true, version: 1 } });
  expect(saved.body.versions[0]).toMatchObject({ filename: 'Papier Morel.docx', by: 'Claire', version: 1 });
  expect((await upload(bytes)).body.version).toBe(1);
  const file = await house.call('GET', `${PATH}/file`);
  expect(Buffer.from(file.body).equals(Buffer.from(bytes))).toBe(true);
  const back = ok(await house.call('DELETE', PATH));
  expect(back).toMatchObject({
    own: false,
    version: 2,
    versions: [{ filename: null }, { filename: 'Papier Morel.docx' }],
  });
});

test('a letter is seen on it, each thing in its place and nothing twice', async () => {
  await upload(await aPaper());
  const seen = ok(
    await house.call('POST', `/v1/templates/${encodeURIComponent('letters/fr/formal-notice')}/preview`, {
      sample: 'business',
    }),
  );
  const zip = await JSZip.loadAsync(Buffer.from(seen.letter.base64, 'base64'));
  const parts = Object.values(zip.files).filter(({ name }) => /word\/(document|header\d*|footer\d*)\.xml$/.test(name));
  const xml = (await Promise.all(parts.map((part) => part.async('string')))).join('');
  expect(xml).not.toContain('{{');
  const said = xml.replaceAll(/<[^>]+>/g, '');
  for (const words of ['Dupont SA', 'Lyon, le 3 mars 2031', 'MISE EN DEMEURE DE PAYER'])
    expect(said.split(words), words).toHaveLength(2);
  expect(said).toContain('MAISON MOREL');
  ok(await house.call('DELETE', PATH));
});

test('what is no Word document is refused by what it is', async () => {
  expect(await refusal(Buffer.from('%PDF-1.7 …'))).toEqual([
    'NOT_A_DOCX',
    'expected a Word document (.docx), got a PDF',
  ]);
  expect((await refusal(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1])))[1]).toContain('.doc');
  expect((await refusal(Buffer.from('PK and then nothing')))[1]).toContain('damaged or of another kind');
  const odt = await new JSZip().file('content.xml', '<a/>').generateAsync({ type: 'uint8array' });
  expect((await refusal(odt))[1]).toContain('OpenDocument');
});

test('macros are refused, however they are hidden', async () => {
  const paper = await aPaper();
  expect((await refusal(await withParts(paper, { 'word/vbaProject.bin': () => 'x' })))[0]).toBe('MACROS');
  const docm = await withParts(paper, {
    '[Content_Types].xml': (xml) =>
      xml.replace(
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
        'application/vnd.ms-word.document.macroEnabled.main+xml',
      ),
  });
  expect((await refusal(docm))[1]).toContain('macros (.docm)');
});

test('what is fetched from elsewhere is refused, a printed link isn’t', async () => {
  const paper = await aPaper();
  const related = (kind: string, target: string) =>
    withParts(paper, {
      'word/_rels/document.xml.rels': (xml) =>
        xml.replace(
          '</Relationships>',
          `<Relationship Id="rX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}" TargetMode="External"/></Relationships>`,
        ),
    });
  expect(await refusal(await related('attachedTemplate', 'http://evil.example/t.dotm'))).toEqual([
    'EXTERNAL_LINK',
    'expected a document that brings all it needs, got one that fetches http://evil.example/t.dotm',
  ]);
  expect((await refusal(await related('image', 'http://evil.example/pixel.png')))[0]).toBe('EXTERNAL_LINK');
  expect((await upload(await related('hyperlink', 'https://morel.example'))).status).toBe(200);
  ok(await house.call('DELETE', PATH));
});

test.each([
  ['LETTER_MISSING', [aParagraph('{{address}}')], 'expected {{letter}} exactly once, got it 0 times'],
  [
    'LETTER_TWICE',
    [aParagraph('{{letter}}'), aParagraph('{{letter}}')],
    'expected {{letter}} exactly once, got it 2 times',
  ],
  [
    'LETTER_PLACE',
    [aParagraph('Texte : {{letter}}')],
    'expected {{letter}} alone in its paragraph, got Texte : {{letter}}',
  ],
  ['UNKNOWN_PLACEHOLDER', [aParagraph('{{adresse}}'), aParagraph('{{letter}}')], 'got {{adresse}}'],
  ['OPEN_PLACEHOLDER', [aParagraph('{{date'), aParagraph('{{letter}}')], 'got {{date'],
])('its placeholders are checked: %s', async (code, body, detail) => {
  const [found, said] = await refusal(await aPaper(body));
  expect(found).toBe(code);
  expect(said).toContain(detail);
});

test('a file that is too large or unpacks to too much is refused', async () => {
  const large = await upload(new Uint8Array(5_000_001));
  expect([large.status, large.body.detail]).toEqual([413, 'expected a body of at most 5 MB']);
  const bomb = await new JSZip()
    .file('word/document.xml', 'a'.repeat(50_000_000))
    .generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
  expect(bomb.length).toBeLessThan(100_000);
  expect((await refusal(bomb))[0]).toBe('NOT_A_DOCX');
});

test('a refused file leaves the letterhead in force as it is', async () => {
  const bytes = await aPaper();
  const { body } = await upload(bytes);
  expect((await upload(Buffer.from('nothing'))).status).toBe(422);
  expect((await upload(bytes, { 'Content-Type': 'application/pdf' })).status).toBe(415);
  expect(ok(await house.call('GET', PATH))).toEqual(body);
});

test('only an admin uploads, and only for his own house', async () => {
  const operator = await house.withScopes(['operator']);
  ok(await operator('GET', PATH));
  expect((await operator('DELETE', PATH)).status).toBe(403);
  ok(await house.call('PUT', '/v1/creditors/other', aCreditor));
  const bound = await house.withScopes(['admin'], 'default');
  expect((await bound('DELETE', '/v1/creditors/other/letterhead')).body.code).toBe('CREDITOR_FORBIDDEN');
});
