/** The configuration of an app under test, with keys made for this process. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../../src/platform/config/config';
import { readConfig, type Environment } from '../../src/platform/config/read-config';

let keyFile: string | undefined;

/** A new folder inside that of the test run, which takes it along when it is removed. */
export function testFolder(name: string): string {
  const { TEST_FOLDER } = process.env;
  if (TEST_FOLDER === undefined) throw new Error('TEST_FOLDER is not set; run the tests by npm test or npx jest');
  return mkdtempSync(join(TEST_FOLDER, `${name}-`));
}

export function testKeyFile(): string {
  if (keyFile) return keyFile;
  const key = (): string => randomBytes(32).toString('base64');
  keyFile = join(testFolder('keys'), 'keys.json');
  writeFileSync(keyFile, JSON.stringify({ current: 'k1', keys: { k1: key() }, index: key() }));
  return keyFile;
}

export function testConfig(databaseUrl: string, env: Environment = {}): Config {
  return readConfig({
    NODE_ENV: 'test',
    DATABASE_URL: databaseUrl,
    DATABASE_POOL: '12',
    KEY_FILE: testKeyFile(),
    PORT: '0',
    HOST: '127.0.0.1',
    PUBLIC_URL: 'http://localhost:3000',
    LOG_LEVEL: 'info',
    CARD_APPEALS_A_DAY: '1000',
    MEDIA_DIR: testFolder('media'),
    MEDIA_A_DAY: '5000',
    ...env,
  });
}
