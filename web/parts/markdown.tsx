import MarkdownIt from 'markdown-it';

// html: false is what keeps a debtor's name from becoming a tag.
const parser = new MarkdownIt({ html: false, linkify: false, typographer: false });
parser.disable(['image', 'html_block', 'html_inline']);
parser.core.ruler.push('fit', ({ tokens }) => {
  for (const token of tokens) {
    // The page's own headings come first.
    if (/^h[1-4]$/.test(token.tag)) token.tag = `h${Number(token.tag.slice(1)) + 1}`;
    // A column's alignment comes as a style, which the content security policy doesn't take.
    if (String(token.attrGet('style') ?? '').includes('right')) token.attrSet('class', 'money');
    if (token.attrs !== null) token.attrs = token.attrs.filter(([name]) => name !== 'style');
  }
});

/** A text in Markdown as a part of a page. */
export const Markdown = ({ text, lang }: { readonly text: string; readonly lang: string }) => (
  // Safe: the parser escapes whatever isn't Markdown.
  <div class="prose" lang={lang} dangerouslySetInnerHTML={{ __html: parser.render(text) }} />
);
