import { Keys } from '../parts/keys.tsx';
import { LanguageSwitch } from '../parts/languageSwitch.tsx';
import { Shell } from '../parts/frame.tsx';
import { Mark } from '../parts/mark.tsx';
import type { Reader } from '../visit.ts';

type Props = {
  readonly reader: Reader;
  readonly name: string;
  readonly next: string;
  readonly fault: 'wrongKey' | 'noName' | 'noCreditor' | 'tooMany' | null;
};

/** Asks for the key that opens the desk, and for the name of who opens it. */
export const SignIn = ({ reader, name, next, fault }: Props) => {
  const { signIn } = reader.words;
  const aboutKey = fault === 'wrongKey' || fault === 'noCreditor';
  return (
    <Shell reader={reader} title={signIn.title}>
      <main id="content" class="door" tabIndex={-1}>
        <p class="brand">
          <Mark /> Huitaine
        </p>
        <h1>{signIn.title}</h1>
        <p class="lead">{signIn.lead}</p>
        {fault === null ? null : (
          <p class="refusal" role="alert" id="fault">
            {signIn[fault]}
          </p>
        )}
        <form method="post" action="/sign-in">
          <input type="hidden" name="next" value={next} />
          <div class="field">
            <label for="name">{signIn.name}</label>
            <input
              id="name"
              name="name"
              value={name}
              autocomplete="name"
              required
              maxLength={120}
              aria-describedby="name-hint"
            />
            <small id="name-hint">{signIn.nameHint}</small>
          </div>
          <div class={aboutKey ? 'field wrong' : 'field'}>
            <label for="key">{signIn.key}</label>
            <input
              id="key"
              name="key"
              type="password"
              autocomplete="current-password"
              required
              aria-describedby={aboutKey ? 'key-hint fault' : 'key-hint'}
              {...(aboutKey ? { 'aria-invalid': 'true' as const } : {})}
            />
            <small id="key-hint">{signIn.keyHint}</small>
          </div>
          <button type="submit">{signIn.submit}</button>
        </form>
      </main>
      <footer class="bottom">
        <LanguageSwitch reader={reader} />
        <Keys reader={reader} />
      </footer>
    </Shell>
  );
};
