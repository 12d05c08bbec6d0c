import type { ComponentChildren } from 'preact';
import type { Reader, Visit } from '../visit.ts';
import { Keys } from './keys.tsx';
import { LanguageSwitch } from './languageSwitch.tsx';
import { Mark } from './mark.tsx';

type Shell = {
  readonly reader: Reader;
  readonly title: string;
  /** One more of the desk's own scripts. */
  readonly script?: string | undefined;
  readonly children: ComponentChildren;
};

/** The document around every page, signed in or not. */
export const Shell = ({ reader, title, script, children }: Shell) => (
  <html lang={reader.language}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="htmx-config" content='{"noSwap":[204,304,"4xx","5xx"]}' />
      <title>{`${title} · Huitaine`}</title>
      <link rel="icon" href="/desk/mark.svg" type="image/svg+xml" />
      <link rel="stylesheet" href="/desk/desk.css" />
      <script src="/desk/htmx.js" defer />
      {script === undefined ? null : <script src={`/desk/${script}`} defer />}
      {reader.keys ? <script src="/desk/keys.js" defer /> : null}
    </head>
    <body>
      <a class="skip" href="#content">
        {reader.words.frame.skip}
      </a>
      {children}
    </body>
  </html>
);

type Frame = {
  readonly visit: Visit;
  readonly title: string;
  readonly current?: 'today' | 'invoices' | 'outbox' | 'texts';
  readonly script?: string;
  readonly children: ComponentChildren;
};

/** A page of the desk: where one can go, who is here, and the page itself. */
export const Frame = ({ visit, title, current, script, children }: Frame) => (
  <Shell reader={visit} title={title} script={script}>
    <header class="top">
      <a class="brand" href="/">
        <Mark /> Huitaine
      </a>
      <nav aria-label={visit.words.frame.pages}>
        <NavLink href="/" here={current === 'today'} text={visit.words.frame.today} />
        <NavLink href="/invoices" here={current === 'invoices'} text={visit.words.frame.invoices} />
        <NavLink href="/outbox" here={current === 'outbox'} text={visit.words.frame.outbox} />
        <NavLink href="/texts" here={current === 'texts'} text={visit.words.texts.title} />
      </nav>
      <div class="who">
        <LanguageSwitch reader={visit} />
        <CreditorSwitch visit={visit} />
        <form method="post" action="/sign-out">
          <span class="person">{visit.session.actor.name}</span>
          <button class="plain" type="submit">
            {visit.words.frame.signOut}
          </button>
        </form>
      </div>
    </header>
    <Sending visit={visit} />
    <main id="content" tabIndex={-1}>
      {children}
    </main>
    <footer class="bottom">
      <Keys reader={visit} />
    </footer>
  </Shell>
);

const NavLink = ({ href, here, text }: { readonly href: string; readonly here: boolean; readonly text: string }) => (
  <a href={href} {...(here ? { 'aria-current': 'page' as const } : {})}>
    {text}
  </a>
);

/** Whose desk it is; a choice where the key is bound to no creditor and there are several. */
const CreditorSwitch = ({ visit }: { readonly visit: Visit }) => {
  const { creditors, creditor, words } = visit;
  if (creditors.length < 2) return <span class="creditor">{creditor.name}</span>;
  return (
    <form method="post" action="/creditor">
      <label class="quiet" for="creditor">
        {words.frame.creditor}
      </label>
      <select id="creditor" name="creditorId">
        {creditors.map(({ id, name }) => (
          <option value={id} selected={id === creditor.id}>
            {name}
          </option>
        ))}
      </select>
      <button class="plain" type="submit">
        {words.frame.change}
      </button>
    </form>
  );
};

/** Nobody should wonder why a debtor got nothing. */
const Sending = ({ visit: { creditor, words } }: { readonly visit: Visit }) =>
  creditor.sending === 'on' ? null : (
    <p class="sending">{creditor.sending === 'test' ? words.frame.sendingTest : words.frame.sendingOff}</p>
  );
