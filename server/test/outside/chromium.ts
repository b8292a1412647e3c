/** Chromium as a second opinion on how text looks: draws a page of HTML into grey values. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { testFolder } from '../actors/test-config';
import type { Picture } from './poppler';

const PATH = process.env.CHROMIUM || '/usr/bin/chromium';
const ARGUMENTS = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--hide-scrollbars'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync', '--font-render-hinting=none'],
  ...['--disable-lcd-text', '--allow-file-access-from-files'],
];

export const hasChromium = existsSync(PATH);

/** @param scale dots a CSS pixel */
export function drawHtml(html: string, size: { width: number; height: number; scale: number }): Picture {
  const folder = testFolder('chromium');
  try {
    writeFileSync(join(folder, 'page.html'), html);
    const drawn = join(folder, 'page.png');
    execFileSync(
      PATH,
      [
        ...[...ARGUMENTS, `--user-data-dir=${join(folder, 'profile')}`, `--screenshot=${drawn}`],
        ...[`--window-size=${size.width},${size.height}`, `--force-device-scale-factor=${size.scale}`],
        ...['--virtual-time-budget=5000', `file://${join(folder, 'page.html')}`],
      ],
      { stdio: 'ignore', timeout: 50_000 },
    );
    const { width, height, data } = PNG.sync.read(readFileSync(drawn));
    return { width, height, data: Uint8Array.from({ length: width * height }, (_, i) => data[i * 4] ?? 255) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
