/** The H5 build as the server gives it out: shell, hashed files, cards, and nothing beside. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startApp, type TestApp } from '../actors/start-app';
import { testFolder } from '../actors/test-config';
import { DummyModule } from './dummy';

let app: TestApp;
beforeAll(async () => {
  const folder = testFolder('h5');
  mkdirSync(join(folder, 'js'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>shell</title>');
  writeFileSync(join(folder, 'js', 'app.0123abcd.js'), 'void 0');
  writeFileSync(join(folder, 'plain.txt'), 'plain');
  writeFileSync(join(folder, '..', 'outside.txt'), 'outside');
  app = await startApp({ modules: [DummyModule], env: { H5_DIR: folder } });
});
afterAll(() => app.close());

const get = (path: string, accept = 'text/html'): Promise<Response> => fetch(app.url + path, { headers: { accept } });

it.each(['/', '/index.html', '/tickets/detail?id=1', '/c/ABCDEFGHJKMNPQRSTVWX22'])(
  'answers %s with the shell',
  async (path) => {
    const answer = await get(path);
    expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('shell')]);
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(answer.headers.get('cache-control')).toBe(path.startsWith('/c/') ? 'no-store' : 'no-cache');
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
  },
);

it('lets browsers keep files whose name has a hash, and ask again for others', async () => {
  expect((await get('/js/app.0123abcd.js')).headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect((await get('/plain.txt')).headers.get('cache-control')).toBe('no-cache');
});

it.each([
  '/js/gone.js',
  '/api/v1/nothing',
  '/health/nothing',
  '/c',
  '/c/a/b',
  '/%2e%2e/outside.txt',
  '/..%2foutside.txt',
])('has nothing at %s', async (path) => {
  expect((await get(path)).status).toBe(404);
});

it('gives the shell to pages only', async () => {
  expect((await get('/tickets', 'application/json')).status).toBe(404);
});
