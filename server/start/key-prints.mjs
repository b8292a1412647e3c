// Fingerprints of the keys that encrypt personal fields: they tell whether a key file fits a backup, and nothing of the keys.
import { createHash } from 'node:crypto';
import { readText } from './workspace.mjs';

const print = (key) => createHash('sha256').update('sevengrid-key\0').update(Buffer.from(key, 'base64')).digest('hex');

/** Name of a key → its fingerprint; `index` is the one of the searchable fingerprints. Empty where there is no key file. */
export function keyPrints(file) {
  const text = readText(file);
  if (!text) return {};
  const { keys = {}, index } = JSON.parse(text);
  const named = Object.entries(keys).map(([id, key]) => [`key ${id}`, print(key)]);
  return Object.fromEntries(index ? [...named, ['index', print(index)]] : named);
}

/** Names of the keys that were needed and are others here, or not there. */
export const missingKeys = (needed, here) => Object.keys(needed).filter((name) => here[name] !== needed[name]);
