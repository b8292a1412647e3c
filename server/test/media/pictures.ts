/** Photos as cameras and other people make them, with what must not be kept. */
import sharp from 'sharp';

/** Words that stand in the metadata and must be nowhere afterwards. */
export const CANARY = 'Barkhor-South-Street-17';

/** Tags of a camera: where it was, by whom, and that it was held on its side. */
const EXIF = {
  IFD0: { Make: CANARY, Artist: CANARY, ImageDescription: CANARY },
  IFD3: {
    GPSLatitudeRef: 'N',
    GPSLatitude: '29/1 39/1 1077/100',
    GPSLongitudeRef: 'E',
    GPSLongitude: '91/1 7/1 3041/100',
  },
};

const XMP = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description dc:creator="${CANARY}" xmlns:dc="http://purl.org/dc/elements/1.1/"/></rdf:RDF></x:xmpmeta>`;

export type Format = 'jpeg' | 'png' | 'webp';

/** A picture with a dark upper half, so that its turning can be seen. */
export function picture(width = 1200, height = 900): sharp.Sharp {
  const dark = {
    input: { create: { width, height: height >> 1, channels: 3 as const, background: '#203040' } },
    top: 0,
    left: 0,
  };
  return sharp({ create: { width, height, channels: 3, background: '#f0e0d0' } }).composite([dark]);
}

/** With everything a camera writes beside the picture. */
export const withMetadata = (format: Format, image = picture()): Promise<Buffer> =>
  image.toFormat(format).withExif(EXIF).withXmp(XMP).withIccProfile('p3').withMetadata({ orientation: 6 }).toBuffer();

/** Noise that compresses badly: as large a file as a picture of its size can be. */
export const noise = (width: number, height: number, format: Format = 'jpeg'): Promise<Buffer> =>
  sharp({
    create: { width, height, channels: 3, background: '#808080', noise: { type: 'gaussian', mean: 128, sigma: 60 } },
  })
    .toFormat(format)
    .toBuffer();
