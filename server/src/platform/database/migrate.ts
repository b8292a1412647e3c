/** Brings the schema up to date, one migration after the other, and tells whether it is. */
import { DataSource } from 'typeorm';
import { MIGRATIONS } from '../../migrations';
import type { Config } from '../config/config';
import { dataSourceOptions } from './data-source';

/** Runs what is missing as the owner of the schema; answers the names of what ran. */
export async function migrate(config: Config): Promise<string[]> {
  const dataSource = await new DataSource(dataSourceOptions(config, { owner: true })).initialize();
  try {
    const ran = await dataSource.runMigrations({ transaction: 'none' });
    return ran.map((migration) => migration.name);
  } finally {
    await dataSource.destroy();
  }
}

/** True when every migration of this build has run. */
export async function isCurrent(dataSource: DataSource): Promise<boolean> {
  const done: { name: string }[] = await dataSource.query('SELECT name FROM migration');
  const names = new Set(done.map((row) => row.name));
  return MIGRATIONS.every((migration) => names.has(new migration().name ?? migration.name));
}
