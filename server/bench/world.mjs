// One size of community to measure on: its database, our server and the bare program on it, and who calls them.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { run } from '../start/processes.mjs';
import { freePort } from '../start/ports.mjs';
import { runCommand } from '../start/server-process.mjs';
import { fileOf, root } from '../start/workspace.mjs';
import { startBare, startOurs } from './children.mjs';
import { Requests } from './requests.mjs';

const starts = 3;
const far = '2100-01-01';

export class World {
  /** Times of its cold starts, in milliseconds. */
  coldStarts = [];

  constructor({ tickets, admin, folder, keyFile, random, profile }) {
    this.tickets = tickets;
    this.folder = join(folder, `bench-${tickets}`);
    this.random = random;
    this.admin = admin;
    this.profile = profile;
    this.env = {
      ...process.env,
      NODE_ENV: 'production',
      DATABASE_URL: `${admin}bench_${tickets}`,
      KEY_FILE: keyFile,
      HOST: '127.0.0.1',
      PUBLIC_URL: 'http://localhost:3000',
      CARD_APPEALS_A_DAY: '1000000',
      // The load tells addresses of many people, who would otherwise share one ceiling.
      TRUST_PROXY: '1',
      H5_DIR: '',
      MEDIA_DIR: join(folder, 'media'),
    };
    delete this.env.DEMO;
  }

  /** Tables and tickets; answers what the seed says of itself. */
  async seed() {
    const { default: mysql } = await import(fileOf('server', 'mysql2/promise'));
    this.database = await mysql.createConnection({ uri: this.admin });
    await this.database.query(`CREATE DATABASE bench_${this.tickets} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`);
    await this.database.query(`USE bench_${this.tickets}`);
    const demo = { ...this.env, NODE_ENV: 'development', DEMO: '1', PORT: '0' };
    await runCommand('migrate', demo, 'The tables could not be made.');
    const command = join(root, 'server', 'dist', 'commands', 'seed-many.js');
    const { output } = await run(process.execPath, [command, String(this.tickets)], {
      env: demo,
      must: 'The tickets could not be made.',
    });
    await this.database.query('ANALYZE TABLE ticket, ticket_event, texts, ticket_party, household, seal, outbox');
    return output.trim();
  }

  /** Our server, started several times to see how long it takes; its jobs are then held, as by an instance beside it. */
  async startOurs() {
    for (let n = 0; n < starts; n++) {
      const last = n === starts - 1;
      const flags = last && this.profile ? ['--cpu-prof', `--cpu-prof-dir=${this.profile}`] : [];
      this.ours = startOurs({ ...this.env, PORT: String(await freePort()) }, `${this.folder}-ours.log`, flags);
      this.coldStarts.push(await this.ours.ready());
      if (n === 0) await this.holdJobs();
      if (!last) await this.ours.stop();
    }
  }

  /** The bare program, after what our server sends was recorded for it. */
  async startBare() {
    this.requests = new Requests(this);
    await this.requests.prepare();
    const [given, written] = [`${this.folder}-requests.json`, `${this.folder}-scripts.json`];
    writeFileSync(given, JSON.stringify(await this.requests.toRecord()));
    await run(process.execPath, ['server/bench/record.mjs', given, written], {
      env: this.env,
      must: 'The statements could not be recorded.',
    });
    this.requests.recorded(written);
    this.bare = startBare({ ...this.env, PORT: String(await freePort()) }, written, `${this.folder}-bare.log`);
    await this.bare.ready();
  }

  async holdJobs() {
    // Every job has its row after the first beats; one that runs now gives its lease back and is held after it.
    for (let quiet = 0; quiet < 6; await pause(500)) {
      const [{ changedRows }] = await this.database.query('UPDATE lease SET until = ? WHERE until < ?', [far, far]);
      quiet = changedRows > 0 ? 0 : quiet + 1;
    }
  }

  /** What follows a write: the news of it are told by a job. Answers CPU milliseconds for one, of our server. */
  async tellNews() {
    const [[{ waiting }]] = await this.database.query(
      'SELECT COUNT(*) AS waiting FROM outbox WHERE next_at IS NOT NULL',
    );
    const before = await this.ours.usage();
    await this.database.query("UPDATE lease SET until = SYSDATE(3) WHERE name = 'outbox'");
    for (let left = waiting; left > 0; await pause(200)) {
      const [[row]] = await this.database.query('SELECT COUNT(*) AS n FROM outbox WHERE next_at IS NOT NULL');
      left = row.n;
    }
    const after = await this.ours.usage();
    return { events: waiting, cpu: (after.cpu - before.cpu) / 1000 / Math.max(1, waiting) };
  }

  async stop() {
    await this.ours?.stop();
    await this.bare?.stop();
    await this.database?.end();
  }
}
