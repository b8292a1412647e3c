/** Files that somebody might send to do harm, or to tell more than they know: made here, each with what must become of it. */
import { randomBytes, randomInt } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import type { MediaKind } from '@sevengrid/shared/media/terms';
import sharp from 'sharp';
import {
  PNG_MARK,
  chunk,
  ihdr,
  latin,
  packed,
  pngOf,
  realGiant,
  resized,
  scanBomb,
  webpGiant,
  withChunk,
  withSegment,
} from './image-bricks';
import { CANARY, noise, picture, withMetadata } from './pictures';
import { aac, box, chromiumWebm, id3, id3v1, m4a, mp3 } from './sounds';

export interface Hostile {
  what: string;
  kind: MediaKind;
  bytes: Buffer;
  /** Made anew, or refused with one of these codes. */
  becomes: 'made anew' | readonly string[];
}

/** 29 degrees, 39 minutes north, as a camera writes it. */
const LATITUDE = Buffer.from(Uint32Array.of(29, 1, 39, 1).buffer);

/** What the files carry besides a picture or a sound; none of it may lie in the store. */
export const PAYLOADS: readonly Buffer[] = [
  ...[CANARY, '<script>', 'alert(1)', '<?php', 'PK\x03\x04', '%PDF', 'MZ\x90'],
  ...['Exif', 'ICC_PROFILE', 'x:xmpmeta', 'APIC', '\xa9xyz', 'Chrome'],
]
  .map((text) => Buffer.from(text, 'latin1'))
  .concat(LATITUDE);

const UNKNOWN = ['MEDIA_KIND_UNKNOWN'];
const DAMAGED = ['MEDIA_DAMAGED'];
const LARGE = ['MEDIA_TOO_LARGE'];

const HTML = Buffer.from(`<html><script>alert(1)</script>${CANARY}</html>`);
const ZIP = Buffer.concat([
  Buffer.from('PK\x03\x04', 'latin1'),
  Buffer.from(CANARY),
  Buffer.from('PK\x05\x06', 'latin1'),
]);
const SVG = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>`);
const XXE = Buffer.from(
  `<?xml version="1.0"?><!DOCTYPE s [<!ENTITY e SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg"><text>&e;</text></svg>`,
);

/** Twenty pictures, one after the other. */
async function moving(): Promise<Buffer> {
  const pictures = await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      picture(60, 60)
        .rotate(i * 18)
        .resize(60, 60)
        .png()
        .toBuffer(),
    ),
  );
  return sharp(pictures, { join: { animated: true } })
    .webp({ loop: 0 })
    .toBuffer();
}

async function photosWithMore(): Promise<[string, Buffer][]> {
  const [jpeg, png, webp] = await Promise.all((['jpeg', 'png', 'webp'] as const).map((f) => withMetadata(f)));
  const plain = await picture(300, 200).jpeg().toBuffer();
  const thumbnail = latin(`MM\0*\0\0\0\x08 ${CANARY}`);
  return [
    ['JPEG with a place and a name', jpeg ?? plain],
    ['PNG with a place and a name', png ?? plain],
    ['WebP with a place and a name', webp ?? plain],
    ['JPEG and a page behind it', Buffer.concat([plain, HTML])],
    ['JPEG and an archive behind it', Buffer.concat([plain, ZIP])],
    ['JPEG with a script for a comment', withSegment(plain, 0xfe, latin(`*/=alert(1);/*${CANARY}`))],
    ['JPEG with PHP for a comment', withSegment(plain, 0xfe, latin('<?php system($_GET[0]); ?>'))],
    ['JPEG with a PDF in it', withSegment(plain, 0xfe, latin(`%PDF-1.4 1 0 obj <<>> ${CANARY}`))],
    ['JPEG with a small picture of its own', withSegment(plain, 0xe1, Buffer.concat([latin('Exif\0\0'), thumbnail]))],
    [
      'JPEG with a page for its profile',
      withSegment(plain, 0xe2, Buffer.concat([latin('ICC_PROFILE\0\x01\x01'), HTML])),
    ],
    [
      'JPEG with thirty segments of words',
      Array.from({ length: 30 }).reduce<Buffer>((b) => withSegment(b, 0xec, Buffer.alloc(60_000, CANARY)), plain),
    ],
    ['JPEG in four colours of ink', await picture().toColourspace('cmyk').jpeg().toBuffer()],
    ['JPEG in grey', await picture().greyscale().jpeg({ quality: 95 }).toBuffer()],
    ['JPEG that builds up slowly', await noise(1000, 800).then((b) => sharp(b).jpeg({ progressive: true }).toBuffer())],
    [
      'JPEG at the very limit, building up',
      await picture(6000, 4300).jpeg({ progressive: true, chromaSubsampling: '4:4:4' }).toBuffer(),
    ],
    [
      'PNG with a script in its text',
      withChunk(await picture(50, 50).png().toBuffer(), 'tEXt', latin('Comment\0<script>alert(1)</script>')),
    ],
    [
      'PNG with packed words',
      withChunk(
        await picture(50, 50).png().toBuffer(),
        'zTXt',
        Buffer.concat([latin('Comment\0\0'), deflateSync(HTML)]),
      ),
    ],
    ['PNG and a page behind it', Buffer.concat([await picture(50, 50).png().toBuffer(), HTML])],
    [
      'PNG of two bytes a colour, interlaced',
      await picture(900, 700).toColourspace('rgb16').png({ progressive: true }).toBuffer(),
    ],
    [
      'PNG at the very limit, interlaced',
      await picture(5000, 5000).png({ progressive: true, compressionLevel: 2 }).toBuffer(),
    ],
    [
      'PNG that one can see through',
      await sharp({ create: { width: 90, height: 90, channels: 4, background: '#0000' } })
        .png()
        .toBuffer(),
    ],
    ['WebP and an archive behind it', Buffer.concat([await picture(50, 50).webp().toBuffer(), ZIP])],
    ['WebP that moves', await moving()],
    ['WebP at the very limit', await picture(5000, 5000).webp({ lossless: true, effort: 0 }).toBuffer()],
    ['one pixel', pngOf(ihdr(1, 1, 8, 0), chunk('IDAT', deflateSync(Buffer.from([0, 90]))))],
    ['a line of pixels', await picture(15_000, 2).jpeg().toBuffer()],
  ];
}

async function refusedPhotos(): Promise<[string, Buffer, readonly string[]][]> {
  const jpeg = await withMetadata('jpeg');
  const png = await picture(400, 300).png().toBuffer();
  const webp = await picture(400, 300).webp().toBuffer();
  const progressive = await picture(2_000, 2_000).jpeg({ progressive: true }).toBuffer();
  return [
    ['GIF', await picture(20, 20).gif().toBuffer(), UNKNOWN],
    ['GIF that is a script', latin('GIF89a/*\0\0\0\0*/=1;alert(1)'), UNKNOWN],
    ['SVG with a script', SVG, UNKNOWN],
    ['SVG that reads files', XXE, UNKNOWN],
    ['a page', HTML, UNKNOWN],
    ['an archive', ZIP, UNKNOWN],
    ['a PDF', latin('%PDF-1.7\n1 0 obj<</OpenAction 2 0 R>>endobj'), UNKNOWN],
    ['a program', latin('MZ\x90\0\x03\0\0\0\x04'), UNKNOWN],
    ['TIFF', await picture(20, 20).tiff().toBuffer(), UNKNOWN],
    ['AVIF', await picture(20, 20).avif().toBuffer(), UNKNOWN],
    ['BMP', Buffer.concat([latin('BM'), Buffer.alloc(100)]), UNKNOWN],
    ['a sound for a photo', mp3(1), UNKNOWN],
    ['a byte', Buffer.from([0xff]), UNKNOWN],
    ['three bytes of JPEG', Buffer.from([0xff, 0xd8, 0xff]), UNKNOWN],
    ['a megabyte of nothing', Buffer.alloc(1_000_000), UNKNOWN],
    ['a megabyte of chance', randomBytes(1_000_000), UNKNOWN],
    ['a page that begins like JPEG', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), HTML]), DAMAGED],
    ['chance that begins like PNG', Buffer.concat([PNG_MARK, randomBytes(100_000)]), DAMAGED],
    ['chance that begins like WebP', Buffer.concat([latin('RIFF\xff\xff\0\0WEBPVP8 '), randomBytes(50_000)]), DAMAGED],
    ['half a JPEG', jpeg.subarray(0, jpeg.length >> 1), DAMAGED],
    ['half a PNG', png.subarray(0, png.length >> 1), DAMAGED],
    ['half a WebP', webp.subarray(0, webp.length >> 1), DAMAGED],
    ['the head of a JPEG', jpeg.subarray(0, 200), DAMAGED],
    ['PNG with a wrong sum', Buffer.from(png).fill(0, 29, 33), DAMAGED],
    ['PNG that only says it is 50,000 a side', pngOf(ihdr(50_000, 50_000), chunk('IDAT', packed(1000))), LARGE],
    ['PNG that is 50,000 a side', realGiant(), LARGE],
    ['PNG of no width', pngOf(ihdr(0, 100), chunk('IDAT', packed(100))), DAMAGED],
    [
      'PNG of two thousand million a side',
      pngOf(ihdr(0x7fffffff, 0x7fffffff), chunk('IDAT', packed(100))),
      [...LARGE, ...DAMAGED],
    ],
    ['JPEG that says 65,000 a side', resized(await picture(64, 64).jpeg().toBuffer(), 65_000, 65_000), LARGE],
    ['WebP that says 16 million a side', webpGiant(), [...LARGE, ...DAMAGED]],
    ['JPEG of twenty thousand scans', scanBomb(progressive), DAMAGED],
  ];
}

/** Small pictures that unpack to much more than they show: either is right, as long as memory holds. */
async function bombs(): Promise<[string, Buffer][]> {
  const png = await picture(50, 50).png().toBuffer();
  const profile = Buffer.concat([latin('p\0\0'), packed(400_000_000)]);
  const words = Buffer.concat([latin('Comment\0\0'), packed(400_000_000)]);
  return [
    ['PNG with a profile of 400 MB', withChunk(png, 'iCCP', profile)],
    ['PNG with packed words of 400 MB', withChunk(png, 'zTXt', words)],
    ['PNG with 400 MB of pixels too many', pngOf(ihdr(50, 50), chunk('IDAT', packed(400_000_000)))],
    [
      'PNG with ten thousand chunks',
      Buffer.concat([
        png.subarray(0, 33),
        ...Array.from({ length: 10_000 }, () => chunk('tEXt', latin('a\0b'))),
        png.subarray(33),
      ]),
    ],
  ];
}

function voicesWithMore(): [string, Buffer][] {
  const place = box('udta', box('\xa9xyz', latin(CANARY)));
  return [
    ['MP3 with a picture and a name', Buffer.concat([id3(HTML, CANARY), mp3(2), id3v1(CANARY)])],
    ['MP3 with a picture of two megabytes', Buffer.concat([id3(Buffer.alloc(2_000_000, CANARY), CANARY), mp3(2)])],
    ['MP3 and an archive behind it', Buffer.concat([mp3(2), ZIP])],
    ['AAC and a page behind it', Buffer.concat([aac(2), HTML])],
    ['M4A with a place', m4a(2, { more: place })],
    ['M4A and a page behind it', Buffer.concat([m4a(2), box('free', HTML)])],
    ['WebM with the recorder’s name', chromiumWebm()],
    ['WebM and a page behind it', Buffer.concat([chromiumWebm(), HTML])],
  ];
}

const refusedVoices = (): [string, Buffer, readonly string[]][] => [
  ['ten minutes of MP3', mp3(480), ['VOICE_TOO_LONG']],
  ['a film', m4a(2, { handler: 'vide' }), UNKNOWN],
  ['tables without end', m4a(2, { count: 0xffffffff }), DAMAGED],
  ['tables that lead out of the file', m4a(2, { start: 0x7fffffff }), DAMAGED],
  ['WAV', latin('RIFF\xff\xff\0\0WAVEfmt \x10\0\0\0'), UNKNOWN],
  ['AMR', latin('#!AMR\n\x3c\x54'), UNKNOWN],
  ['a page for a voice', HTML, UNKNOWN],
  ['an SVG for a voice', SVG, UNKNOWN],
  ['a megabyte of chance for a voice', Buffer.concat([Buffer.from([0]), randomBytes(1_000_000)]), UNKNOWN],
  [
    'boxes in boxes without end',
    Buffer.concat([box('ftyp', Buffer.alloc(8)), Buffer.alloc(900_000, box('moov'))]),
    [...DAMAGED, ...UNKNOWN],
  ],
  ['a head of WebM and nothing', chromiumWebm().subarray(0, 40), DAMAGED],
];

/** Real files with some bytes changed, for the long form. */
async function mutated(count: number): Promise<Hostile[]> {
  const photos = await Promise.all((['jpeg', 'png', 'webp'] as const).map((format) => withMetadata(format)));
  const sounds = [mp3(2), aac(2), m4a(2), chromiumWebm()];
  return Array.from({ length: count }, (_, n): Hostile => {
    const kind = n % 2 === 0 ? 'photo' : 'voice';
    const from = kind === 'photo' ? photos : sounds;
    const bytes = Buffer.from(from[(n >> 1) % from.length] ?? Buffer.alloc(1));
    for (let i = 0; i < 1 + (n % 9); i++) bytes[randomInt(bytes.length)] = randomInt(256);
    return { what: `changed ${n}`, kind, bytes, becomes: ['', ...DAMAGED, ...UNKNOWN, ...LARGE, 'VOICE_TOO_LONG'] };
  });
}

export async function hostileFiles(): Promise<Hostile[]> {
  const photo = await withMetadata('jpeg');
  const either = { becomes: 'made anew' as const };
  return [
    ...(await photosWithMore()).map(([what, bytes]): Hostile => ({ what, kind: 'photo', bytes, ...either })),
    ...(await refusedPhotos()).map(([what, bytes, becomes]): Hostile => ({ what, kind: 'photo', bytes, becomes })),
    ...(await bombs()).map(([what, bytes]): Hostile => ({
      what,
      kind: 'photo',
      bytes,
      becomes: ['', ...DAMAGED, ...LARGE],
    })),
    ...voicesWithMore().map(([what, bytes]): Hostile => ({ what, kind: 'voice', bytes, ...either })),
    ...refusedVoices().map(([what, bytes, becomes]): Hostile => ({ what, kind: 'voice', bytes, becomes })),
    ...(await mutated(process.env.LONG === '1' ? 240 : 0)),
    { what: 'a photo for a voice', kind: 'voice', bytes: photo, becomes: UNKNOWN },
  ];
}
