/** The fields of each line of a CSV text (RFC 4180): a quoted field may hold commas, line ends and doubled quotes. */
export const readCsv = (text: string): readonly (readonly string[])[] => {
  const lines: string[][] = [];
  let line: string[] = [];
  let end = 0;
  // Each match is one field and what ends it.
  for (const match of text.replace(/^\uFEFF/, '').matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    if (match.index !== end) throw new RangeError(`expected a comma or the line's end at character ${end}`);
    const [whole, quoted, plain = '', ending] = match;
    end += whole.length;
    line.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (ending === ',') continue;
    if (line.length > 1 || line[0] !== '') lines.push(line);
    line = [];
  }
  return lines;
};
