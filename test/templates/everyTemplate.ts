import { readdirSync } from 'node:fs';
import { TEMPLATES } from '../../templates/source.ts';

/** The names of all templates in a folder, as callers give them: `progressive/first-reminder`. */
export const templatesIn = (folder: 'messages' | 'scripts' | 'letters'): string[] =>
  readdirSync(`${TEMPLATES}${folder}/fr`, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => file.replace(/\.md$/, ''))
    .toSorted();
