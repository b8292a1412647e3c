/** How the server talks to its database: UTC, utf8mb4, READ COMMITTED, on every connection. */
import * as mysql from 'mysql2';
import type { DataSourceOptions } from 'typeorm';
import { MIGRATIONS } from '../../migrations';
import type { Config } from '../config/config';

/** mysql2 with pools that set up each new connection before anything else runs on it. */
const PREPARING = {
  ...mysql,
  createPool: (options: mysql.PoolOptions): mysql.Pool => {
    const pool = mysql.createPool(options);
    pool.on('connection', (connection) => {
      // Statements of one connection keep their order, so these two come first without being waited for.
      connection.query("SET time_zone = '+00:00'", () => undefined);
      connection.query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED', () => undefined);
    });
    return pool;
  },
};

/** @param owner as the user that owns the schema, where there is one of its own. */
export function dataSourceOptions(config: Config, { owner = false } = {}): DataSourceOptions {
  return {
    type: 'mysql',
    driver: PREPARING,
    url: owner ? (config.databaseOwnerUrl ?? config.databaseUrl) : config.databaseUrl,
    charset: 'utf8mb4_unicode_ci',
    timezone: 'Z',
    dateStrings: false,
    supportBigNumbers: true,
    bigNumberStrings: false,
    poolSize: config.databasePool,
    connectTimeout: 5000,
    synchronize: false,
    migrationsRun: false,
    migrations: [...MIGRATIONS],
    migrationsTableName: 'migration',
    // A logger of TypeORM's own would print parameters, and those are personal.
    logging: false,
    extra: { waitForConnections: true, queueLimit: 0, enableKeepAlive: true, maxIdle: config.databasePool },
  };
}
