/** A database of its own for one running app, on the server that the test run was given. */
import { DataSource } from 'typeorm';

let made = 0;

export interface TestDatabase {
  url: string;
  drop(): Promise<void>;
}

async function asAdmin(statement: string): Promise<void> {
  const url = process.env.TEST_DATABASE_ADMIN_URL;
  if (!url)
    throw new Error('TEST_DATABASE_ADMIN_URL is not set: run these tests with `npm test`, or `npx jest` in server/');
  const admin = await new DataSource({ type: 'mysql', url: new URL('mysql', url).href, poolSize: 1 }).initialize();
  try {
    await admin.query(statement);
  } finally {
    await admin.destroy();
  }
}

export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `test_${process.env.JEST_WORKER_ID ?? '0'}_${process.pid}_${++made}`;
  await asAdmin(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`);
  return {
    url: new URL(name, process.env.TEST_DATABASE_ADMIN_URL).href,
    drop: () => asAdmin(`DROP DATABASE IF EXISTS ${name}`),
  };
}
