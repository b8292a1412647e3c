// `npm run backup`: the database and the media in one dated folder that can be checked by itself; the key file stays apart.
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { copy, IN_A_BUCKET, linesOf, pathsIn, SUMS, sumOf } from './checksums.mjs';
import { databaseForCommand } from './command-database.mjs';
import { demandClients, onDatabase, writeDump } from './dump.mjs';
import { checkNode, installWhenStale } from './install.mjs';
import { beginMaking, clearInterrupted, endMaking } from './interrupted-backups.mjs';
import { keyPrints } from './key-prints.mjs';
import { explain, say, step, Stop } from './progress.mjs';
import { readSettings } from './settings.mjs';
import { stopInOrder } from './stopping.mjs';
import { dataFolder, root } from './workspace.mjs';

const stopping = stopInOrder();
/** What an upload that is under way writes; nobody knows yet whether it will be whole. */
const UNFINISHED = 'incoming/';

function readWords(words) {
  const settings = { to: join(dataFolder, 'backups'), withKeys: false };
  for (let i = 0; i < words.length; i++) {
    if (words[i] === '--with-keys') settings.withKeys = true;
    else if (words[i] === '--to' && words[i + 1]) settings.to = resolve(words[++i]);
    else
      throw new Stop(`npm run backup knows no ${words[i]}.`, 'It knows: npm run backup -- [--to FOLDER] [--with-keys]');
  }
  return settings;
}

/** sevengrid-2026-11-27T204000Z */
const nameOf = (date) => `sevengrid-${date.toISOString().replace(/\.\d+/, '').replaceAll(':', '')}`;

async function backup(words) {
  checkNode();
  demandClients();
  const { to, withKeys } = readWords(words);
  const settings = readSettings(process.env);
  await step('Dependencies', installWhenStale);
  const url =
    process.env.DATABASE_OWNER_URL || settings.databaseUrl || (await databaseForCommand('npm run backup', stopping));
  const place = join(to, nameOf(new Date()));
  clearInterrupted(to);
  const making = beginMaking(place);
  // Whatever stops it, what is there in the end under its own name is whole.
  stopping.add(() => rmSync(making, { recursive: true, force: true }));
  const sums = new Map();
  // The database first: a file of media that comes later belongs to nothing in it and is left out by the restore.
  await step('Database, written out', async () => {
    await writeDump(url, join(making, 'database.sql.gz'));
    sums.set('database.sql.gz', await sumOf(join(making, 'database.sql.gz')));
    return size(statSync(join(making, 'database.sql.gz')).size);
  });
  await step('Media', () => copyMedia(settings.mediaFolder, making, sums));
  const manifest = await manifestOf(url, settings, sums, withKeys);
  writeFileSync(join(making, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
  sums.set('manifest.json', await sumOf(join(making, 'manifest.json')));
  // Last, so that an interrupted backup hardly ever has them.
  if (withKeys) sums.set('keys.json', await copy(settings.keyFile, join(making, 'keys.json')));
  writeFileSync(join(making, SUMS), linesOf(sums), { mode: 0o600 });
  endMaking(making, place);
  tellWhere(place, settings, withKeys);
}

async function copyMedia(folder, making, sums) {
  if (process.env.MEDIA_S3_URL) return 'in a bucket, which is backed up by its own means';
  let bytes = 0;
  const paths = pathsIn(folder).filter((path) => !path.startsWith(UNFINISHED));
  for (const path of paths) {
    const place = join(making, 'media', path);
    try {
      sums.set(`media/${path}`, await copy(join(folder, path), place));
      bytes += statSync(place).size;
    } catch (error) {
      // It was erased since the folder was read.
      if (error.code !== 'ENOENT') throw error;
      rmSync(place, { force: true });
    }
  }
  return `${paths.length} files, ${size(bytes)}`;
}

async function manifestOf(url, { keyFile }, sums, withKeys) {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const facts = await onDatabase(url, async (ask) => {
    const count = async (what) =>
      Number((await ask(`SELECT COUNT(*) AS n FROM information_schema.${what} = DATABASE()`))[0].n);
    return {
      tables: await count("tables WHERE table_type = 'BASE TABLE' AND table_schema"),
      triggers: await count('triggers WHERE trigger_schema'),
    };
  });
  return {
    format: 1,
    madeAt: new Date().toISOString(),
    version,
    ...facts,
    media: process.env.MEDIA_S3_URL ? IN_A_BUCKET : [...sums.keys()].filter((path) => path.startsWith('media/')).length,
    keysIncluded: withKeys,
    keys: keyPrints(keyFile),
  };
}

function tellWhere(place, { keyFile }, withKeys) {
  say(`\nThe backup is ${place}`);
  say(`Check it anywhere: cd ${place} && sha256sum --check --quiet ${SUMS}`);
  if (withKeys) {
    say('The key file is in it, as you asked: whoever has this folder can read names, phones and words. Guard it so.');
    return;
  }
  say(`The key file is not in it, on purpose: ${keyFile}`);
  say(
    'Without that file nobody can read the names, phones and words of this backup, you included: keep a copy of it apart.',
  );
}

const size = (bytes) => (bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} KB` : `${(bytes / 1e6).toFixed(1)} MB`);

let code = 1;
try {
  await backup(process.argv.slice(2));
  code = 0;
} catch (error) {
  if (!stopping.begun()) explain(error);
}
await stopping.stop();
process.exit(code);
