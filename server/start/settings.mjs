// Reads what `npm start` is told by the environment, and makes of it the environment of the server process.
import { join, resolve } from 'node:path';
import { Stop } from './progress.mjs';
import { dataFolder, root } from './workspace.mjs';

const demanded = {
  DATABASE_URL: 'the database, mysql://user:password@host:3306/database',
  KEY_FILE: 'the file with the keys that encrypt personal fields',
  PUBLIC_URL: 'the address printed on the cards, such as https://grid.example.org',
  MEDIA_DIR: 'the folder that keeps photos and voices, or MEDIA_S3_URL with its bucket and keys',
};

/** @param words of the command line: `--empty` starts without the demo community. */
export function readSettings(env, words = []) {
  const unknown = words.filter((word) => word !== '--empty');
  if (unknown.length > 0) throw new Stop(`npm start knows no ${unknown[0]}.`, 'It knows: npm start -- --empty');
  const production = env.NODE_ENV === 'production';
  const port = readPort(env.PORT || '3000');
  if (production) demandProduction(env);
  // `npm start --empty`, without the dashes between, tells only npm, and npm tells us so.
  const empty = words.includes('--empty') || env.npm_config_empty === 'true';
  const demo = !production && env.DEMO !== '0' && !empty;
  return {
    production,
    demo,
    port,
    // A demo lets anybody in as anybody, so other machines see it only when they are meant to.
    host: env.HOST || (demo ? '127.0.0.1' : '0.0.0.0'),
    publicUrl: (env.PUBLIC_URL || `http://localhost:${port}`).replace(/\/+$/, ''),
    databaseUrl: env.DATABASE_URL ?? '',
    keyFile: env.KEY_FILE ? resolve(env.KEY_FILE) : join(dataFolder, 'keys.json'),
    mediaFolder: env.MEDIA_DIR ? resolve(env.MEDIA_DIR) : join(dataFolder, 'media'),
    makesKeys: !env.KEY_FILE && !production,
  };
}

function readPort(text) {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  throw new Stop(
    `PORT is "${text}", which is no port.`,
    'Give a number from 1 to 65535, for example PORT=3000 npm start',
  );
}

function demandProduction(env) {
  if (env.DEMO && env.DEMO !== '0') {
    throw new Stop(
      'DEMO is set and NODE_ENV is production: in demo mode anybody may log in as anybody, so production refuses it.',
      'Unset DEMO, or unset NODE_ENV to try the demo.',
    );
  }
  const missing = Object.keys(demanded).filter((name) => !env[name] && !(name === 'MEDIA_DIR' && env.MEDIA_S3_URL));
  if (missing.length === 0) return;
  throw new Stop(
    `Production needs ${missing.join(', ')}.`,
    missing.map((name) => `  ${name}: ${demanded[name]}`).join('\n') + '\nSee docs/running.md, "In production".',
  );
}

/** The environment that the server and its commands run with. */
export function serverEnvironment(settings, databaseUrl, env) {
  const made = {
    ...env,
    DATABASE_URL: databaseUrl,
    KEY_FILE: settings.keyFile,
    MEDIA_DIR: settings.mediaFolder,
    PORT: String(settings.port),
    HOST: settings.host,
    PUBLIC_URL: settings.publicUrl,
    H5_DIR: env.H5_DIR || join(root, 'miniapp', 'dist', 'h5'),
  };
  if (settings.demo) made.DEMO = '1';
  else delete made.DEMO;
  return made;
}
