// Finds Chromium and the fonts that the pages need, and installs them where that is allowed.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { aptInstall, isInstalled, mayInstall } from './apt.mjs';

const debianPackages = ['chromium', 'fonts-noto-cjk', 'fonts-noto-core'];
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome.exe'];
const usual = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

function find(env = process.env) {
  if (env.CHROMIUM) return existsSync(env.CHROMIUM) ? env.CHROMIUM : '';
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return candidates.concat(usual).find((path) => existsSync(path)) ?? '';
}

/** The path of Chromium, or an empty string where it cannot be had. */
export async function ensureChromium() {
  if (process.env.CHROMIUM || !mayInstall()) return find();
  const missing = [];
  for (const name of debianPackages) if (!(await isInstalled(name))) missing.push(name);
  const wanted = find() ? missing.filter((name) => name !== 'chromium') : missing;
  if (wanted.length > 0) await aptInstall(wanted);
  return find();
}

/** The line that installs it, for whoever may. */
export function chromiumLine(platform = process.platform) {
  if (platform === 'darwin') return 'brew install --cask chromium';
  if (platform === 'win32') return 'winget install Google.Chrome';
  return `sudo apt-get install -y --no-install-recommends ${debianPackages.join(' ')}`;
}
