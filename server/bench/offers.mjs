// Offers that members redeem: one that all want at once, and one for each of them, all at a shop whose agreement runs.
import { newId } from './chance.mjs';

const api = '/api/v1';
/** So many redeem, each with points enough for a whole run. */
export const buyers = 32;
const plenty = 10_000;
const total = 1_000_000;
const words = JSON.stringify({ zh: '洁牙一次', bo: 'སོ་གཙང་བཟོ།' });

export class Offers {
  constructor({ database }) {
    this.database = database;
  }

  rows(sql, ...params) {
    return this.database.query(sql, params);
  }

  async prepare(requests, { communityId, sessions }) {
    Object.assign(this, { requests, communityId });
    this.buyers = sessions.slice(0, buyers);
    const shopId = newId();
    await this.rows('INSERT INTO organisation (id, kind, name) VALUES (?, ?, ?)', shopId, 'merchant', '量一量诊所');
    await this.rows('INSERT INTO merchant SET ?', { id: shopId, field: 'medical', address: words, hours: words });
    await this.rows('INSERT INTO merchant_community SET ?', { community_id: communityId, merchant_id: shopId });
    this.hot = await this.publish(shopId);
    this.spread = [];
    for (const { id } of this.buyers) {
      this.spread.push(await this.publish(shopId));
      await this.give(id);
    }
  }

  async publish(shopId) {
    const [id, now] = [newId(), new Date()];
    await this.rows('INSERT INTO offer SET ?', {
      ...{
        id,
        community_id: this.communityId,
        state: 'published',
        title: words,
        terms: words,
        cost: 1,
        total,
        span: 'ever',
      },
      ...{ valid_from: now, valid_to: '2090-01-01', hold_seconds: 900, min_spend_fen: 0, face_value_fen: 5000 },
      ...{ published_at: now },
    });
    await this.rows('INSERT INTO offer_shop SET ?', { offer_id: id, merchant_id: shopId });
    return id;
  }

  /** Asked for by one of the staff, granted by another. */
  async give(personId) {
    const { requests } = this;
    const [first, second] = requests.staffOfTwo;
    const asked = { personId, points: plenty, reason: '量一量用' };
    const { id } = await requests.call(requests.request('POST', `${api}/points/adjustments`, first, asked));
    const decision = `${api}/points/adjustments/${id}/decision`;
    await requests.call(requests.request('POST', decision, second, { granted: true }));
  }

  /** By the buyer of this turn: of `hot` what all of them want, of `spread` their own. */
  redeem(name, turn) {
    const nth = turn % buyers;
    const offer = name === 'hot' ? this.hot : this.spread[nth];
    return this.requests.request('POST', `${api}/offers/${offer}/redemptions`, this.buyers[nth], {});
  }
}
