// `npm run audit`: recomputes projections and chains from the history and names the first row that does not fit;
// `npm run audit:ledger` does it of points, in one snapshot. Words after `--` go to it: --rebuild, --json, --no-seals.
import process from 'node:process';
import { compileWhenStale } from './compile.mjs';
import { databaseForCommand } from './command-database.mjs';
import { checkNode, installWhenStale } from './install.mjs';
import { explain, step } from './progress.mjs';
import { run } from './processes.mjs';
import { readSettings, serverEnvironment } from './settings.mjs';
import { stopInOrder } from './stopping.mjs';

const stopping = stopInOrder();
const ofLedger = process.argv[2] === 'ledger';
const words = process.argv.slice(ofLedger ? 3 : 2);
const command = ofLedger ? 'audit-ledger' : 'audit';
const json = words.includes('--json');
const print = process.stdout.write.bind(process.stdout);
// Whoever reads JSON reads nothing else: the steps go to the other stream.
if (json) process.stdout.write = process.stderr.write.bind(process.stderr);

async function audit() {
  checkNode();
  const settings = readSettings(process.env);
  await step('Dependencies', installWhenStale);
  const databaseUrl =
    settings.databaseUrl || (await databaseForCommand(ofLedger ? 'npm run audit:ledger' : 'npm run audit', stopping));
  await step('Server', compileWhenStale);
  const env = serverEnvironment(settings, databaseUrl, process.env);
  const { code, output } = await run(process.execPath, [`server/dist/commands/${command}.js`, ...words], {
    env,
    show: !json,
  });
  if (json) print(output);
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
