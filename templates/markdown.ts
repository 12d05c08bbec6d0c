import MarkdownIt from 'markdown-it';

// html: false is what keeps a debtor's name from becoming a tag.
const parser = new MarkdownIt({ html: false, linkify: false, typographer: false, breaks: false });
// An indented line or a line of dashes that somebody typed stays a line.
parser.disable(['image', 'html_block', 'html_inline', 'code', 'fence', 'lheading', 'hr']);

export type Token = ReturnType<typeof parser.parse>[number];

/** The tokens of a text; tables, lists, headings and emphasis are all a letter needs. */
export const parse = (markdown: string): Token[] => parser.parse(markdown, {});

/** Ready HTML, to stand before the token of that index. */
export type Insertion = { readonly at: number; readonly html: string };

/** HTML of a text; what isn't Markdown is escaped. `dress` may set attributes on the tokens first, `insert` adds what Markdown can't say. */
export const toHtml = (
  markdown: string,
  dress: (tokens: readonly Token[]) => void = () => {},
  insert: (tokens: readonly Token[]) => Insertion | null = () => null,
): string => {
  const tokens = parse(markdown);
  dress(tokens);
  const html = (part: Token[]): string => parser.renderer.render(part, parser.options, {});
  const more = insert(tokens);
  return more ? html(tokens.slice(0, more.at)) + more.html + html(tokens.slice(more.at)) : html(tokens);
};

/** A text that means itself in HTML. */
export const asHtml = (text: string): string => parser.utils.escapeHtml(text);

/** Makes a value mean itself in Markdown: a name with a star stays a name, a line break can't begin a block. */
export const asMarkdown = (value: string): string =>
  value
    .replace(/\s*[\r\n]+\s*/g, ' ')
    .replace(/[\\`*[\]<>#|~]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/&(?=#?\w+;)/g, '\\&');

/** A block with what lies between its opening and closing token; a leaf has nothing inside. */
export type MarkdownBlock = { readonly open: Token; readonly inside: readonly Token[] };

/** The outermost blocks of some tokens, in order. */
export const blocksIn = (tokens: readonly Token[]): MarkdownBlock[] => {
  const [open] = tokens;
  if (!open) return [];
  const end = open.nesting === 1 ? tokens.findIndex(({ nesting, level }) => nesting === -1 && level === open.level) : 0;
  return [{ open, inside: tokens.slice(1, Math.max(end, 1)) }, ...blocksIn(tokens.slice(end + 1))];
};
