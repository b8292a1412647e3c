// `npm run admin`: the first administrator of an empty database, or a new one-time password for one: `-- --reset ACCOUNT`.
import process from 'node:process';
import { compileWhenStale } from './compile.mjs';
import { databaseForCommand } from './command-database.mjs';
import { checkNode, installWhenStale } from './install.mjs';
import { explain, step } from './progress.mjs';
import { run } from './processes.mjs';
import { ensureKeyFile } from './secrets.mjs';
import { runCommand } from './server-process.mjs';
import { readSettings, serverEnvironment } from './settings.mjs';
import { stopInOrder } from './stopping.mjs';

const stopping = stopInOrder();

async function admin(words) {
  checkNode();
  const settings = readSettings(process.env);
  await step('Dependencies', installWhenStale);
  const databaseUrl = settings.databaseUrl || (await databaseForCommand('npm run admin', stopping));
  await step('Server', compileWhenStale);
  if (settings.makesKeys) ensureKeyFile(settings.keyFile);
  const env = serverEnvironment(settings, databaseUrl, process.env);
  await step('Tables', () => runCommand('migrate', env, 'The tables could not be brought up to date.'));
  const { code } = await run(process.execPath, ['server/dist/commands/admin.js', ...words], { env, show: true });
  return code;
}

let code = 1;
try {
  code = await admin(process.argv.slice(2));
} catch (error) {
  if (!stopping.begun()) explain(error);
}
await stopping.stop();
process.exit(code);
