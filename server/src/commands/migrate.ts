/** Command: brings the database's schema up to date and names what it ran. */
import 'reflect-metadata';
import { readConfigOrExit } from '../platform/config/read-config';
import { migrate } from '../platform/database/migrate';

async function main(): Promise<void> {
  const ran = await migrate(readConfigOrExit(process.env));
  for (const name of ran) process.stdout.write(`ran ${name}\n`);
  process.stdout.write(ran.length === 0 ? 'The schema is current.\n' : `${ran.length} migrations ran.\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
