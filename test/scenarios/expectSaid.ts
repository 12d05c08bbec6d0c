import { expect } from 'vitest';
import { plain } from './follow.ts';

/** The text contains each of the phrases, which are written one after the other with bars between them. */
export const expectSaid = (text: string, phrases: string): void => {
  for (const phrase of phrases.split(' | ')) expect(plain(text)).toContain(phrase);
};
