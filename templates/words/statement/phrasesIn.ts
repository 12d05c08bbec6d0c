import type { Language } from '../../language.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';
import type { StatementPhrases } from './phrases.ts';

const PHRASES: Readonly<Record<Language, StatementPhrases>> = { fr, nl, en };

export const statementPhrasesIn = (language: Language): StatementPhrases => PHRASES[language];
