import MarkdownIt from 'markdown-it';

// html: false is what keeps a debtor's name from becoming a tag.
const parser = new MarkdownIt({ html: false, linkify: false, typographer: false, breaks: false });
parser.disable(['image', 'html_block', 'html_inline']);

export type Token = ReturnType<typeof parser.parse>[number];

/** The tokens of a text; tables, lists, headings and emphasis are all a letter needs. */
export const parse = (markdown: string): Token[] => parser.parse(markdown, {});

/** HTML of a text; what isn't Markdown is escaped. `dress` may set attributes on the tokens first. */
export const toHtml = (markdown: string, dress: (tokens: readonly Token[]) => void = () => {}): string => {
  const tokens = parse(markdown);
  dress(tokens);
  return parser.renderer.render(tokens, parser.options, {});
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

/** Where the block that opens at `from` closes. */
export const closing = (tokens: readonly Token[], from: number): number => {
  const level = tokens[from]!.level;
  return tokens.findIndex((token, index) => index > from && token.nesting === -1 && token.level === level);
};
