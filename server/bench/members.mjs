// Members who served and earned: two hundred people, seventeen activities settled through the API, and more that wait to be.
import { newId } from './chance.mjs';

const api = '/api/v1';
export const people = 200;
const settled = 17;
const day = 86_400_000;
const hour = 3_600_000;

/** The title is read with each entry that it explains. */
const title = JSON.stringify({ zh: '七号院楼道清扫', bo: 'ཁྱམས་ར་བདུན་པའི་གཙང་སྦྲ།' });

export class Members {
  /** Days back, so that no two activities share the most that a day gives. */
  back = 0;

  constructor({ database }) {
    this.database = database;
  }

  async rows(sql, ...params) {
    return (await this.database.query(sql, params))[0];
  }

  /** `requests` opens sessions and calls. */
  async prepare(requests) {
    this.requests = requests;
    const [kind] = await this.rows('SELECT id, community_id FROM service_kind ORDER BY id LIMIT 1');
    Object.assign(this, { kindId: kind.id, communityId: kind.community_id, unitId: newId() });
    this.ids = Array.from({ length: people }, () => newId());
    await this.rows(
      'INSERT INTO person (id, display_name, created_at) VALUES ?',
      this.ids.map((id, i) => [id, `队员${i + 1}`, new Date()]),
    );
    await this.rows(
      'INSERT INTO role_grant (id, person_id, role, scope_id, starts_on) VALUES ?',
      this.ids.map((id) => [newId(), id, 'member', this.communityId, '2026-01-01']),
    );
    this.sessions = await requests.open(people, (i) => ({ id: this.ids[i] }), 'person_id');
    for (const id of await this.serve(settled)) await requests.call(this.settle(id));
  }

  settle(id) {
    const { staff, sent } = this.requests;
    return this.requests.request('POST', `${api}/activities/${id}/settle`, staff[sent % staff.length], {});
  }

  mine(turn) {
    return this.requests.request('GET', `${api}/me/points`, this.sessions[turn % people]);
  }

  /** Writes activities in which everybody served an hour and a half, their lists up long enough; answers their ids. */
  async serve(count) {
    const ids = Array.from({ length: count }, () => newId());
    for (const id of ids) {
      const from = new Date(Date.now() - ++this.back * day);
      const to = new Date(from.getTime() + 1.5 * hour);
      await this.rows('INSERT INTO activity SET ?', {
        ...{
          id,
          community_id: this.communityId,
          kind_id: this.kindId,
          title,
          place: title,
          starts_at: from,
          ends_at: to,
        },
        ...{
          sign_up_until: from,
          capacity: people,
          signed: people,
          stage: 'public_notice',
          secret_enc: Buffer.alloc(32),
        },
        ...{ rule_version: 0, notice_until: from },
      });
      const served = { activity_id: id, unit_id: this.unitId, service_day: from.toISOString().slice(0, 10) };
      const span = { in_at: from, out_at: to, from_at: from, to_at: to };
      const rest = { how: 'call', signals: '[]', score: 0 };
      const columns = ['id', 'person_id', ...Object.keys({ ...served, ...span, ...rest })];
      await this.rows(
        `INSERT INTO attendance (${columns.join(', ')}) VALUES ?`,
        this.ids.map((personId) => [newId(), personId, ...Object.values({ ...served, ...span, ...rest })]),
      );
    }
    return ids;
  }
}
