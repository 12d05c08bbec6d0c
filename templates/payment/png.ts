import { crc32, deflateSync } from 'node:zlib';

/** A black and white picture of a matrix (true = black), each module so many pixels wide. */
export const pngOf = (modules: readonly (readonly boolean[])[], scale: number): Uint8Array => {
  const width = (modules[0]?.length ?? 0) * scale;
  const rows = modules.flatMap((row) => Array.from({ length: scale }, () => scanline(row, scale, width)));
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(rows.length, 4);
  header.writeUInt8(1, 8); // one bit a pixel; the rest is 0: greyscale, deflate, no filter, not interlaced
  return new Uint8Array(
    Buffer.concat([
      SIGNATURE,
      chunk('IHDR', header),
      chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  );
};

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A filter byte, then eight pixels a byte, white where nothing is drawn. */
const scanline = (row: readonly boolean[], scale: number, width: number): Buffer => {
  const line = Buffer.alloc(1 + Math.ceil(width / 8), 0xff);
  line[0] = 0;
  for (let x = 0; x < width; x += 1) {
    const byte = 1 + Math.floor(x / 8);
    if (row[Math.floor(x / scale)]) line[byte] = (line[byte] ?? 0) & ~(0x80 >> (x % 8));
  }
  return line;
};

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'ascii'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
};
