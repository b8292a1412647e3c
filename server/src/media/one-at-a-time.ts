/** Work that needs much memory, one piece after the other, with a queue that has an end. */
import { fail } from '../platform/http/fail';

/** Each waits for those before it; a photo takes some tenths of a second. */
const MOST_WAITING = 24;

export class OneAtATime {
  private last: Promise<unknown> = Promise.resolve();
  private waiting = 0;

  /** @throws PART_DOWN when too many wait already. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.waiting >= MOST_WAITING) return fail('PART_DOWN', { retryAfter: 3 });
    this.waiting += 1;
    const turn = this.last.then(work).finally(() => (this.waiting -= 1));
    this.last = turn.catch(() => undefined);
    return turn;
  }
}
