import { inflateRawSync } from 'node:zlib';
import { zipSync } from 'fflate';

/** More than any letterhead needs; a file that unpacks to more is no letterhead. */
const LARGEST_UNPACKED = 40_000_000;
const LARGEST_XML = 10_000_000;
const MOST_PARTS = 1000;

/** A .docx taken apart: its parts, and the text of those that are XML. */
export type Package = {
  readonly parts: ReadonlyMap<string, Uint8Array>;
  readonly xml: ReadonlyMap<string, string>;
};

/** null = no zip archive, damaged, ambiguous, or larger than it says. */
export const unpack = (bytes: Uint8Array): Package | null => {
  try {
    const parts = read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
    const named = [...parts].filter(([name]) => /\.(xml|rels)$/i.test(name));
    if (named.reduce((size, [, content]) => size + content.length, 0) > LARGEST_XML) return null;
    return { parts, xml: new Map(named.map(([name, content]) => [name, UTF_8.decode(content)])) };
  } catch {
    return null;
  }
};

/** The same parts as a plain archive: whoever reads it next finds what was checked, and nothing else. */
export const pack = ({ parts }: Package): Uint8Array => zipSync(Object.fromEntries(parts), { level: 0 });

/** Another encoding would be read one way here and another way by Word. */
const UTF_8 = new TextDecoder('utf-8', { fatal: true });

const [ENTRY, LOCAL] = [0x02014b50, 0x04034b50] as const;
const ENCRYPTED = 1;

/** By the archive's own directory, each part inflated to no more than the directory says. Throws for all else. */
const read = (zip: Buffer): ReadonlyMap<string, Uint8Array> => {
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  const count = zip.readUInt16LE(end + 10);
  const parts = new Map<string, Uint8Array>();
  const seen = new Set<string>();
  let at = zip.readUInt32LE(end + 16);
  let size = 0;
  for (let entry = 0; entry < count; entry += 1) {
    expect(zip.readUInt32LE(at) === ENTRY && count <= MOST_PARTS);
    const original = zip.readUInt32LE(at + 24);
    const [nameLength, extra, comment] = [28, 30, 32].map((field) => zip.readUInt16LE(at + field));
    const name = zip.toString('utf8', at + 46, at + 46 + (nameLength ?? 0));
    size += original;
    // Names differ by more than their case: Word takes both for one.
    expect(size <= LARGEST_UNPACKED && !seen.has(name.toLowerCase()));
    seen.add(name.toLowerCase());
    if (!name.endsWith('/')) parts.set(name, content(zip, at, original));
    at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  expect(at === end);
  return parts;
};

const content = (zip: Buffer, entry: number, original: number): Uint8Array => {
  const local = zip.readUInt32LE(entry + 42);
  expect(zip.readUInt32LE(local) === LOCAL && (zip.readUInt16LE(entry + 8) & ENCRYPTED) === 0);
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const packed = zip.subarray(start, start + zip.readUInt32LE(entry + 20));
  const method = zip.readUInt16LE(entry + 10);
  expect(method === 0 || method === 8);
  const bytes = method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, original) });
  expect(bytes.length === original);
  return bytes;
};

const expect = (fine: boolean): void => {
  if (!fine) throw new RangeError('expected a plain zip archive');
};
