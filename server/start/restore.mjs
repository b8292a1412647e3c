// `npm run restore -- FOLDER`: checks a backup, reads it into an empty database and media folder, and audits what is there then.
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { copy, IN_A_BUCKET, verify } from './checksums.mjs';
import { compileWhenStale } from './compile.mjs';
import { startDatabase, stopDatabase } from './database.mjs';
import { demandClients, onDatabase, readDump } from './dump.mjs';
import { checkNode, installWhenStale } from './install.mjs';
import { keyPrints, missingKeys } from './key-prints.mjs';
import { takeLock } from './lock.mjs';
import { explain, say, step, Stop } from './progress.mjs';
import { run } from './processes.mjs';
import { runCommand } from './server-process.mjs';
import { readSettings, serverEnvironment } from './settings.mjs';
import { stopInOrder } from './stopping.mjs';

const stopping = stopInOrder();
const usage = 'npm run restore -- FOLDER [--replace]';

function readWords(words) {
  const folders = words.filter((word) => !word.startsWith('--'));
  const strange = words.find((word) => word.startsWith('--') && word !== '--replace');
  if (folders.length !== 1 || strange)
    throw new Stop(`npm run restore ${strange ? `knows no ${strange}` : 'needs the folder of a backup'}.`, usage);
  return { folder: resolve(folders[0]), replace: words.includes('--replace') };
}

async function restore(words) {
  checkNode();
  demandClients();
  const { folder, replace } = readWords(words);
  const settings = readSettings(process.env);
  const sums = await step('Backup', () => verify(folder).then((found) => Object.assign(found, { note: 'whole' })));
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  await step('Dependencies', installWhenStale);
  await demandKeys(folder, manifest, settings.keyFile);
  const url = settings.databaseUrl || (await openDatabase());
  const owner = process.env.DATABASE_OWNER_URL || url;
  await demandEmpty(owner, settings, manifest, replace);
  await step('Server', compileWhenStale);
  await step('Database, read in', () => fill(owner, folder, manifest));
  await step('Media', () => bringMedia(folder, manifest, sums, owner, settings.mediaFolder));
  const env = serverEnvironment(settings, url, process.env);
  await step('Tables', () => runCommand('migrate', env, 'The tables could not be brought up to date.'));
  // A backup of a server at work has rows of its last half minute that were not sealed yet.
  await step('Seals', () => runCommand('seal', env, 'The rows that waited could not be sealed.'));
  say('\nAudit');
  const { code } = await run(process.execPath, ['server/dist/commands/audit.js'], { env, show: true });
  if (code === 0) say('\nAll that was written out is there again.');
  return code;
}

/** Nobody may be at work meanwhile. */
async function openDatabase() {
  const lock = await takeLock('npm run restore');
  stopping.add(lock.release);
  stopping.add(stopDatabase);
  return (await step('Database', async () => ({ ...(await startDatabase()), note: 'private MariaDB' }))).url;
}

async function demandKeys(folder, manifest, keyFile) {
  if (manifest.keysIncluded && !existsSync(keyFile)) await copy(join(folder, 'keys.json'), keyFile);
  const missing = missingKeys(manifest.keys, keyPrints(keyFile));
  if (missing.length === 0) return;
  throw new Stop(
    `${keyFile} lacks what this backup was encrypted with: ${missing.join(', ')}.`,
    'Put the key file of that time in its place, or name it: KEY_FILE=/path/to/keys.json npm run restore -- …',
  );
}

async function demandEmpty(url, { mediaFolder }, manifest, replace) {
  const tables = await tablesOf(url);
  const files = manifest.media === IN_A_BUCKET || !existsSync(mediaFolder) ? 0 : readdirSync(mediaFolder).length;
  if (replace || (tables.length === 0 && files === 0)) return;
  const what = [tables.length > 0 && 'the database is not empty', files > 0 && `${mediaFolder} is not empty`];
  throw new Stop(
    `Nothing was restored: ${what.filter(Boolean).join(', and ')}.`,
    `To throw away what is there now: ${usage.replace('[--replace]', '--replace')}`,
  );
}

const tablesOf = (url) =>
  onDatabase(url, async (ask) =>
    (await ask('SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()')).map(
      ({ name }) => name,
    ),
  );

async function fill(url, folder, { tables, triggers }) {
  const old = await tablesOf(url);
  await onDatabase(url, async (ask) => {
    await ask('SET FOREIGN_KEY_CHECKS = 0');
    for (const name of old) await ask('DROP TABLE ??', [name]);
  });
  await readDump(url, join(folder, 'database.sql.gz'));
  const now = (await tablesOf(url)).length;
  const found = await onDatabase(url, (ask) =>
    ask('SELECT COUNT(*) AS n FROM information_schema.triggers WHERE trigger_schema = DATABASE()'),
  );
  if (now !== tables || Number(found[0].n) !== triggers)
    throw new Stop(
      `${now} tables and ${found[0].n} triggers were read in; ${tables} and ${triggers} were written out.`,
    );
  return `${tables} tables, ${triggers} triggers`;
}

/** Files that came after the database was written out belong to nothing in it, and stay out. */
async function bringMedia(folder, manifest, sums, url, mediaFolder) {
  if (manifest.media === IN_A_BUCKET) return 'in a bucket, which is restored by its own means';
  const paths = [...sums.keys()].filter((path) => path.startsWith('media/')).map((path) => path.slice(6));
  const ids = (await tablesOf(url)).includes('media')
    ? (await onDatabase(url, (ask) => ask('SELECT id FROM media'))).map(({ id }) => id)
    : [];
  const known = new Set(ids);
  const wanted = paths.filter((path) => known.has(path.split('/').at(-1).split('.')[0]));
  const coming = `${mediaFolder}.restoring`;
  rmSync(coming, { recursive: true, force: true });
  for (const path of wanted) {
    const sum = await copy(join(folder, 'media', path), join(coming, path));
    if (sum !== sums.get(`media/${path}`)) throw new Stop(`The backup was changed meanwhile: media/${path}`);
  }
  rmSync(mediaFolder, { recursive: true, force: true });
  if (wanted.length > 0) renameSync(coming, mediaFolder);
  return `${wanted.length} files`;
}

let code = 1;
try {
  code = await restore(process.argv.slice(2));
} catch (error) {
  if (!stopping.begun()) explain(error);
}
await stopping.stop();
process.exit(code);
