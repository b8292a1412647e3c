// Gives a bare `npx jest` in server/ the throw-away database that `npm test` would have given it.
import process from 'node:process';
import { testEnvironment, throwAwayDatabase } from './database.mjs';

export default async function prepare() {
  if (process.env.TEST_DATABASE_ADMIN_URL) return;
  const database = await throwAwayDatabase();
  Object.assign(process.env, testEnvironment(database));
  // Jest runs set-up and tear-down in one process, and this is the way it has to hand things over.
  globalThis.sevengridDatabase = database;
}
