import type { Language } from '../../language.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';
import type { ActivityPhrases } from './phrases.ts';

const PHRASES: Readonly<Record<Language, ActivityPhrases>> = { fr, nl, en };

export const activityPhrasesIn = (language: Language): ActivityPhrases => PHRASES[language];
