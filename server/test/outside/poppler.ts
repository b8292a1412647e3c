/** Poppler's programs: a PDF read and drawn by somebody else's code, as a printer or a viewer would. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { testFolder } from '../actors/test-config';

/** Grey values, 0 black to 255 white, row by row. */
export interface Picture {
  width: number;
  height: number;
  data: Uint8Array;
}

const isThere = existsSync('/usr/bin/pdftoppm') && existsSync('/usr/bin/pdftotext');
if (!isThere && process.env.CI !== 'true')
  process.stdout.write('Poppler is missing; this installs it: sudo apt-get install -y poppler-utils\n');

/** Tests that draw a PDF; left out where Poppler is missing, but never on a build machine. */
export const describeDrawn = isThere || process.env.CI === 'true' ? describe : describe.skip;

function withFile<T>(pdf: Buffer, read: (file: string, folder: string) => T): T {
  const folder = testFolder('pdf');
  try {
    const file = join(folder, 'sheet.pdf');
    writeFileSync(file, pdf);
    return read(file, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** `P5 width height 255` and then a byte a pixel. */
export function readPgm(file: Buffer): Picture {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(file.toString('latin1', 0, 40));
  if (!head) throw new Error('no grey picture');
  const data = new Uint8Array(file.subarray(head[0].length));
  return { width: Number(head[1]), height: Number(head[2]), data };
}

export function drawPage(pdf: Buffer, page: number, dpi: number): Picture {
  return withFile(pdf, (file, folder) => {
    const only = ['-f', String(page), '-l', String(page), '-singlefile'];
    execFileSync('pdftoppm', ['-gray', '-r', String(dpi), ...only, file, join(folder, 'page')]);
    return readPgm(readFileSync(join(folder, 'page.pgm')));
  });
}

export const textOf = (pdf: Buffer): string =>
  withFile(pdf, (file) => execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }));

/** What pdfinfo says, line by line: `Title`, `Pages`, `Page size`. */
export function factsOf(pdf: Buffer): Map<string, string> {
  const told = withFile(pdf, (file) => execFileSync('pdfinfo', [file], { encoding: 'utf8' }));
  return new Map(told.split('\n').map((line) => [line.split(':')[0] ?? '', line.slice(line.indexOf(':') + 1).trim()]));
}

/** Name and `emb sub uni` of every font in the file. */
export const fontsOf = (pdf: Buffer): string[] =>
  withFile(pdf, (file) => execFileSync('pdffonts', [file], { encoding: 'utf8' }))
    .split('\n')
    .slice(2)
    .filter((line) => line !== '');
