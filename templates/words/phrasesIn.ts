import type { Language } from '../language.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';
import type { Phrases } from './phrases.ts';

const PHRASES: Readonly<Record<Language, Phrases>> = { fr, nl, en };

export const phrasesIn = (language: Language): Phrases => PHRASES[language];
