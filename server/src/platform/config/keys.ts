/** Reads the key file: keys that encrypt personal fields, by id, and the key of the blind indexes. */
import { readFileSync } from 'node:fs';
import { ConfigError } from './read-config';

export class Keys {
  constructor(
    /** Id of the key that new values are sealed with. */
    readonly current: string,
    readonly byId: ReadonlyMap<string, Buffer>,
    /** HMAC key of blind indexes; it cannot be changed without rebuilding them. */
    readonly index: Buffer,
  ) {}
}

const wrong = (what: string): ConfigError => new ConfigError([`KEY_FILE: expected ${what}`]);

function key(value: unknown, name: string): Buffer {
  const bytes = typeof value === 'string' ? Buffer.from(value, 'base64') : Buffer.alloc(0);
  if (bytes.length !== 32) throw wrong(`32 bytes in base64 at "${name}"`);
  return bytes;
}

function readJson(path: string): Record<string, unknown> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw wrong('a readable JSON file { current, keys: { id: base64 }, index: base64 }');
  }
  if (typeof parsed !== 'object' || parsed === null) throw wrong('a JSON object { current, keys, index }');
  return parsed as Record<string, unknown>;
}

/** @throws {ConfigError} when the file is missing or malformed; its content is never part of the message. */
export function readKeys(path: string): Keys {
  const { current, keys, index } = readJson(path);
  if (typeof keys !== 'object' || keys === null) throw wrong('an object of keys at "keys"');
  const byId = new Map<string, Buffer>();
  for (const [id, value] of Object.entries(keys)) {
    if (!/^[\w-]{1,16}$/.test(id)) throw wrong('key ids of 1 to 16 letters, digits, _ or -');
    byId.set(id, key(value, `keys.${id}`));
  }
  if (typeof current !== 'string' || !byId.has(current)) throw wrong('the id of one of its keys at "current"');
  return new Keys(current, byId, key(index, 'index'));
}
