// Runs our server on a seeded database with nothing else going on, and writes down the statements of each request it is given.
import 'reflect-metadata';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import process from 'node:process';
import { byConnection, hashOf, marked, ulid } from './script.mjs';
import { root } from '../start/workspace.mjs';

const dist = createRequire(join(root, 'server', 'dist', 'main.js'));
const { DataSource } = createRequire(import.meta.url)('typeorm');
const [given, written] = process.argv.slice(2);

/** Ids met so far; one that nobody met before it was sent was made by the request that sent it. */
const known = new Set();
const seen = { steps: [], fresh: new Map(), taken: 0 };

const idsIn = (value) => [...(JSON.stringify(value) ?? '').matchAll(ulid)].map(([id]) => id);
const learn = (value) => idsIn(value).forEach((id) => known.add(id));

function note(kind, sql, values) {
  for (const id of idsIn(values)) if (!known.has(id)) seen.fresh.set(id, seen.fresh.size);
  learn(values);
  seen.steps.push({ kind, sql, values, taken: seen.taken });
}

// The class of mysql2 behind every connection: what passes here is what is sent.
function listen(connection) {
  let type = Object.getPrototypeOf(connection);
  while (!Object.hasOwn(type, 'query')) type = Object.getPrototypeOf(type);
  for (const kind of ['query', 'execute']) {
    const send = type[kind];
    type[kind] = function (sql, values, done) {
      const told = typeof values === 'function' ? [[], values] : [values ?? [], done];
      const [params, answer] = told;
      note(kind, typeof sql === 'string' ? sql : sql.sql, params);
      return send.call(this, sql, params, (error, rows, fields) => {
        learn(rows);
        answer?.(error, rows, fields);
      });
    };
  }
}

async function call(url, { method, path, headers, body }) {
  const response = await fetch(url + path, { method, headers, body });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  return JSON.parse(text);
}

async function record(url, { warm, request }) {
  // What the server reads once and keeps, it has read by then.
  await call(url, warm);
  learn([request.path, request.body]);
  Object.assign(seen, { steps: [], fresh: new Map() });
  const reply = await call(url, request);
  const { authorization, 'idempotency-key': key } = request.headers;
  const own = { token: hashOf(authorization.slice('Bearer '.length)) };
  if (key) own.key = key;
  if (request.own) own[request.own] = reply[request.own === 'ticket' ? 'id' : request.own];
  // The id of a write's reply is marked as one more value, so that it names the row which the statements made.
  const steps = [...seen.steps, { kind: 'query', sql: '', values: [key ? reply.id : null] }];
  const all = marked(steps, { fresh: seen.fresh, own });
  const [id] = all.pop().values;
  return { reply, id, connections: byConnection(all) };
}

const { AppModule } = dist('./app.module.js');
const { readConfig } = dist('./platform/config/read-config.js');
const { createApplication } = dist('./platform/http/application.js');
const { Ceilings } = dist('./platform/http/ceilings.js');
const enough = 1_000_000;
const config = readConfig({ ...process.env, PORT: '0', LOG_LEVEL: 'error' });
const ceilings = new Ceilings({ perAddress: enough, perSession: enough });
const app = await createApplication(AppModule.with(config, { ceilings }), config);
await app.listen(0, '127.0.0.1');
const { pool } = app.get(DataSource).driver;
await new Promise((resolve, reject) =>
  pool.getConnection((error, connection) => {
    if (error) return reject(error);
    listen(connection);
    connection.release();
    resolve();
  }),
);
const take = pool.getConnection.bind(pool);
pool.getConnection = (done) => {
  seen.taken++;
  take(done);
};
const url = `http://127.0.0.1:${app.getHttpServer().address().port}`;
const scripts = [];
for (const one of JSON.parse(readFileSync(given, 'utf8'))) scripts.push(await record(url, one));
writeFileSync(written, JSON.stringify(scripts));
await app.close();
process.exit(0);
