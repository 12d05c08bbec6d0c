/**
 * A table as CSV (RFC 4180), in UTF-8 with a byte order mark, without which spreadsheets misread accents. What a
 * spreadsheet would run as a formula (OWASP, "CSV injection") begins with an apostrophe: names and notes are others' words.
 */
export const writeCsv = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(field).join(',')).join('\r\n')}\r\n`;

const field = (text: string): string => {
  const harmless = /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n']/.test(harmless) || harmless !== harmless.trim() ? `"${harmless.replaceAll('"', '""')}"` : harmless;
};
