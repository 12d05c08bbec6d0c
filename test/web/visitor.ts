export type Page = {
  readonly status: number;
  readonly location: string | null;
  readonly headers: Headers;
  readonly html: string;
  /** What a reader sees: no tags, one space where there were several. */
  readonly text: string;
};

export type Visitor = {
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Page>;
  /** Sends a form as the desk's own pages do. */
  readonly post: (path: string, form: Record<string, string>, headers?: Record<string, string>) => Promise<Page>;
  readonly signIn: (key: string, name?: string) => Promise<Page>;
  readonly cookies: ReadonlyMap<string, string>;
};

/** A browser without script: it keeps cookies, follows nothing and sends forms. */
export const aVisitor = (url: string, language = 'fr'): Visitor => {
  const cookies = new Map<string, string>();
  const send = async (method: string, path: string, headers: Record<string, string>, body?: string): Promise<Page> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url + path, {
      method,
      redirect: 'manual',
      headers: {
        'Accept-Language': language,
        Accept: 'text/html',
        ...(cookie === '' ? {} : { Cookie: cookie }),
        ...headers,
      },
      ...(body === undefined ? {} : { body }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const [name = '', value = ''] = pair.split('=');
      if (line.includes('Max-Age=0')) cookies.delete(name);
      else cookies.set(name, value);
    }
    const html = await response.text();
    return {
      status: response.status,
      location: response.headers.get('location'),
      headers: response.headers,
      html,
      text: asText(html),
    };
  };
  const post: Visitor['post'] = (path, form, headers = { Origin: url }) =>
    send(
      'POST',
      path,
      { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
      new URLSearchParams(form).toString(),
    );
  return {
    cookies,
    get: (path, headers = {}) => send('GET', path, headers),
    post,
    signIn: (key, name = 'Claire Morel') => post('/sign-in', { key, name, next: '/' }),
  };
};

const asText = (html: string): string =>
  html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll(/\s+/g, ' ');
