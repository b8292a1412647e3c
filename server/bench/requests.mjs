// Who calls a world, and with what: sessions of staff, workers and guests, and the requests of each case.
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Stop } from '../start/progress.mjs';
import { newId } from './chance.mjs';
import { Members } from './members.mjs';
import { Offers, buyers } from './offers.mjs';
import { hashOf } from './script.mjs';

const api = '/api/v1';
// Enough of them that no session comes near the ceiling of requests a minute.
const sessionsOf = { staff: 400, worker: 400, guest: 64 };
const readTickets = 100;
const queues = ['to_do', 'due_soon', 'to_verify', 'all'];
const words = '三单元楼道的声控灯坏了一个多星期，晚上老人上下楼看不见，昨天还有人踩空了，请尽快来看看。';

export class Requests {
  /** By case, what the bare program was told of each script: its place, and what it is for. */
  scripts = {};
  sent = 0;

  constructor({ database, random, ours }) {
    Object.assign(this, { database, random, ours });
  }

  async prepare() {
    const rows = async (sql, ...params) => (await this.database.query(sql, params))[0];
    const staff = await rows("SELECT person_id AS id FROM role_grant WHERE role = 'staff' ORDER BY person_id");
    const workers = await rows("SELECT person_id AS id, grid_id AS gridId FROM grid_worker WHERE role = 'worker'");
    const cards = await rows('SELECT id, grid_id AS gridId FROM card ORDER BY id');
    this.grids = [...new Set(workers.map(({ gridId }) => gridId))];
    const cardIn = (gridId) => this.random.pick(cards.filter((card) => card.gridId === gridId));
    const guests = Array.from({ length: sessionsOf.guest }, (_, i) => {
      return { id: newId(), card: cardIn(this.grids[i % this.grids.length]) };
    });
    for (const { id, card } of guests)
      await rows(
        'INSERT INTO guest (id, card_id, scope_id, created_at) VALUES (?, ?, ?, NOW(3))',
        id,
        card.id,
        card.gridId,
      );
    const others = staff.find(({ id }) => id !== staff[0].id);
    this.staff = await this.open(sessionsOf.staff, (i) => staff[i % staff.length], 'person_id');
    this.staffOfTwo = [this.staff[0], this.staff.find(({ id }) => id === others.id)];
    this.workers = await this.open(sessionsOf.worker, (i) => workers[i % workers.length], 'person_id');
    this.guests = await this.open(sessionsOf.guest, (i) => guests[i], 'guest_id');
    const all = await rows('SELECT id FROM ticket ORDER BY id');
    this.tickets = Array.from({ length: readTickets }, () => this.random.pick(all).id);
    const [category] = await rows("SELECT id FROM ticket_category WHERE code = 'lighting'");
    this.body = { categoryId: category.id, words, consent: 'self', channel: 'card_scan' };
    this.pages = await this.findPages();
    this.waiting = await this.fileForRecord();
    this.members = new Members(this);
    await this.members.prepare(this);
    this.served = await this.members.serve(2);
    this.offers = new Offers(this);
    await this.offers.prepare(this, this.members);
  }

  /** Activities that wait to be settled, for as many requests of the case as there will be. */
  async ready(name, count) {
    if (name === 'award') this.served = await this.members.serve(count);
  }

  /** Sessions as the phone of a worker has them: of twelve hours, so that none is near its end. */
  async open(count, whose, column) {
    const made = Array.from({ length: count }, (_, i) => ({
      ...whose(i),
      token: randomBytes(32).toString('base64url'),
    }));
    for (const { id, token } of made)
      await this.database.query(
        `INSERT INTO session (id, token_hash, ${column}, created_at, last_seen_at, expires_at, idle_minutes)
         VALUES (?, ?, ?, NOW(3), NOW(3), NOW(3) + INTERVAL 12 HOUR, 720)`,
        [newId(), hashOf(token), id],
      );
    return made;
  }

  /** Of every queue the first page and the second, as staff and as a worker see them. */
  async findPages() {
    const pages = [];
    for (const who of ['staff', 'workers'])
      for (const queue of queues) {
        const path = `${api}/tickets?queue=${queue}`;
        const { nextCursor } = await this.call(this.request('GET', path, this[who][0]));
        pages.push({ who, path });
        if (nextCursor) pages.push({ who, path: `${path}&cursor=${encodeURIComponent(nextCursor)}` });
      }
    return pages;
  }

  /** Two appeals in each grid that somebody can accept. */
  async fileForRecord() {
    const waiting = [];
    for (const guest of this.guests.slice(0, 2 * this.grids.length)) {
      const { id } = await this.call(this.request('POST', `${api}/tickets`, guest, this.body));
      waiting.push({ id, gridId: guest.card.gridId });
    }
    return waiting;
  }

  async call({ method, path, headers, body }) {
    const response = await fetch(`http://127.0.0.1:${this.ours.port}${path}`, { method, headers, body });
    const text = await response.text();
    if (!response.ok) throw new Stop(`The server refused ${method} ${path}.`, '', text);
    return JSON.parse(text);
  }

  request(method, path, { token }, body) {
    const turn = this.sent++;
    const headers = { authorization: `Bearer ${token}`, 'x-forwarded-for': `10.${(turn >> 8) & 255}.${turn & 255}.1` };
    if (method === 'GET') return { method, path, headers };
    return {
      ...{ method, path, body: JSON.stringify(body) },
      headers: {
        ...headers,
        'content-type': 'application/json',
        'idempotency-key': randomBytes(12).toString('base64url'),
      },
    };
  }

  accept(id, worker) {
    return this.request('POST', `${api}/tickets/${id}/accept`, worker, { grade: 'G2' });
  }

  workerOf(gridId, turn) {
    const those = this.workers.filter((worker) => worker.gridId === gridId);
    return those[turn % those.length];
  }

  /** Each with one like it before, so that what the server reads once is not recorded. */
  toRecord() {
    const read = this.tickets.map((id) => () => this.request('GET', `${api}/tickets/${id}`, this.staff[0]));
    const queue = this.pages.map(
      ({ path, who }) =>
        () =>
          this.request('GET', path, this[who][0]),
    );
    const file = this.guests.map((guest) => () => this.request('POST', `${api}/tickets`, guest, this.body));
    const accept = this.grids.map((gridId) => {
      const waiting = this.waiting.filter((ticket) => ticket.gridId === gridId);
      return () => this.accept(waiting.pop().id, this.workerOf(gridId, 0));
    });
    const list = [];
    const add = (name, makers, keys, own) => {
      this.scripts[name] = new Map(keys.map((key, i) => [key, list.length + i]));
      for (const make of makers) list.push({ warm: make(), request: { ...make(), own } });
    };
    add('read', read, this.tickets);
    add(
      'queue',
      queue,
      this.pages.map(({ who, path }) => `${who} ${path}`),
    );
    add(
      'file',
      file,
      this.guests.map(({ id }) => id),
      'number',
    );
    add('accept', accept, this.grids, 'ticket');
    add('mine', [() => this.members.mine(0)], ['mine']);
    for (const name of ['hot', 'spread']) {
      const turns = Array.from({ length: buyers }, (_, turn) => turn);
      add(
        name,
        turns.map((turn) => () => this.offers.redeem(name, turn)),
        turns,
      );
    }
    add('award', [() => this.members.settle(this.served.pop())], ['award']);
    return list;
  }

  /** How many statements each case has, at the median. */
  recorded(file) {
    const all = JSON.parse(readFileSync(file, 'utf8'));
    const count = (place) => all[place].connections.flat().length;
    this.statements = Object.fromEntries(
      Object.entries(this.scripts).map(([name, places]) => {
        const counts = [...places.values()].map(count).sort((a, b) => a - b);
        return [name, counts[Math.floor(counts.length / 2)]];
      }),
    );
  }

  /** `count` requests of a case; of `accept` the tickets that were just filed, in their order. */
  of(name, count, filed) {
    const scripts = this.scripts[name];
    return Array.from({ length: count }, (_, i) => {
      const [request, key] = this.one(name, i, filed?.[i]);
      request.headers['x-script'] = String(scripts.get(key));
      return request;
    });
  }

  one(name, i, filed) {
    const turn = this.sent;
    if (name === 'read') {
      const id = this.tickets[i % this.tickets.length];
      return [this.request('GET', `${api}/tickets/${id}`, this.staff[turn % this.staff.length]), id];
    }
    if (name === 'queue') {
      const { who, path } = this.pages[i % this.pages.length];
      // A worker's queue is that of one grid, for which it was recorded.
      const those = who === 'staff' ? this.staff : this.workers.filter(({ id }) => id === this.workers[0].id);
      return [this.request('GET', path, those[turn % those.length]), `${who} ${path}`];
    }
    if (name === 'mine') return [this.members.mine(i), name];
    if (name === 'hot' || name === 'spread') return [this.offers.redeem(name, i), i % buyers];
    if (name === 'award') return [this.members.settle(this.served.pop()), name];
    const guest = this.guests[i % this.guests.length];
    if (name === 'file') return [this.request('POST', `${api}/tickets`, guest, this.body), guest.id];
    const { gridId } = guest.card;
    return [this.accept(filed, this.workerOf(gridId, turn)), gridId];
  }
}
