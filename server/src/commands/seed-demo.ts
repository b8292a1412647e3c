/** Command: fills an empty database with the demo community. */
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module';
import { seedDemo } from '../demo/seed-demo';
import { readConfigOrExit } from '../platform/config/read-config';

async function main(): Promise<void> {
  const config = readConfigOrExit({ ...process.env, LOG_LEVEL: process.env.LOG_LEVEL ?? 'error' });
  if (!config.demo) throw new Error('DEMO is not set: the demo community is for demo mode only.');
  const app = await NestFactory.createApplicationContext(AppModule.with(config), {
    logger: ['error'],
    abortOnError: false,
  });
  const started = Date.now();
  try {
    const made = await seedDemo(app);
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    const households = made?.households.length ?? 0;
    process.stdout.write(made ? `${households} households in ${seconds} s.\n` : 'There is a community already.\n');
  } finally {
    await app.close();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
