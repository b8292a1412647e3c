// Makes the secrets of a checkout once, readable by their owner only, and keeps them ever after.
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Reads a JSON file, or makes it with mode 600; of two that make it at once the first wins and both read the same. */
function onceMade(path, make) {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  if (!existsSync(path)) {
    try {
      writeFileSync(path, `${JSON.stringify(make(), null, 2)}\n`, { flag: 'wx', mode: 0o600 });
      chmodSync(path, 0o600);
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
  }
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** The keys that encrypt personal fields; whoever loses this file cannot read them any more. */
export function ensureKeyFile(path) {
  const key = () => randomBytes(32).toString('base64');
  return onceMade(path, () => ({ current: 'k1', keys: { k1: key() }, index: key() }));
}

export function ensureDatabasePasswords(path) {
  const password = () => randomBytes(24).toString('base64url');
  return onceMade(path, () => ({ root: password(), app: password() }));
}
