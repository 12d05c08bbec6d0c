import type { Visit } from '../visit.ts';

/** To the pages before and after; nothing where there is one page only. */
export const Pager = ({
  visit: { words },
  page,
  pages,
  href,
}: {
  readonly visit: Visit;
  readonly page: number;
  readonly pages: number;
  readonly href: (page: number) => string;
}) =>
  pages <= 1 ? null : (
    <nav class="pager" aria-label={words.frame.page(page, pages)}>
      {page > 1 ? (
        <a rel="prev" href={href(page - 1)}>
          {words.frame.previousPage}
        </a>
      ) : null}
      <span>{words.frame.page(page, pages)}</span>
      {page < pages ? (
        <a rel="next" href={href(page + 1)}>
          {words.frame.nextPage}
        </a>
      ) : null}
    </nav>
  );

/** A page number as an address says it. */
export const pageIn = (text: unknown): number => {
  const page = typeof text === 'string' ? Number(text) : 1;
  return Number.isSafeInteger(page) && page >= 1 && page <= 100_000 ? page : 1;
};
