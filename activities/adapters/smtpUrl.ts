/** Where and how to speak SMTP. */
export type SmtpServer = {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (smtps), else as soon as the server offers it. */
  readonly secure: boolean;
  /** No word is said without TLS: a password must not travel in clear. */
  readonly requireTls: boolean;
  readonly login: { readonly user: string; readonly pass: string } | null;
};

const EXPECTED = 'expected smtp://[user:password@]host[:port] (STARTTLS) or smtps://[user:password@]host[:port] (TLS)';

/** Reads SMTP_URL. Throws an error that says what was expected and never repeats a password. */
export const readSmtpUrl = (text: string): SmtpServer => {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url) throw new Error(`${EXPECTED}, got something that is no URL`);
  if (url.protocol !== 'smtp:' && url.protocol !== 'smtps:') throw new Error(`${EXPECTED}, got ${url.protocol}//`);
  if (url.hostname === '') throw new Error(`${EXPECTED}, got no host`);
  if (!['', '/'].includes(url.pathname) || url.search !== '' || url.hash !== '')
    throw new Error(`${EXPECTED}, got something after the host: ${url.pathname}${url.search}${url.hash}`);
  if ((url.username === '') !== (url.password === '')) throw new Error(`${EXPECTED}, got a user or a password alone`);
  const secure = url.protocol === 'smtps:';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const login = url.username === '' ? null : { user: plain(url.username), pass: plain(url.password) };
  const port = url.port === '' ? (secure ? 465 : 587) : Number(url.port);
  return { host, port, secure, requireTls: login !== null && !secure && !THIS_MACHINE.test(host), login };
};

const plain = (encoded: string): string => {
  try {
    return decodeURIComponent(encoded);
  } catch {
    throw new Error(`${EXPECTED}, got a user or password with a % that encodes nothing (write it as %25)`);
  }
};

const THIS_MACHINE = /^(localhost|127(\.\d+){3}|::1)$/;
