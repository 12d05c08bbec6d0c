import { SHIPPED } from '../../templates/texts/catalogue.ts';
import type { ShippedText } from '../../templates/texts/text.ts';

/** The texts in which a piece stands, directly or by way of another piece; the text itself when it is no piece. */
export const textsWith = (own: Readonly<Record<string, string>>, text: ShippedText): readonly ShippedText[] => {
  if (text.kind !== 'partials') return [text];
  const neighbours = SHIPPED.filter(({ language }) => language === text.language);
  const found = new Set<ShippedText>();
  const seen = new Set<string>();
  const climb = (piece: string): void => {
    if (seen.has(piece)) return;
    seen.add(piece);
    for (const candidate of neighbours) {
      const source = own[candidate.name] ?? candidate.source;
      if (!includes(source, piece)) continue;
      if (candidate.kind === 'partials') climb(candidate.step);
      else found.add(candidate);
    }
  };
  climb(text.step);
  return [...found];
};

const includes = (source: string, piece: string): boolean =>
  new RegExp(`{%-?\\s*(?:include|render)\\s+["']${piece}["']`).test(source);
