// The bare program that the server is measured against: Fastify and mysql2, our statements in our order on as many connections, a reply of our size.
import { readFileSync } from 'node:fs';
import process from 'node:process';
import fastify from 'fastify';
import mysql from 'mysql2';
import { idHead } from './chance.mjs';
import { binder, hashOf } from './script.mjs';

const scripts = JSON.parse(readFileSync(process.argv[2], 'utf8')).map(({ reply, id, connections }) => ({
  reply,
  id: id && binder(id),
  connections: connections.map((steps) =>
    steps.map(({ kind, sql, values }) => ({ kind, sql, values: values.map(binder) })),
  ),
}));

const { hostname: host, port, username: user, password, pathname } = new URL(process.env.DATABASE_URL);
const pool = mysql.createPool({
  ...{ host, port: Number(port), user, password, database: pathname.slice(1) },
  ...{ charset: 'utf8mb4_unicode_ci', timezone: 'Z', supportBigNumbers: true, connectionLimit: 16 },
});
pool.on('connection', (connection) => {
  connection.query("SET time_zone = '+00:00'", () => undefined);
  connection.query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED', () => undefined);
});

const connect = () =>
  new Promise((resolve, reject) => pool.getConnection((error, found) => (error ? reject(error) : resolve(found))));
const run = (connection, kind, sql, values) =>
  new Promise((resolve, reject) =>
    connection[kind](sql, values, (error, rows) => (error ? reject(error) : resolve(rows))),
  );

let made = 0;
let filed = 0;
const head = idHead();
const freshId = () => head + String(++made).padStart(16, '0');

async function work(script, request) {
  for (const steps of script.connections) {
    const connection = await connect();
    try {
      for (const { kind, sql, values } of steps)
        await run(
          connection,
          kind,
          sql,
          values.map((bind) => bind(request)),
        );
    } finally {
      connection.release();
    }
  }
}

const app = fastify({ keepAliveTimeout: 72_000 });
app.get('/ready', () => ({ status: 'ok' }));
app.all('/api/v1/*', async ({ headers, url }, reply) => {
  const script = scripts[Number(headers['x-script'])];
  const ids = [];
  const token = hashOf(headers.authorization.slice('Bearer '.length));
  const number = `甲-20991231-${++filed}`;
  const own = {
    own: { key: headers['idempotency-key'], token, number, ticket: url.split('/')[4] },
    fresh: (n) => (ids[n] ??= freshId()),
  };
  await work(script, own);
  reply.type('application/json; charset=utf-8');
  return script.id ? { ...script.reply, id: script.id(own) } : script.reply;
});
await app.listen({ host: '127.0.0.1', port: Number(process.env.PORT) });
