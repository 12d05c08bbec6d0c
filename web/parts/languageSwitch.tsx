import { LANGUAGES } from '../language.ts';
import type { Reader } from '../visit.ts';

const NAMES = { fr: 'Français', en: 'English' } as const;

/** The other language, in its own name. */
export const LanguageSwitch = ({ reader }: { readonly reader: Reader }) => (
  <form method="post" action="/language">
    <input type="hidden" name="back" value={reader.path} />
    {LANGUAGES.filter((language) => language !== reader.language).map((language) => (
      <button class="plain" type="submit" name="language" value={language} lang={language}>
        {NAMES[language]}
      </button>
    ))}
  </form>
);
