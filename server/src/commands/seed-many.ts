/** Command: fills an empty database with the demo community and the number of tickets given, for measuring. */
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module';
import { seedMany } from '../demo/seed-many';
import { readConfigOrExit } from '../platform/config/read-config';

async function main(): Promise<void> {
  const tickets = Number(process.argv[2]);
  if (!Number.isInteger(tickets) || tickets < 0 || tickets > 10_000_000)
    throw new Error('Say how many tickets: a whole number up to 10000000.');
  const config = readConfigOrExit({ ...process.env, LOG_LEVEL: process.env.LOG_LEVEL ?? 'error' });
  if (!config.demo) throw new Error('DEMO is not set: invented tickets are for demo mode only.');
  const app = await NestFactory.createApplicationContext(AppModule.with(config), {
    logger: ['error'],
    abortOnError: false,
  });
  const started = Date.now();
  try {
    const made = await seedMany(app, tickets);
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    process.stdout.write(made ? `${tickets} tickets in ${seconds} s.\n` : 'There is a community already.\n');
  } finally {
    await app.close();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
