import type { Token } from './markdown.ts';

/** Inline styles, since many mail programs drop style sheets; the classes exist for dark mode and small screens only. */
const STYLES: Record<string, string> = {
  p: 'margin:0 0 16px',
  h2: 'margin:24px 0 8px;font-size:17px;line-height:1.3',
  ul: 'margin:0 0 16px;padding-left:22px',
  ol: 'margin:0 0 16px;padding-left:22px',
  li: 'margin:0 0 6px',
  blockquote: 'margin:0 0 16px;padding-left:14px;border-left:3px solid #c9d2dc',
  table: 'width:100%;border-collapse:collapse;margin:8px 0 20px;font-size:15px',
  th: 'padding:8px 10px;text-align:left;border-bottom:1px solid #d3dae3',
  td: 'padding:8px 10px;vertical-align:top;border-bottom:1px solid #e6eaef',
};

const BOX: Record<string, string> = {
  table: 'width:100%;border-collapse:collapse;margin:8px 0 20px;font-size:15px;background:#f2f5f8;border-radius:6px',
  th: 'padding:12px 14px;text-align:left;font-size:17px;border-bottom:1px solid #d3dae3',
  td: 'padding:7px 14px;vertical-align:top',
};

/** Styles a message's tokens. A table of two columns is a box: how to pay, easy to find. */
export const dressForEmail = (tokens: readonly Token[]): void => {
  let boxed = false;
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'table_open') {
      boxed = columns(tokens, index) === 2;
      token.attrJoin('class', boxed ? 'box' : 'list');
    }
    const style = (boxed ? BOX[token.tag] : undefined) ?? STYLES[token.tag];
    // A cell's own style is its alignment, which goes last so that it wins.
    if (token.nesting === 1 && style) token.attrSet('style', [style, token.attrGet('style')].filter(Boolean).join(';'));
    if (token.type === 'table_close') boxed = false;
  }
};

const columns = (tokens: readonly Token[], table: number): number => {
  const end = tokens.findIndex((token, index) => index > table && token.type === 'tr_close');
  return tokens.slice(table, end).filter((token) => token.type === 'th_open').length;
};

/** What inline styles can't say. */
export const STYLE_SHEET = `
.box tr:last-child td { padding-bottom: 14px !important; }
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .page { background: #14181d !important; }
  .card { background: #1c2229 !important; color: #e8ecf1 !important; border-color: #333d48 !important; }
  .head { color: #e8ecf1 !important; border-color: #5b7fa6 !important; }
  .soft { color: #a9b5c2 !important; border-color: #333d48 !important; }
  .box { background: #27303a !important; }
  .box th, .list th, .list td { border-color: #414c58 !important; }
}
@media (max-width: 480px) {
  .page { padding: 0 !important; }
  .card { padding: 20px 16px !important; border: 0 !important; border-radius: 0 !important; }
  .list { font-size: 13px !important; }
  .list th, .list td { padding: 6px 4px !important; }
}`;
