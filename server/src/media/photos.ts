/** Photos: taken apart to pixels and put together anew, so that nothing of the file itself is kept. */
import { MOST_PIXELS, PHOTO_EDGE, THUMB_EDGE } from '@sevengrid/shared/media/terms';
import sharp, { type Sharp } from 'sharp';
import { Fault, fail } from '../platform/http/fail';

export interface Photo {
  full: Buffer;
  thumb: Buffer;
  width: number;
  height: number;
}

/** One photo is unpacked at a time, so that memory has a bound; more threads would only need more memory. */
sharp.concurrency(1);
sharp.cache(false);
// Of all that libvips reads, three formats are let in: no SVG, PDF, TIFF or text is ever parsed.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
});

const SECONDS = 10;
const OPTIONS = { limitInputPixels: MOST_PIXELS, failOn: 'error', sequentialRead: true, pages: 1 } as const;

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

const isJpeg = (bytes: Buffer): boolean => bytes.readUIntBE(0, 3) === 0xffd8ff;
const isPng = (bytes: Buffer): boolean => bytes.subarray(0, 8).equals(PNG);
const isWebp = (bytes: Buffer): boolean =>
  bytes.subarray(0, 4).toString('latin1') === 'RIFF' && bytes.subarray(8, 12).toString('latin1') === 'WEBP';

export const isPhoto = (bytes: Buffer): boolean =>
  bytes.length > 12 && (isJpeg(bytes) || isPng(bytes) || isWebp(bytes));

const within = (image: Sharp, edge: number): Sharp =>
  image.resize({ width: edge, height: edge, fit: 'inside', withoutEnlargement: true });

/** libvips tells its troubles in words. */
function whenUndecodable(error: unknown): never {
  const tooMany = error instanceof Error && error.message.includes('pixel limit');
  return fail(tooMany ? 'MEDIA_TOO_LARGE' : 'MEDIA_DAMAGED', {}, error);
}

async function madeAnew(bytes: Buffer): Promise<Photo> {
  const { width = 0, height = 0 } = await sharp(bytes, OPTIONS).metadata();
  if (width * height > MOST_PIXELS) return fail('MEDIA_TOO_LARGE');
  // Turned as the camera was held, on white where it is transparent, in the colours of every screen; no metadata.
  const turned = sharp(bytes, OPTIONS).timeout({ seconds: SECONDS }).autoOrient();
  const { data: full, info } = await within(turned, PHOTO_EDGE)
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .jpeg({ quality: 80 })
    .toBuffer({ resolveWithObject: true });
  const thumb = await within(sharp(full), THUMB_EDGE).jpeg({ quality: 70 }).toBuffer();
  return { full, thumb, width: info.width, height: info.height };
}

/** @throws MEDIA_KIND_UNKNOWN, MEDIA_DAMAGED, MEDIA_TOO_LARGE */
export async function cleanPhoto(bytes: Buffer): Promise<Photo> {
  if (!isPhoto(bytes)) return fail('MEDIA_KIND_UNKNOWN');
  try {
    return await madeAnew(bytes);
  } catch (error) {
    if (error instanceof Fault) throw error;
    return whenUndecodable(error);
  }
}
