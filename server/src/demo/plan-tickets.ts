/** Plans the demo's tickets: how many end how, where, when, and who had a part in them. */
import { ulid } from '@sevengrid/shared/kernel/ulid';
import { wallTime } from '@sevengrid/shared/kernel/days';
import { setClock } from '@sevengrid/shared/tickets/deadlines';
import type { Channel, ClockName, Grade } from '@sevengrid/shared/tickets/terms';
import type { CategoryView } from '@sevengrid/shared/tickets/views';
import type { Terms } from '../tickets/due-dates';
import type { FiledAs } from '../tickets/ticket.entity';
import type { DemoContext, DemoHousehold, DemoPerson } from './demo-context';
import { LivedTicket, type Doer, type LivedFiling, type World } from './lived-ticket';
import { PARKING_WORDS, liveParkingStory, parkingCast, parkingDays, parkingOpenedAt } from './parking-story';
import { Life, type Cast, type Ending } from './ticket-lives';
import { ASKED_OF, BODY_OF } from './ticket-phrases';
import { STORIES, type Story } from './ticket-stories';

const MIN = 60_000;
const HOUR = 60 * MIN;
const DAY = 24 * HOUR;
const TZ_OFFSET = 480;

/** How many end how; together about 300. */
const HOW_MANY: Record<Ending, number> = {
  submitted: 11, accepted: 9, working: 26, reopened: 5, resolved: 18, verified: 92, confirmed: 78, declined: 9,
  contested: 2, withdrawn: 12, not_reached: 9, partly: 14, second_try: 10, third_try: 3, asked: 5, coordinated: 9,
}; // prettier-ignore

/** The clock that runs at the end; the others are closed. */
const RUNNING: Partial<Record<Ending, ClockName>> = {
  submitted: 'accept', accepted: 'contact', working: 'resolve', asked: 'resolve', coordinated: 'resolve',
}; // prettier-ignore

/** The clock that the last step began. */
const BEGUN_BY_LAST: Partial<Record<Ending, ClockName>> = {
  resolved: 'follow_up',
  reopened: 'contact',
  contested: 'accept',
};

/** Only the requester confirms, reopens or withdraws: for those without an account the return visit does it. */
const INSTEAD_OF_REQUESTER: Partial<Record<Ending, Ending>> = {
  confirmed: 'verified', reopened: 'working', second_try: 'verified', third_try: 'partly',
  withdrawn: 'verified', contested: 'declined',
}; // prettier-ignore

interface Filer {
  filedAs: FiledAs;
  doer: Doer;
  channel: Channel;
  cardId: string | null;
  person: DemoPerson | null;
}

export class TicketPlanner {
  readonly tickets: LivedTicket[] = [];
  private told = 0;

  constructor(
    private readonly context: DemoContext,
    private readonly categories: readonly CategoryView[],
    private readonly policyVersion: number,
    private readonly terms: Terms,
  ) {}

  plan(): void {
    const { rng } = this.context;
    this.planUsual();
    const [first, second] = this.context.people.residents;
    // What only the requester can do is done at least once, whatever was drawn above.
    for (const ending of Object.keys(INSTEAD_OF_REQUESTER) as Ending[])
      this.add(ending, this.storyFor(ending), ...this.atHome(second));
    const [home, resident] = this.atHome(first);
    const mine: [Ending, number][] = [
      ['asked', 0],
      ['working', 1],
      ['coordinated', 5],
      ['resolved', 16],
      ['verified', 28],
    ];
    for (const [ending, story] of mine) this.add(ending, STORIES[story] ?? rng.pick(STORIES), home, resident);
    this.addParking(home, resident);
  }

  /** Modelled on the newspaper's report, and marked so on the ticket itself. */
  private addParking(home: DemoHousehold, resident: DemoPerson): void {
    const { now, people } = this.context;
    const days = parkingDays(this.terms.calendar, now.getTime());
    const filer = this.self(resident);
    const category = this.categoryOf('parking');
    const filing = this.filingOf(category, home, filer, parkingOpenedAt(days));
    const given = { grade: category.grade, personId: resident.id };
    const ticket = new LivedTicket(filing, filer.doer, given, PARKING_WORDS, this.world());
    const keeper = this.context.grids.find((grid) => grid.id === home.gridId)?.workerId ?? '';
    const cast = parkingCast(people, filer.doer, { id: keeper, kind: 'person', as: 'handler' });
    liveParkingStory(ticket, cast, days, [this.id(now.getTime()), this.id(now.getTime())]);
    ticket.wake(now.getTime());
    this.tickets.push(ticket);
  }

  /** Some three hundred, of every ending as many as are usual. */
  planUsual(): void {
    for (const [ending, count] of Object.entries(HOW_MANY) as [Ending, number][])
      for (let n = 0; n < count; n++) this.add(ending, this.storyFor(ending), this.anyHousehold(n));
  }

  /** Lives one ticket; the filer is drawn unless it is the resident who lives there. */
  private add(ending: Ending, story: Story, home: DemoHousehold, resident?: DemoPerson): void {
    const { now } = this.context;
    const category = this.categoryOf(story.category);
    const filer = resident ? this.self(resident) : this.filer(home);
    const openedAt = this.openingOf(ending, category.grade);
    const filing = this.filingOf(category, home, filer, openedAt);
    const grade = { grade: category.grade, ...(filer.person ? { personId: filer.person.id } : {}) };
    const ticket = new LivedTicket(filing, filer.doer, grade, story.words, this.world());
    const { holder, verifier } = this.handlersIn(home.gridId);
    // Only those who asked for themselves answer here; the others are asked by the return visit.
    const requester: Doer = { ...filer.doer, as: 'requester' };
    const told = filing.recorderId !== null ? this.overTelephone(ending) : ending;
    const cast = { requester, holder, verifier, ...this.officeFor(story) };
    new Life(this.context.rng, now.getTime(), ticket, story, cast).live(told, this.lastStepOf(told, category.grade));
    this.tickets.push(ticket);
  }

  private officeFor({ category }: Story): Pick<Cast, 'lead' | 'staff' | 'body' | 'makeId'> {
    const { rng, people } = this.context;
    const account = BODY_OF[category] ?? 'property';
    const organisationId = people.partners.find((of) => of.account === account)?.organisationId ?? '';
    return {
      lead: { id: people.lead.id, kind: 'person', as: 'staff' },
      staff: { id: rng.pick(people.staff).id, kind: 'person', as: 'staff' },
      body: { organisationId, words: ASKED_OF[account] ?? [] },
      makeId: (at) => this.id(at),
    };
  }

  private categoryOf(code: string): CategoryView {
    const category = this.categories.find((of) => of.code === code);
    if (!category) throw new Error(`no category ${code}`);
    return category;
  }

  private overTelephone(ending: Ending): Ending {
    return INSTEAD_OF_REQUESTER[ending] ?? ending;
  }

  private openingOf(ending: Ending, grade: Grade): number {
    const { rng, now } = this.context;
    const clock = RUNNING[ending];
    if (clock) return Math.min(this.startOf(clock, grade, this.part()), now.getTime() - 4 * MIN);
    const [least, most] = ending === 'resolved' || ending === 'reopened' ? [5, 9] : [11, 90];
    const day = now.getTime() - rng.int(least, most) * DAY;
    const midnight = Math.floor((day + TZ_OFFSET * MIN) / DAY) * DAY - TZ_OFFSET * MIN;
    return midnight + rng.int(8 * 60, 21 * 60) * MIN + rng.int(0, 59) * 1000;
  }

  /** How much of its time is over: a few are late, some are due soon, most are calm. */
  private part(): number {
    const { rng } = this.context;
    const kind = this.told++ % 7;
    if (kind === 3) return 1.05 + rng.next() * 0.2;
    return kind === 5 ? 0.85 + rng.next() * 0.12 : 0.05 + rng.next() * 0.65;
  }

  /** When the step was made that began the clock that now runs. */
  private lastStepOf(ending: Ending, grade: Grade): number | undefined {
    const clock = BEGUN_BY_LAST[ending];
    return clock && this.startOf(clock, grade, this.part());
  }

  /** When the clock must have started for `part` of its time to be over now; found by halving, since calendars have holes. */
  private startOf(clock: ClockName, grade: Grade, part: number): number {
    const rule = this.terms.policy[grade][clock];
    const now = this.context.now.getTime();
    if (!rule) return now;
    let [earliest, latest] = [now - 40 * DAY, now];
    for (let n = 0; n < 40; n++) {
      const from = (earliest + latest) / 2;
      const { at } = setClock(rule, from, { calendar: this.terms.calendar, grade });
      if ((now - from) / (at - from) > part) earliest = from;
      else latest = from;
    }
    return Math.floor(latest);
  }

  private world(): World {
    const { lead, street } = this.context.people;
    return { ...this.terms, officers: { community: lead.id, street: street.id }, makeId: (at) => this.id(at) };
  }

  private filingOf(category: CategoryView, home: DemoHousehold, filer: Filer, openedAt: number): LivedFiling {
    const forSomebody = filer.filedAs === 'staff' || filer.filedAs === 'central';
    return {
      id: this.id(openedAt),
      day: wallTime(openedAt, TZ_OFFSET).day.replaceAll('-', ''),
      communityId: this.context.communityId,
      gridId: home.gridId,
      householdId: home.id,
      cardId: filer.cardId,
      kind: 'appeal',
      categoryId: category.id,
      channel: filer.channel,
      consent: forSomebody ? 'verbal' : 'self',
      filedAs: filer.filedAs,
      recorderId: forSomebody ? filer.doer.id : null,
      voiceId: null,
      policyVersion: this.policyVersion,
      openedAt: Math.floor(openedAt),
    };
  }

  private atHome(resident: DemoPerson | undefined): [DemoHousehold, DemoPerson] {
    const home = this.context.households.find((door) => door.id === resident?.householdId);
    if (!resident || !home) throw new Error('the demo has no resident with a home');
    return [home, resident];
  }

  private self(person: DemoPerson): Filer {
    return {
      filedAs: 'self',
      doer: { id: person.id, kind: 'person', as: 'requester' },
      channel: 'mini',
      cardId: null,
      person,
    };
  }

  private filer(home: DemoHousehold): Filer {
    const { rng, people } = this.context;
    const lives = [...people.residents, ...people.central, ...people.members].find((of) => of.householdId === home.id);
    if (lives) return this.self(lives);
    const central = people.central.find((of) => of.gridId === home.gridId);
    if (central && rng.chance(0.12))
      return {
        filedAs: 'central',
        doer: { id: central.id, kind: 'person', as: 'requester' },
        channel: 'central',
        cardId: null,
        person: null,
      };
    if (rng.chance(0.4)) {
      const staff = rng.pick(people.staff);
      const channel = rng.pick(['phone', 'phone', 'walk_in'] as const);
      return {
        filedAs: 'staff',
        doer: { id: staff.id, kind: 'person', as: 'staff' },
        channel,
        cardId: null,
        person: null,
      };
    }
    const guest = this.id(this.context.now.getTime() - 91 * DAY);
    return {
      filedAs: 'guest',
      doer: { id: guest, kind: 'guest', as: 'requester' },
      channel: 'card_scan',
      cardId: home.cardId,
      person: null,
    };
  }

  private handlersIn(gridId: string): { holder: Doer; verifier: Doer } {
    const { rng, grids, people } = this.context;
    const grid = grids.find((of) => of.id === gridId);
    const holder = grid && rng.chance(0.12) ? grid.backupId : (grid?.workerId ?? '');
    return {
      holder: { id: holder, kind: 'person', as: 'handler' },
      verifier: { id: rng.pick(people.staff).id, kind: 'person', as: 'verifier' },
    };
  }

  /** Every fourth in the first grid, so that its worker has a day's work to show. */
  private anyHousehold(n: number): DemoHousehold {
    const { rng, households, grids } = this.context;
    const first = grids[0]?.id;
    return rng.pick(n % 4 === 0 ? households.filter((door) => door.gridId === first) : households);
  }

  /** Danger to life does not lie about unhandled in a demo. */
  private storyFor(ending: Ending): Story {
    const open = ending in RUNNING || ['reopened', 'resolved', 'declined', 'contested', 'withdrawn'].includes(ending);
    const wanted = STORIES.filter((story) => {
      if (story.category === 'danger' && open) return false;
      return ending === 'partly' ? story.outcome !== 'solved' : story.outcome === 'solved' || ending === 'verified';
    });
    return this.context.rng.pick(wanted);
  }

  private id(at: number): string {
    return ulid(Math.floor(at), this.context.rng.bytes(16));
  }
}
