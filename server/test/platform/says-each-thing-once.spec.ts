/** What the database is asked in many places is written in one: what is today, what is open, how houses are sorted, how a job is woken. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCE = join(__dirname, '../../src');

const FILES = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.startsWith('migrations'))
  .map((name): [string, string] => [name, readFileSync(join(SOURCE, name), 'utf8')]);

it.each([
  ['today on a scope’s wall', /tz_offset MINUTE\)/, ['identity/today.ts']],
  ['the phases of open work', /'new', 'active'|'resolved', 'closed'\)/, []],
  ['houses by their number', /LPAD\(/, ['cards/batches.ts']],
  [
    'a job that begins after the commit',
    /setImmediate\(\(\) => void this\.scheduler\.runNow/,
    ['platform/jobs/outbox.ts'],
  ],
  ['that a body returned a request', /=== 'returned' &&/, ['tickets/appeal-rules.ts']],
])('writes %s once', (_, words, homes) => {
  expect(FILES.filter(([, text]) => words.test(text)).map(([name]) => name)).toEqual(homes);
});
