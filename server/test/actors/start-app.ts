/** Boots the real server for a test: own database, migrated, listening on a loopback port of its own. */
import 'reflect-metadata';
import { Module, type Abstract, type DynamicModule, type Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { AppModule } from '../../src/app.module';
import { ClockShift } from '../../src/platform/clock/clock-shift';
import type { Config } from '../../src/platform/config/config';
import type { Environment } from '../../src/platform/config/read-config';
import { migrate } from '../../src/platform/database/migrate';
import { createApplication } from '../../src/platform/http/application';
import { Ceilings } from '../../src/platform/http/ceilings';
import { Log } from '../../src/platform/http/log';
import { Outbox } from '../../src/platform/jobs/outbox';
import { PlatformModule, type PlatformOptions } from '../../src/platform/platform.module';
import { Seals } from '../../src/platform/seal/seals';
import { Caller } from './caller';
import { testConfig } from './test-config';
import { createTestDatabase, type TestDatabase } from './test-database';

export interface StartOptions {
  /** Demo mode: demo log-ins work. */
  demo?: boolean;
  env?: Environment;
  /** Instead of the domains: modules on the bare platform. */
  modules?: readonly (Type | DynamicModule)[];
  ceilings?: Ceilings;
  /** A second instance on the database of another app; that one drops it. */
  beside?: TestApp;
}

@Module({})
class BareModule {}

const ENOUGH = 1_000_000;

/** A statement as it went to the database. */
export interface Sent {
  sql: string;
  params: readonly unknown[];
}

export class TestApp {
  constructor(
    readonly nest: NestFastifyApplication,
    readonly config: Config,
    readonly url: string,
    readonly database: TestDatabase,
    /** Lines of the structured log so far. */
    readonly log: readonly string[],
    private readonly owns: boolean,
  ) {}

  get dataSource(): DataSource {
    return this.nest.get(DataSource);
  }

  get<T>(token: Type<T> | Abstract<T> | symbol): T {
    return this.nest.get<T>(token);
  }

  /** A caller with this session's token; null for nobody. */
  as(token: string | null): Caller {
    return new Caller(this.url, token);
  }

  /** Moves the time of this app's transactions. */
  moveTime(ms: number): void {
    this.get(ClockShift).ms += ms;
  }

  /** What time it is for this app's transactions; milliseconds UTC. */
  get now(): number {
    return Date.now() + this.get(ClockShift).ms;
  }

  /** Sets the time of this app's transactions; it runs on from there. Milliseconds UTC. */
  setTime(instant: number): void {
    this.get(ClockShift).ms = instant - Date.now();
  }

  /** Everything that was to happen later has happened: news heard, rows sealed. */
  async settle(): Promise<void> {
    await this.get(Outbox).settle();
    await this.get(Seals).settle();
  }

  /** What `work` made this app send to its database. */
  async sent(work: () => Promise<unknown>): Promise<Sent[]> {
    const seen: Sent[] = [];
    const { logger } = this.dataSource;
    const before = logger.logQuery.bind(logger);
    logger.logQuery = (sql, params) => void seen.push({ sql, params: (params ?? []) as unknown[] });
    try {
      await work();
    } finally {
      logger.logQuery = before;
    }
    return seen;
  }

  /** The SQL of it alone. */
  async statements(work: () => Promise<unknown>): Promise<string[]> {
    return (await this.sent(work)).map(({ sql }) => sql);
  }

  async close(): Promise<void> {
    // A test that reads a status and leaves the body would keep its connection busy, and the server waiting.
    this.nest.getHttpServer().closeAllConnections();
    await this.nest.close();
    if (this.owns) await this.database.drop();
  }
}

function moduleOf(config: Config, options: PlatformOptions, modules: StartOptions['modules']): DynamicModule {
  if (!modules) return AppModule.with(config, options);
  return { module: BareModule, imports: [PlatformModule.with(config, options), ...modules] };
}

export async function startApp(options: StartOptions = {}): Promise<TestApp> {
  const database = options.beside?.database ?? (await createTestDatabase());
  const shared = options.beside ? { MEDIA_DIR: options.beside.config.mediaDir } : {};
  const config = testConfig(database.url, { DEMO: options.demo ? '1' : '0', ...shared, ...options.env });
  if (!options.beside) await migrate(config);
  const lines: string[] = [];
  const log = new Log(config.logLevel, { write: (line) => void lines.push(line) });
  const ceilings = options.ceilings ?? new Ceilings({ perAddress: ENOUGH, perSession: ENOUGH });
  const nest = await createApplication(moduleOf(config, { log, ceilings }, options.modules), config);
  await nest.listen(0, '127.0.0.1');
  return new TestApp(nest, config, await nest.getUrl(), database, lines, !options.beside);
}
