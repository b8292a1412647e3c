/** What the builds leave out of shared routes is what only the server reads; address, method and key stay as they are. */
import fs from 'node:fs';
import path from 'node:path';
import { transformSync } from '@babel/core';
import slimRoutes from '../config/slim-routes';

const SHARED = path.resolve(__dirname, '../../shared/src');

const tables = fs
  .readdirSync(SHARED, { recursive: true, encoding: 'utf8' })
  .filter((name) => /[\\/](?:[\w-]+\.)?routes\.ts$/.test(name));

const slimmed = (source: string): string =>
  transformSync(source, {
    babelrc: false,
    configFile: false,
    plugins: [slimRoutes],
    parserOpts: { plugins: ['typescript'] },
  })?.code ?? '';

const linesWith = (word: string, source: string): string[] =>
  source
    .split('\n')
    .map((line) => line.trim().replace(/,$/, ''))
    .filter((line) => line.startsWith(word));

it('finds the tables of every domain', () => {
  expect(tables.length).toBeGreaterThan(10);
});

it.each(tables)('%s keeps what a call needs, and nothing that only the server reads', (name) => {
  const source = fs.readFileSync(path.join(SHARED, name), 'utf8');
  const slim = slimmed(source);
  for (const word of ['method:', 'path:', 'key:']) expect(linesWith(word, slim)).toEqual(linesWith(word, source));
  for (const word of ['summary:', 'permission:', 'status:', 'reply: reply<', 'faults:'])
    expect(linesWith(word, slim)).toEqual([]);
});

it('leaves objects alone that are no routes', () => {
  expect(slimmed("export const one = { status: 200, faults: ['A'] };")).toContain('status: 200');
});
