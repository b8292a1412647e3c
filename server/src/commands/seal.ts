/** Command: seals the rows of history that wait for it, as a running server does every half minute. */
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module';
import { readConfigOrExit } from '../platform/config/read-config';
import { Seals } from '../platform/seal/seals';

async function main(): Promise<void> {
  const config = readConfigOrExit({ ...process.env, LOG_LEVEL: process.env.LOG_LEVEL ?? 'error' });
  const app = await NestFactory.createApplicationContext(AppModule.with(config), {
    logger: ['error'],
    abortOnError: false,
  });
  await app.get(Seals).settle();
  await app.close();
  process.stdout.write('All rows are sealed.\n');
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
