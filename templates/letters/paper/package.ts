import { strFromU8, unzipSync } from 'fflate';

/** More than any letterhead needs; a file that unpacks to more is no letterhead. */
const LARGEST_UNPACKED = 40_000_000;
const MOST_PARTS = 1000;

/** A .docx taken apart: the names of its parts, and the text of those that are XML. */
export type Package = { readonly names: readonly string[]; readonly xml: ReadonlyMap<string, string> };

/** null = no zip archive, damaged, or larger than it says. */
export const unpack = (bytes: Uint8Array): Package | null => {
  const names: string[] = [];
  let size = 0;
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        names.push(name);
        size += originalSize;
        if (size > LARGEST_UNPACKED || names.length > MOST_PARTS) throw new RangeError('too large');
        return /\.(xml|rels)$/.test(name);
      },
    });
    return { names, xml: new Map(Object.entries(parts).map(([name, content]) => [name, strFromU8(content)])) };
  } catch {
    return null;
  }
};
