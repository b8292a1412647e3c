// The private database for a command beside `npm start`: the one that is running, or one started for the command alone.
import { runningDatabase, startDatabase, stopDatabase } from './database.mjs';
import { takeLock } from './lock.mjs';
import { step } from './progress.mjs';

/** Answers its url. A server that is running keeps its database; otherwise we start it, and nobody else meanwhile. */
export async function databaseForCommand(command, stopping) {
  const { url } = await step('Database', async () => {
    const running = await runningDatabase();
    if (running) return { ...running, note: 'the one that is running' };
    const lock = await takeLock(command);
    stopping.add(lock.release);
    stopping.add(stopDatabase);
    return { ...(await startDatabase()), note: 'private MariaDB' };
  });
  return url;
}
