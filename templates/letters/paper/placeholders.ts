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

/** The names between {{ and }}, as often as they stand there. */
export const namesIn = (text: string): readonly string[] =>
  [...text.matchAll(/\{\{([^{}]*)\}\}/g)].map(([, name = '']) => name.trim());
