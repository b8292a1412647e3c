/** Configuration: each wrong variable has its line, production demands what it needs, keys are checked. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError, readConfig, type Environment } from '../../src/platform/config/read-config';
import { readKeys } from '../../src/platform/config/keys';
import { testFolder } from '../actors/test-config';

const GOOD: Environment = { DATABASE_URL: 'mysql://user:password@127.0.0.1:3306/grid', KEY_FILE: '/keys.json' };
const PRODUCTION: Environment = {
  ...GOOD,
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://grid.example.org',
  MEDIA_DIR: '/srv/media',
};
const S3: Environment = {
  MEDIA_S3_URL: 'https://s3.example.org',
  MEDIA_S3_BUCKET: 'sevengrid',
  MEDIA_S3_KEY_ID: 'AKEY',
  MEDIA_S3_SECRET: 'a-secret-of-theirs',
};

function wrong(env: Environment): readonly string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.lines;
    throw error;
  }
}

it('takes good settings, with defaults', () => {
  expect(wrong(GOOD)).toEqual([]);
  expect(wrong(PRODUCTION)).toEqual([]);
  expect(readConfig(GOOD)).toMatchObject({
    port: 3000,
    demo: false,
    bodyLimit: 1_048_576,
    cardAppealsADay: 10,
    publicUrl: 'http://localhost:3000',
  });
  expect(readConfig({ ...PRODUCTION, PUBLIC_URL: 'https://grid.example.org/' }).publicUrl).toBe(
    'https://grid.example.org',
  );
});

it.each<[string, string]>([
  ['DATABASE_URL', 'postgres://x'],
  ['DATABASE_OWNER_URL', 'nonsense'],
  ['DATABASE_POOL', '0'],
  ['PORT', 'abc'],
  ['PORT', '70000'],
  ['HOST', 'a b'],
  ['PUBLIC_URL', 'grid.example.org'],
  ['DEMO', 'perhaps'],
  ['NODE_ENV', 'staging'],
  ['LOG_LEVEL', 'loud'],
  ['WECHAT_API_BASE', 'nowhere'],
  ['WECHAT_APP_ID', 'x'],
  ['BODY_LIMIT', '12'],
  ['TRUST_PROXY', 'everybody'],
  ['CARD_APPEALS_A_DAY', '0'],
  ['MEDIA_A_DAY', '0'],
  ['MEDIA_S3_REGION', 'far away'],
])('names %s when it is %s, in one line', (name, value) => {
  const lines = wrong({ ...GOOD, [name]: value });
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(new RegExp(`^${name}: expected `));
});

it('keeps media in a folder that somebody named in production, or in a whole description of a bucket', () => {
  expect(wrong({ ...PRODUCTION, MEDIA_DIR: '' })).toEqual([expect.stringMatching(/^MEDIA_DIR: expected /)]);
  expect(wrong({ ...PRODUCTION, MEDIA_DIR: '', ...S3 })).toEqual([]);
  for (const name of ['MEDIA_S3_BUCKET', 'MEDIA_S3_KEY_ID', 'MEDIA_S3_SECRET'])
    expect(wrong({ ...GOOD, ...S3, [name]: '' })).toEqual([expect.stringMatching(new RegExp(`^${name}: expected `))]);
});

it('names all that is missing, at once', () => {
  expect(wrong({}).map((line) => line.split(':')[0])).toEqual(['DATABASE_URL', 'KEY_FILE']);
});

it('refuses in production what would be unsafe there', () => {
  expect(wrong({ ...PRODUCTION, DEMO: '1' })[0]).toContain('DEMO');
  expect(wrong({ ...PRODUCTION, PUBLIC_URL: 'http://grid.example.org' })[0]).toContain('https');
  expect(wrong({ ...PRODUCTION, PUBLIC_URL: undefined })[0]).toContain('PUBLIC_URL');
  expect(wrong({ ...PRODUCTION, PUBLIC_URL: 'http://localhost:3000' })).toEqual([]);
});

describe('the key file', () => {
  const key = Buffer.alloc(32, 7).toString('base64');
  const path = join(testFolder('keys'), 'keys.json');
  const read = (content: unknown): unknown => {
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    return readKeys(path);
  };

  it('is read', () => expect(read({ current: 'k', keys: { k: key }, index: key })).toMatchObject({ current: 'k' }));

  it.each<[string, unknown]>([
    ['no JSON', '{'],
    ['no keys', {}],
    ['a current key that is not there', { current: 'x', keys: { k: key }, index: key }],
    ['a short key', { current: 'k', keys: { k: 'c2hvcnQ=' }, index: key }],
    ['no index key', { current: 'k', keys: { k: key } }],
  ])('is refused with %s', (_, content) => expect(() => read(content)).toThrow(/^KEY_FILE: expected/));

  it('is refused when it is missing', () => expect(() => readKeys('/nowhere/keys.json')).toThrow(/^KEY_FILE/));
});
