// What lies on a printed sheet: its pages drawn by Poppler, and the links of their QR codes as a phone reads them.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import jsqr from 'jsqr';

const DPI = 150;
const COLUMNS = 2;
const ROWS = 4;

export function hasPoppler() {
  try {
    execFileSync('pdftoppm', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** @param {string} file @param {number} page @returns {{ width: number, height: number, grey: Buffer }} */
function draw(file, page) {
  const folder = mkdtempSync(join(tmpdir(), 'sevengrid-sheet-'));
  try {
    const only = ['-f', String(page), '-l', String(page), '-singlefile'];
    execFileSync('pdftoppm', ['-gray', '-r', String(DPI), ...only, file, join(folder, 'page')]);
    const picture = readFileSync(join(folder, 'page.pgm'));
    const [head = '', width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(picture.toString('latin1', 0, 40)) ?? [];
    return { width: Number(width), height: Number(height), grey: picture.subarray(head.length) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The links on one page, in the order of the cards; a place without a card has none.
 * @param {string} file
 * @param {number} [page]
 */
export function linksOn(file, page = 1) {
  const { width, height, grey } = draw(file, page);
  const [wide, high] = [Math.floor(width / COLUMNS), Math.floor(height / ROWS)];
  const links = [];
  for (let i = 0; i < COLUMNS * ROWS; i++) {
    const [x0, y0] = [(i % COLUMNS) * wide, Math.floor(i / COLUMNS) * high];
    const rgba = new Uint8ClampedArray(wide * high * 4).fill(255);
    for (let y = 0; y < high; y++)
      for (let x = 0; x < wide; x++)
        rgba.fill(grey[(y0 + y) * width + x0 + x] ?? 255, (y * wide + x) * 4, (y * wide + x) * 4 + 3);
    const found = /** @type {any} */ (jsqr)(rgba, wide, high);
    if (found) links.push(found.data);
  }
  return links;
}
