// A MariaDB of one test's own, durable as in production: `start FOLDER [PORT]` prints where it is, `stop FOLDER` ends it.
import process from 'node:process';
import { startDatabase, stopDatabase } from '../../start/database.mjs';

const [verb, folder, port] = process.argv.slice(2);
if (verb === 'stop') await stopDatabase(folder);
else {
  const { adminUrl, pid, port: at } = await startDatabase({ folder, port: port && Number(port) });
  process.stdout.write(JSON.stringify({ adminUrl, pid, port: at }));
}
