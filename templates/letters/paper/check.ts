import { unpack, type Package } from './package.ts';
import { isPlaceholder, namesIn, PLACEHOLDERS } from './placeholders.ts';
import { readXml, type XmlRead } from './xml.ts';

/** Why a file can't be a letterhead: what was expected and what came. */
export type PaperFault = { readonly code: string; readonly detail: string };

export const LARGEST_PAPER = 5_000_000;

const DOCUMENT = 'word/document.xml';
const MAIN_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

/** What is wrong with a letterhead; empty = letters can be written on it. */
export const checkPaper = (bytes: Uint8Array): readonly PaperFault[] => {
  if (bytes.length > LARGEST_PAPER)
    return [{ code: 'TOO_LARGE', detail: `expected at most 5 MB, got ${(bytes.length / 1_000_000).toFixed(1)} MB` }];
  const found = unpack(bytes);
  if (!found?.xml.has(DOCUMENT))
    return [{ code: 'NOT_A_DOCX', detail: `expected a Word document (.docx), got ${kindOf(bytes, found)}` }];
  const parts = new Map<string, XmlRead>();
  for (const [name, xml] of found.xml) {
    const read = readXml(xml);
    if (!read) return [{ code: 'NOT_A_DOCX', detail: `expected well-formed XML without a DOCTYPE in ${name}` }];
    parts.set(name, read);
  }
  return [...macrosIn(found), ...linksIn(parts), ...placeholdersIn(parts)];
};

const kindOf = (bytes: Uint8Array, found: Package | null): string => {
  if (bytes.length === 0) return 'nothing';
  const start = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  if (start.startsWith('%PDF')) return 'a PDF';
  if (start.startsWith('\u00d0\u00cf\u0011\u00e0')) return 'a document of the old kind (.doc), or one with a password';
  if (found?.parts.has('content.xml')) return 'an OpenDocument file (.odt): save it as .docx';
  return found ? 'a zip archive without word/document.xml' : 'a file that is damaged or of another kind';
};

const macrosIn = ({ parts, xml }: Package): readonly PaperFault[] => {
  const active = [...parts.keys()].find((name) => /vbaProject|\/activeX\/|\/embeddings\//i.test(name));
  if (active)
    return [{ code: 'MACROS', detail: `expected a document without macros or embedded files, got ${active}` }];
  const type = /<Override[^>]*PartName="\/word\/document\.xml"[^>]*>/.exec(xml.get('[Content_Types].xml') ?? '')?.[0];
  const [, said = 'no content type'] = /ContentType="([^"]*)"/.exec(type ?? '') ?? [];
  if (said === MAIN_TYPE) return [];
  const kind = /macroEnabled/i.test(said)
    ? 'a document with macros (.docm)'
    : /template/.test(said)
      ? 'a template (.dotx)'
      : said;
  return [{ code: 'NOT_A_DOCX', detail: `expected a Word document saved as .docx, got ${kind}` }];
};

/** A letter must open the same everywhere and ask nobody for anything; an address of a web site may be printed as a link. */
const linksIn = (parts: ReadonlyMap<string, XmlRead>): readonly PaperFault[] => {
  const external = [...parts.values()]
    .flatMap(({ relationships }) => relationships)
    .filter((one) => one['TargetMode']?.toLowerCase() === 'external' && !isPlainLink(one))
    .map((one) => one['Target'] ?? 'something');
  const fetching = [...parts].flatMap(([name, { fields }]) =>
    fields.some((said) => FETCHES.test(said)) ? [name] : [],
  );
  return [...external, ...fetching].map((target) => ({
    code: 'EXTERNAL_LINK',
    detail: `expected a document that brings all it needs, got one that fetches ${target.slice(0, 120)}`,
  }));
};

/** Fields that bring in what lies elsewhere. */
const FETCHES = /^\s*(INCLUDE|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|DDE|DDEAUTO|DATABASE)\b/i;

const isPlainLink = ({ Type: type = '', Target: target = '' }: XmlRead['relationships'][number]): boolean =>
  type.endsWith('/hyperlink') && /^(?:https?:|mailto:|tel:)/i.test(target);

const placeholdersIn = (parts: ReadonlyMap<string, XmlRead>): readonly PaperFault[] => {
  const body = parts.get(DOCUMENT)?.paragraphs ?? [];
  const around = [...parts]
    .filter(([name]) => /^word\/(header|footer)\d*\.xml$/.test(name))
    .flatMap(([, { paragraphs }]) => paragraphs);
  const all = [...body, ...around];
  const unknown = [...new Set(all.flatMap(namesIn))].filter((name) => !isPlaceholder(name));
  const open = all.find((text) => /\{\{|\}\}/.test(text.replaceAll(/\{\{[^{}]*\}\}/g, '')));
  return [
    ...unknown.map((name) => ({
      code: 'UNKNOWN_PLACEHOLDER',
      detail: `expected one of ${PLACEHOLDERS.map((known) => `{{${known}}}`).join(', ')}, got {{${name}}}`,
    })),
    ...(open === undefined
      ? []
      : [
          {
            code: 'OPEN_PLACEHOLDER',
            detail: `expected {{ and }} around a name in one paragraph, got ${open.slice(0, 80)}`,
          },
        ]),
    ...letterIn(body, around),
  ];
};

/** The letter takes the place of a whole paragraph of the body. */
const letterIn = (body: readonly string[], around: readonly string[]): readonly PaperFault[] => {
  const isLetter = (name: string): boolean => name === 'letter';
  const times = body.flatMap(namesIn).filter(isLetter).length;
  if (around.flatMap(namesIn).some(isLetter))
    return [{ code: 'LETTER_PLACE', detail: 'expected {{letter}} in the page itself, got it in a header or footer' }];
  if (times !== 1)
    return [
      {
        code: times === 0 ? 'LETTER_MISSING' : 'LETTER_TWICE',
        detail: `expected {{letter}} exactly once, got it ${times} times`,
      },
    ];
  const paragraph = body.find((text) => namesIn(text).some(isLetter)) ?? '';
  if (/^\{\{\s*letter\s*\}\}$/.test(paragraph)) return [];
  return [
    { code: 'LETTER_PLACE', detail: `expected {{letter}} alone in its paragraph, got ${paragraph.slice(0, 80)}` },
  ];
};
