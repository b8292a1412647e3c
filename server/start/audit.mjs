// `npm run audit`: recomputes projections and chains from the history and names the first row that does not fit.
import process from 'node:process';
import { compileWhenStale } from './compile.mjs';
import { databaseForCommand } from './command-database.mjs';
import { checkNode, installWhenStale } from './install.mjs';
import { explain, step } from './progress.mjs';
import { run } from './processes.mjs';
import { readSettings, serverEnvironment } from './settings.mjs';
import { stopInOrder } from './stopping.mjs';

const stopping = stopInOrder();

async function audit() {
  checkNode();
  const settings = readSettings(process.env);
  await step('Dependencies', installWhenStale);
  const databaseUrl = settings.databaseUrl || (await databaseForCommand('npm run audit', stopping));
  await step('Server', compileWhenStale);
  const env = serverEnvironment(settings, databaseUrl, process.env);
  const { code } = await run(process.execPath, ['server/dist/commands/audit.js'], { env, show: true });
  return code;
}

let code = 1;
try {
  code = await audit();
} catch (error) {
  if (!stopping.begun()) explain(error);
}
await stopping.stop();
process.exit(code);
