/** Command: walks every sealed chain and every registered check, and names the first broken row of each. */
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module';
import { Audits } from '../platform/audit/audits';
import { readConfigOrExit } from '../platform/config/read-config';

async function main(): Promise<void> {
  const config = readConfigOrExit({ ...process.env, LOG_LEVEL: process.env.LOG_LEVEL ?? 'error' });
  const app = await NestFactory.createApplicationContext(AppModule.with(config), {
    logger: ['error'],
    abortOnError: false,
  });
  const results = await app.get(Audits).run();
  await app.close();
  for (const { name, walked, broken } of results) {
    process.stdout.write(
      `${broken ? 'BROKEN' : 'ok    '}  ${name}: ${walked} rows${broken ? `, then ${broken}` : ''}\n`,
    );
  }
  const broken = results.filter((result) => result.broken !== null).length;
  const rows = results.reduce((sum, result) => sum + result.walked, 0);
  process.stdout.write(
    broken === 0 ? `All whole: ${rows} rows in ${results.length} checks.\n` : `${broken} checks broken.\n`,
  );
  process.exitCode = broken === 0 ? 0 : 1;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
