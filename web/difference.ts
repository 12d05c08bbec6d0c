export type Piece = { readonly is: 'kept' | 'removed' | 'added'; readonly text: string };

/** A line of a text that changed: its words kept, removed and added. */
export type ChangedLine = readonly Piece[];

/** The lines in which two texts differ, word by word. */
export const difference = (before: string, after: string): readonly ChangedLine[] => {
  const lines = compare(before.split('\n'), after.split('\n'));
  const changed: ChangedLine[] = [];
  for (let index = 0; index < lines.length;) {
    if (lines[index]?.is === 'kept') {
      index += 1;
      continue;
    }
    const end = lines.findIndex((line, at) => at > index && line.is === 'kept');
    const run = lines.slice(index, end < 0 ? lines.length : end);
    const of = (is: Piece['is']): string[] =>
      run.filter((line) => line.is === is && line.text.trim() !== '').map(({ text }) => text);
    changed.push(...pairs(of('removed'), of('added')));
    index += run.length;
  }
  return changed;
};

/** Lines that replace each other are compared by words; the others are new or gone whole. */
const pairs = (removed: readonly string[], added: readonly string[]): ChangedLine[] =>
  Array.from({ length: Math.max(removed.length, added.length) }, (_, index) => {
    const [old, fresh] = [removed[index], added[index]];
    if (old === undefined) return [{ is: 'added', text: fresh ?? '' }];
    if (fresh === undefined) return [{ is: 'removed', text: old }];
    // An amount is one word: its own spaces are kept together.
    return joined(compare(old.split(/( +)/), fresh.split(/( +)/)));
  });

const joined = (pieces: readonly Piece[]): Piece[] =>
  pieces.reduce<Piece[]>((all, piece) => {
    const last = all.at(-1);
    return last?.is === piece.is
      ? [...all.slice(0, -1), { is: piece.is, text: last.text + piece.text }]
      : [...all, piece];
  }, []);

/** By the longest common subsequence; texts here have a few hundred words. */
const compare = (a: readonly string[], b: readonly string[]): Piece[] => {
  const longest = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  const at = (i: number, j: number): number => longest[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const row = longest[i];
      if (row) row[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      pieces.push({ is: 'kept', text: a[i] ?? '' });
      i += 1;
      j += 1;
    } else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) {
      pieces.push({ is: 'removed', text: a[i] ?? '' });
      i += 1;
    } else {
      pieces.push({ is: 'added', text: b[j] ?? '' });
      j += 1;
    }
  }
  return pieces;
};
