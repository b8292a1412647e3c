/** Puts the server together: Nest on Fastify with our hooks, headers, pages and filter; not yet listening. */
import type { Type, DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ALL_ROUTES } from '@sevengrid/shared/routes';
import { Config } from '../config/config';
import { Ceilings } from './ceilings';
import { fastifyAdapter } from './fastify-adapter';
import { Log } from './log';
import { ProblemFilter } from './problem.filter';
import { hookRequests } from './request-hooks';
import { securityHeaders } from './security-headers';
import { serveApiDocument } from './serve-api-document';
import { serveH5 } from './serve-h5';

export async function createApplication(module: Type | DynamicModule, config: Config): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(module, fastifyAdapter(config), {
    bodyParser: false,
    abortOnError: false,
    bufferLogs: true,
  });
  const log = app.get(Log);
  app.useLogger(log);
  app.useGlobalFilters(new ProblemFilter(log));
  const fastify = app.getHttpAdapter().getInstance();
  hookRequests(fastify, { log, ceilings: app.get(Ceilings), headers: securityHeaders(config.production) });
  await serveApiDocument(fastify, ALL_ROUTES, { version: '0.1.0', readable: !config.production });
  await serveH5(fastify, config.h5Dir);
  return app;
}
