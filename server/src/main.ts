/** Starts the server, and ends it without losing what is under way. */
import 'reflect-metadata';
import { AppModule } from './app.module';
import { ConfigError, readConfigOrExit } from './platform/config/read-config';
import { createApplication } from './platform/http/application';
import { Log } from './platform/http/log';
import { Scheduler } from './platform/jobs/scheduler';

/** Requests under way get this long to finish; then their connections are cut. */
const PATIENCE = 10_000;

async function main(): Promise<void> {
  const config = readConfigOrExit(process.env);
  const log = new Log(config.logLevel);
  const app = await createApplication(AppModule.with(config, { log }), config);
  let ending = false;
  const end = (signal: NodeJS.Signals): void => {
    if (ending) return;
    ending = true;
    log.info('stopping', { signal });
    setTimeout(() => app.getHttpServer().closeAllConnections(), PATIENCE).unref();
    setTimeout(() => process.exit(1), 1.5 * PATIENCE).unref();
    app.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  process.on('unhandledRejection', (error) => log.error('unhandled rejection', error));
  await app.listen(config.port, config.host);
  app.get(Scheduler).start();
  log.info('listening', { host: config.host, port: config.port });
}

main().catch((error: unknown) => {
  const text = error instanceof ConfigError ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${text ?? 'the server could not start'}\n`);
  process.exit(1);
});
