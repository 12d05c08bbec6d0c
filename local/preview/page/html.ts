export const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A box to choose from; `all` = what none of them is called. */
export const choice = (name: string, values: readonly string[], all: string | null = null): string =>
  `<label>${name} <select data-filter="${name}">${all === null ? '' : `<option value="">${all}</option>`}${values
    .map((value) => `<option>${escape(value)}</option>`)
    .join('')}</select></label>`;
