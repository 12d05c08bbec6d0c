/** What a letterhead may hold, each between {{ and }}; `letter` must be there once. */
export const PLACEHOLDERS = [
  'letter',
  'address',
  'references',
  'date',
  'subject',
  'signature',
  'enclosures',
  'legal',
] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

export const isPlaceholder = (name: string): name is Placeholder => PLACEHOLDERS.some((known) => known === name);

/** The words of each paragraph of a part of a .docx; a text box counts once, deleted words don't count. */
export const paragraphsIn = (xml: string): readonly string[] =>
  xml
    // Word writes each text box twice, the second time for older versions of itself.
    .replaceAll(/<mc:Fallback>[\s\S]*?<\/mc:Fallback>/g, '')
    .replaceAll(/<w:(delText|instrText)\b[^>]*>[^<]*<\/w:\1>/g, '')
    .split(/<w:p[ >]/)
    .map((paragraph) => asText(paragraph.slice(Math.max(0, paragraph.indexOf('<')))));

const asText = (xml: string): string =>
  xml
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .trim();

/** The names between {{ and }}, as often as they stand there. */
export const namesIn = (text: string): readonly string[] =>
  [...text.matchAll(/\{\{([^{}]*)\}\}/g)].map(([, name = '']) => name.trim());
