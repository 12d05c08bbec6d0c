/** A cookie that the browser sent, or undefined. */
export const readCookie = (header: string | undefined, name: string): string | undefined => {
  for (const part of (header ?? '').split(';')) {
    const [key, ...value] = part.trim().split('=');
    if (key === name) return value.join('=');
  }
  return undefined;
};

type Wish = { readonly value: string; readonly maxAge: number; readonly httpOnly: boolean; readonly secure: boolean };

/** Never sent along from another site. */
export const cookie = (name: string, { value, maxAge, httpOnly, secure }: Wish): string =>
  [
    `${name}=${value}`,
    'Path=/',
    `Max-Age=${maxAge}`,
    'SameSite=Strict',
    ...(httpOnly ? ['HttpOnly'] : []),
    ...(secure ? ['Secure'] : []),
  ].join('; ');
