/** The page of a text. */
export const textHref = (name: string): string => `/text?${new URLSearchParams({ name }).toString()}`;
