/** Serves the mini-program's H5 build: hashed files for ever, its shell for every page address, cards included. */
import { existsSync, readdirSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const HASHED = /[._-][\da-f]{8,}\.\w+$/i;
const RESERVED = /^\/(api|health|c)(\/|$)/;
const SHELL = 'index.html';

function filesBelow(root: string): Set<string> {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Set(entries.map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/')));
}

const shell = (reply: FastifyReply, cache: string): FastifyReply =>
  reply.header('Cache-Control', cache).sendFile(SHELL, { cacheControl: false });

function nameOf(request: FastifyRequest): string {
  return (request.params as { '*': string })['*'];
}

function serve(request: FastifyRequest, reply: FastifyReply, files: ReadonlySet<string>): FastifyReply | void {
  const path = `/${nameOf(request)}`;
  const name = nameOf(request);
  if (name !== '' && name !== SHELL && files.has(name)) {
    const cache = HASHED.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache';
    return reply.header('Cache-Control', cache).sendFile(name, { cacheControl: false });
  }
  const wantsPage = (request.headers.accept ?? '*/*').match(/text\/html|\*\/\*/) !== null;
  // A file that is missing is missing: the shell in its place would be a script that does not parse.
  if (RESERVED.test(path) || /\.\w{2,5}$/.test(name.replace(SHELL, '')) || !wantsPage) return reply.callNotFound();
  return shell(reply, 'no-cache');
}

/** Does nothing where no build is. */
export async function serveH5(fastify: FastifyInstance, folder: string | undefined): Promise<void> {
  const root = resolve(folder ?? '');
  if (!folder || !existsSync(join(root, SHELL))) return;
  const files = filesBelow(root);
  await fastify.register(fastifyStatic, { root, serve: false });
  fastify.get('/c/:token', (_request, reply) => shell(reply, 'no-store'));
  fastify.get('/*', (request, reply) => serve(request, reply, files));
}
