import { unpack, type Package } from './package.ts';
import { isPlaceholder, namesIn, paragraphsIn, PLACEHOLDERS } from './placeholders.ts';

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
  const document = found?.xml.get(DOCUMENT);
  if (!found || document === undefined)
    return [{ code: 'NOT_A_DOCX', detail: `expected a Word document (.docx), got ${kindOf(bytes, found)}` }];
  return [...macrosIn(found), ...linksIn(found), ...placeholdersIn(found, document)];
};

const kindOf = (bytes: Uint8Array, found: Package | null): string => {
  if (bytes.length === 0) return 'nothing';
  const start = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  if (start.startsWith('%PDF')) return 'a PDF';
  if (start.startsWith('\u00d0\u00cf\u0011\u00e0')) return 'a document of the old kind (.doc), or one with a password';
  if (found?.names.some((name) => name === 'content.xml')) return 'an OpenDocument file (.odt): save it as .docx';
  return found ? 'a zip archive without word/document.xml' : 'a file that is damaged or of another kind';
};

const macrosIn = ({ names, xml }: Package): readonly PaperFault[] => {
  const active = names.find((name) => /vbaProject|\/activeX\/|\/embeddings\//i.test(name));
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
const linksIn = ({ xml }: Package): readonly PaperFault[] => {
  const external = [...xml].flatMap(([name, content]) =>
    name.endsWith('.rels')
      ? [...content.matchAll(/<Relationship\b[^>]*>/g)]
          .map(([tag]) => tag)
          .filter((tag) => /TargetMode="External"/.test(tag) && !isPlainLink(tag))
          .map((tag) => /Target="([^"]*)"/.exec(tag)?.[1] ?? name)
      : [],
  );
  const fetching = [...xml].flatMap(([name, content]) =>
    name.startsWith('word/') && /<w:instrText\b[^>]*>[^<]*\b(INCLUDETEXT|INCLUDEPICTURE|DDE|DDEAUTO)\b/i.test(content)
      ? [name]
      : [],
  );
  const doctype = [...xml].flatMap(([name, content]) => (/<!DOCTYPE|<!ENTITY/.test(content) ? [name] : []));
  return [...external, ...fetching, ...doctype].map((target) => ({
    code: 'EXTERNAL_LINK',
    detail: `expected a document that brings all it needs, got one that fetches ${target.slice(0, 120)}`,
  }));
};

const isPlainLink = (tag: string): boolean =>
  /Type="[^"]*\/hyperlink"/.test(tag) && /Target="(?:https?:|mailto:|tel:)/i.test(tag);

const placeholdersIn = ({ xml }: Package, document: string): readonly PaperFault[] => {
  const body = paragraphsIn(document);
  const around = [...xml]
    .filter(([name]) => /^word\/(header|footer)\d*\.xml$/.test(name))
    .flatMap(([, content]) => paragraphsIn(content));
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
