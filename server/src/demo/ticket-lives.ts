/** How demo tickets go: each ending a plausible sequence of steps, all of them before now. */
import {
  INSTEAD,
  DONE_AGAIN,
  FOUND_SOLVED,
  NO_LONGER,
  OBJECTION,
  OF_OWN_WILL,
  QUESTIONS,
  REMARKS,
  STILL_WRONG,
  THANKS,
} from './ticket-phrases';
import type { Doer, LivedTicket } from './lived-ticket';
import type { Random } from './random';
import type { Story } from './ticket-stories';

export const ENDINGS = [
  'submitted', 'accepted', 'working', 'reopened', 'resolved', 'verified', 'confirmed', 'declined', 'contested',
  'withdrawn', 'not_reached', 'partly', 'second_try', 'third_try', 'asked', 'coordinated',
] as const; // prettier-ignore
export type Ending = (typeof ENDINGS)[number];

export interface Cast {
  requester: Doer;
  holder: Doer;
  verifier: Doer;
  lead: Doer;
  /** Who asks outside bodies, and the body that this kind of matter is asked of. */
  staff: Doer;
  body: { organisationId: string; words: readonly string[] };
  makeId: (at: number) => string;
}

const MIN = 60_000;
const HOUR = 60 * MIN;
const DAY = 24 * HOUR;
const OFFSET = 8 * HOUR;

export class Life {
  private at: number;

  constructor(
    private readonly rng: Random,
    private readonly now: number,
    private readonly ticket: LivedTicket,
    private readonly story: Story,
    private readonly cast: Cast,
  ) {
    this.at = ticket.filing.openedAt;
  }

  /** Lives the ticket up to its ending; `lastAt` places the last step in time. What time alone did by now is in it. */
  live(ending: Ending, lastAt?: number): void {
    this.until(ending, lastAt);
    this.ticket.wake(this.now);
  }

  private until(ending: Ending, lastAt?: number): void {
    if (ending === 'submitted') return;
    if (ending === 'declined' || ending === 'contested') return this.decline(ending, lastAt);
    this.ticket.act('accept', this.cast.holder, this.pass(5 * MIN, 80 * MIN), { grade: this.ticket.state.grade });
    if (ending === 'accepted') return;
    if (ending === 'withdrawn') return this.withdraw();
    this.contact(this.story.seen);
    if (ending === 'working') return this.remark();
    if (ending === 'asked') return this.ask();
    if (ending === 'coordinated') return this.coordinate();
    this.resolve(this.story.done, ending === 'resolved' ? lastAt : undefined);
    this.afterwards(ending, lastAt);
  }

  private afterwards(ending: Ending, lastAt?: number): void {
    const tries = { second_try: 1, third_try: 2, reopened: 1 }[ending as string] ?? 0;
    for (let n = 0; n < tries; n++) {
      this.reopen(lastAt);
      if (ending === 'reopened') return;
      this.contact(this.story.seen);
      this.resolve(this.rng.pick(DONE_AGAIN));
    }
    if (ending === 'resolved') return;
    if (ending === 'not_reached') return this.notReached();
    if (ending === 'confirmed' || tries > 0) return this.confirm();
    const finding = ending === 'partly' ? 'partly' : 'solved';
    const words = finding === 'partly' ? '问过了，好了一多半，剩下的继续跟。' : this.rng.pick(FOUND_SOLVED);
    this.ticket.act(
      'verify',
      this.cast.verifier,
      this.pass(4 * HOUR, 40 * HOUR),
      { finding, how: this.rng.pick(['call', 'visit']) },
      words,
    );
  }

  private decline(ending: Ending, contestedAt?: number): void {
    const { reason, words } = this.rng.pick(INSTEAD);
    this.ticket.act('decline', this.cast.lead, this.pass(20 * MIN, 100 * MIN), { declineReason: reason }, words);
    if (ending === 'contested')
      this.ticket.act('contest', this.cast.requester, this.passTo(contestedAt, HOUR, 20 * HOUR), {}, OBJECTION);
  }

  private withdraw(): void {
    this.ticket.act('withdraw', this.cast.requester, this.pass(HOUR, 30 * HOUR), {}, this.rng.pick(NO_LONGER));
    // One in ten is asked about: whether it was of their own will.
    if (!this.ticket.state.clocks.revisit) return;
    const asked = { finding: 'solved', how: 'call' } as const;
    this.ticket.act('revisit', this.cast.verifier, this.pass(4 * HOUR, 20 * HOUR), asked, OF_OWN_WILL);
  }

  /** Of what is urgent every step is quicker, and somebody goes and sees. */
  private get urgent(): boolean {
    return this.ticket.state.grade === 'G0' || this.ticket.state.grade === 'G1';
  }

  private contact(seen: string): void {
    this.ticket.act(
      'contact',
      this.cast.holder,
      this.pass(HOUR, 18 * HOUR),
      { how: this.urgent ? 'visit' : this.story.how },
      seen,
    );
  }

  private remark(): void {
    if (!this.rng.chance(0.5)) return;
    const { words, shown } = this.rng.pick(REMARKS);
    this.ticket.act('remark', this.cast.holder, this.pass(HOUR, 10 * HOUR), { shown }, words);
  }

  private ask(): void {
    this.ticket.act('ask', this.cast.holder, this.pass(HOUR, 10 * HOUR), { how: 'message' }, this.rng.pick(QUESTIONS));
  }

  private coordinate(): void {
    const at = this.pass(HOUR, 10 * HOUR);
    const { staff, body, makeId } = this.cast;
    const given = { requestId: makeId(at), organisationId: body.organisationId, withContact: this.rng.chance(0.3) };
    this.ticket.act('coordinate', staff, at, given, this.rng.pick(body.words));
  }

  private resolve(done: string, at?: number): void {
    const then = this.passTo(at, 3 * HOUR, 70 * HOUR);
    this.ticket.act('resolve', this.cast.holder, then, { outcome: this.story.outcome }, done);
  }

  private reopen(at?: number): void {
    const then = this.passTo(at, 2 * HOUR, 40 * HOUR);
    this.ticket.act('reopen', this.cast.requester, then, {}, this.rng.pick(STILL_WRONG));
  }

  private confirm(): void {
    this.ticket.act('confirm', this.cast.requester, this.pass(HOUR, 40 * HOUR), {}, this.rng.pick(THANKS));
  }

  /** Two calls on different days, and then it is said that nobody was reached. */
  private notReached(): void {
    for (let n = 0; n < 2; n++)
      this.ticket.act('attempt', this.cast.verifier, this.pass(25 * HOUR, 30 * HOUR, 1), { how: 'call' });
    this.ticket.act('verify', this.cast.verifier, this.pass(2 * HOUR, 5 * HOUR), {
      finding: 'not_reached',
      how: 'call',
    });
  }

  /** Moves on to `at` where it is given and still ahead, by a while otherwise. */
  private passTo(at: number | undefined, least: number, most: number): number {
    if (at === undefined || at <= this.at) return this.pass(least, most);
    this.at = Math.floor(at);
    return this.at;
  }

  /** Moves on by a while, into the day if there is time for it, and never past now. */
  private pass(least: number, most: number, pace = this.urgent ? 0.15 : 1): number {
    const wanted = this.at + (least + this.rng.next() * (most - least)) * pace;
    const then = this.urgent ? wanted : daytime(wanted, this.rng);
    this.at = Math.floor(
      then < this.now - 2 * MIN ? then : this.at + (this.now - this.at) * (0.2 + 0.4 * this.rng.next()),
    );
    return this.at;
  }
}

/** The same instant if people are up at it, else the next morning. */
function daytime(at: number, rng: Random): number {
  const midnight = Math.floor((at + OFFSET) / DAY) * DAY - OFFSET;
  const hour = (at - midnight) / HOUR;
  if (hour >= 8 && hour <= 20.5) return at;
  return midnight + (hour < 8 ? 0 : DAY) + 8.5 * HOUR + rng.next() * 2 * HOUR;
}
