/** The bricks of image files, to be put together wrongly: segments, chunks, heads that lie, and what unpacks without end. */
import { constants, crc32, deflateSync } from 'node:zlib';

export const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value >>> 0);
  return bytes;
};

/** A segment of JPEG right behind its beginning. */
export function withSegment(jpeg: Buffer, marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 255]);
  return Buffer.concat([jpeg.subarray(0, 2), head, data, jpeg.subarray(2)]);
}

export const PNG_MARK = latin('\x89PNG\r\n\x1a\n');

export function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([latin(type), data]);
  return Buffer.concat([u32(data.length), body, u32(crc32(body))]);
}

/** The head of a PNG: sides, bits and colour type. */
export const ihdr = (width: number, height: number, bits = 8, colour = 6): Buffer =>
  chunk('IHDR', Buffer.concat([u32(width), u32(height), Buffer.from([bits, colour, 0, 0, 0])]));

export const pngOf = (...chunks: readonly Buffer[]): Buffer =>
  Buffer.concat([PNG_MARK, ...chunks, chunk('IEND', Buffer.alloc(0))]);

/** A chunk right behind the head of a PNG. */
export const withChunk = (png: Buffer, type: string, data: Buffer): Buffer =>
  Buffer.concat([png.subarray(0, 33), chunk(type, data), png.subarray(33)]);

/** So many zeros, packed a thousandfold. */
export const packed = (zeros: number): Buffer => deflateSync(Buffer.alloc(zeros), { level: constants.Z_BEST_SPEED });

/** 50,000 pixels a side, one bit each, all of them there. */
export const realGiant = (): Buffer => pngOf(ihdr(50_000, 50_000, 1, 0), chunk('IDAT', packed(50_000 * 6_251)));

/** A JPEG whose frame says another size. */
export function resized(jpeg: Buffer, width: number, height: number): Buffer {
  const changed = Buffer.from(jpeg);
  const at = changed.findIndex((byte, i) => byte === 0xff && [0xc0, 0xc2].includes(changed[i + 1] ?? 0));
  changed.writeUInt16BE(height, at + 5);
  changed.writeUInt16BE(width, at + 7);
  return changed;
}

/** An extended WebP whose canvas is as large as can be said. */
export const webpGiant = (): Buffer =>
  Buffer.concat([latin('RIFF\x16\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0'), Buffer.from([255, 255, 255, 255, 255, 255])]);

/** A progressive JPEG whose last scan is repeated, each time all over the picture. */
export function scanBomb(jpeg: Buffer): Buffer {
  const last = jpeg.lastIndexOf(Buffer.from([0xff, 0xda]));
  const scan = jpeg.subarray(last, -2);
  return Buffer.concat([jpeg.subarray(0, -2), ...Array.from({ length: 20_000 }, () => scan), jpeg.subarray(-2)]);
}
