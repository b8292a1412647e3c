/** Serves the API document, and outside production a page to read it by, without a script of its own in the page. */
import { dirname } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { Route } from '@sevengrid/shared/kernel/route';
import type { FastifyInstance } from 'fastify';
import { openApi } from './openapi';

const PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>SevenGrid API</title>
<link rel="stylesheet" href="/api/docs/files/swagger-ui.css">
<div id="page"></div>
<script src="/api/docs/files/swagger-ui-bundle.js"></script>
<script src="/api/docs/open.js"></script>
</html>
`;
const OPEN = `SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#page', deepLinking: true });\n`;

export async function serveApiDocument(
  fastify: FastifyInstance,
  routes: readonly Route[],
  options: { version: string; readable: boolean },
): Promise<void> {
  let text: string | undefined;
  fastify.get('/api/openapi.json', (_request, reply) => {
    text ??= JSON.stringify(openApi(routes, options.version));
    return reply.type('application/json; charset=utf-8').send(text);
  });
  if (!options.readable) return;
  fastify.get('/api/docs', (_request, reply) => reply.type('text/html; charset=utf-8').send(PAGE));
  fastify.get('/api/docs/open.js', (_request, reply) => reply.type('text/javascript; charset=utf-8').send(OPEN));
  await fastify.register(fastifyStatic, {
    root: dirname(require.resolve('swagger-ui-dist/package.json')),
    prefix: '/api/docs/files/',
    decorateReply: false,
    index: false,
    allowedPath: (path) => /^\/swagger-ui(-bundle)?\.(css|js)$/.test(path),
  });
}
