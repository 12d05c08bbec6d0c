import { SaxesParser } from 'saxes';

/** What of an XML part matters for a letterhead. */
export type XmlRead = {
  /** Each element that a relationship is, by its attributes' names. */
  readonly relationships: readonly Readonly<Record<string, string>>[];
  /** The words of each paragraph, in order; a text box counts once, deleted words don't count. */
  readonly paragraphs: readonly string[];
  /** The commands of its fields, each from its first word on. */
  readonly fields: readonly string[];
};

/** Word writes each text box twice, the second time for older versions of itself. */
const UNREAD = ['w:delText', 'w:instrText', 'mc:Fallback'];

/** Reads a part in one pass, however it is written; null = no well-formed XML, or one with a document type of its own. */
export const readXml = (xml: string): XmlRead | null => {
  const relationships: Record<string, string>[] = [];
  const paragraphs: string[] = [];
  const fields: string[] = [''];
  let within = '';
  let unread = 0;
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new RangeError('expected XML without a document type');
  });
  parser.on('opentag', ({ name, attributes }) => {
    within = localName(name);
    if (UNREAD.includes(name)) unread += 1;
    if (within === 'Relationship') relationships.push({ ...attributes });
    if (name === 'w:p') paragraphs.push('');
    if (within === 'fldSimple')
      fields.push(...Object.entries(attributes).flatMap(([of, said]) => (localName(of) === 'instr' ? [said, ''] : [])));
    if (within === 'fldChar') fields.push('');
  });
  parser.on('closetag', ({ name }) => {
    within = '';
    if (UNREAD.includes(name)) unread -= 1;
  });
  parser.on('text', (text) => {
    if (within === 'instrText') fields.push(`${fields.pop() ?? ''}${text}`);
    if (paragraphs.length > 0 && unread === 0) paragraphs.push(`${paragraphs.pop() ?? ''}${text}`);
  });
  try {
    parser.write(xml).close();
  } catch {
    return null;
  }
  return { relationships, paragraphs: paragraphs.map((text) => text.trim()), fields };
};

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);
