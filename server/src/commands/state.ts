/** Command: says in one word what the database holds: `empty`, `demo` for the invented community, or `own`. */
import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { readConfigOrExit } from '../platform/config/read-config';
import { dataSourceOptions } from '../platform/database/data-source';

async function main(): Promise<void> {
  const source = await new DataSource(dataSourceOptions(readConfigOrExit(process.env))).initialize();
  try {
    const [found] = await source.query<[{ scopes: number; invented: number }]>(
      'SELECT EXISTS (SELECT 1 FROM scope) AS scopes, EXISTS (SELECT 1 FROM person WHERE demo = 1) AS invented',
    );
    process.stdout.write(`${found.invented ? 'demo' : found.scopes ? 'own' : 'empty'}\n`);
  } finally {
    await source.destroy();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
