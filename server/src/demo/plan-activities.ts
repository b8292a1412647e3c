/** Plans the demo's activities: one of every stage and half a year behind them; all of them are invented. */
import { dayPlus, startOfDay, wallTime } from '@sevengrid/shared/kernel/days';
import type { Bilingual } from '@sevengrid/shared/kernel/texts';
import type { ActivityStage } from '@sevengrid/shared/volunteering/activity-flow';
import type { Signal } from '@sevengrid/shared/volunteering/signals';

const MINUTE = 60_000;
const HOUR = 3_600_000;

export interface PlannedAttendance {
  personId: string;
  /** Minutes after the planned start. */
  late?: number;
  /** Nobody checked out. */
  stayed?: boolean;
  signals?: readonly Signal[];
}

export interface PlannedActivity {
  kind: string;
  title: Bilingual;
  place: Bilingual;
  stage: ActivityStage;
  /** Milliseconds UTC. */
  startsAt: number;
  endsAt: number;
  signUpUntil: number;
  capacity: number;
  placed: string[];
  waiting: string[];
  attended: PlannedAttendance[];
}

const RIVER: Bilingual = { zh: '河边小广场', bo: 'ཆུ་འགྲམ་ཐང་ཆུང་།' };
const SQUARE: Bilingual = { zh: '社区广场', bo: 'སྡེ་ཁུལ་ཐང་།' };
const HALL: Bilingual = { zh: '社区活动室', bo: 'སྡེ་ཁུལ་བྱེད་སྒོ་ཁང་།' };

/** Days before today, kind, what, where. */
const BEHIND: readonly (readonly [number, string, Bilingual, Bilingual])[] = [
  [170, 'cleaning', { zh: '清理小区杂草', bo: 'སྡོད་ཁུལ་གྱི་རྩྭ་སེལ་བ།' }, SQUARE],
  [140, 'care', { zh: '看望独居老人', bo: 'ཁེར་རྐྱང་རྒན་རབས་འཚམས་འདྲི།' }, HALL],
  [110, 'safety', { zh: '夜间平安巡防', bo: 'མཚན་མོའི་བདེ་འཇགས་མྱུལ་ཞིབ།' }, SQUARE],
  [80, 'learning', { zh: '周末作业辅导', bo: 'གཟའ་མཇུག་སློབ་སྦྱོང་རོགས་སྐྱོར།' }, HALL],
  [50, 'policy', { zh: '医保政策宣讲', bo: 'སྨན་བཅོས་འགན་བཅོལ་སྲིད་ཇུས་དྲིལ་བསྒྲགས།' }, HALL],
  [30, 'cleaning', { zh: '清扫河边垃圾', bo: 'ཆུ་འགྲམ་གད་སྙིགས་འཕྱག་པ།' }, RIVER],
  [12, 'culture', { zh: '敬老联欢', bo: 'རྒན་བཀུར་དགའ་སྟོན།' }, HALL],
];

export class ActivityPlanner {
  readonly planned: PlannedActivity[] = [];
  private readonly today: string;

  /** @param members who serve; the first is the one of the demo's log-in */
  constructor(
    private readonly now: number,
    private readonly offset: number,
    private readonly members: readonly string[],
  ) {
    this.today = wallTime(now, offset).day;
  }

  plan(): this {
    for (const [ago, kind, title, place] of BEHIND) this.add('settled', this.on(-ago, 10), { kind, title, place }, 12);
    this.planLatest();
    this.planAhead();
    return this;
  }

  /** Yesterday's wait for the organiser, the day before yesterday's for everybody's eyes, and one goes on now. */
  private planLatest(): void {
    const notice = { kind: 'health', title: { zh: '高血压义诊', bo: 'ཁྲག་གཤེད་མཐོ་བའི་རིན་མེད་སྨན་བཅོས།' }, place: SQUARE };
    this.add('public_notice', this.on(-2, 9), notice, 10);
    const waste = {
      kind: 'cleaning',
      title: { zh: '垃圾分类入户', bo: 'གད་སྙིགས་དབྱེ་འབྱེད་ཁྱིམ་ཐོག་དྲིལ་བསྒྲགས།' },
      place: SQUARE,
    };
    const confirming = this.add('confirming', this.on(-1, 15), waste, 8);
    confirming.attended = confirming.attended.map((one, i) => {
      if (i === 1) return { ...one, stayed: true };
      return i === 2 ? { ...one, signals: ['far'] } : one;
    });
    const rain = { kind: 'safety', title: { zh: '消防演练', bo: 'མེ་འགོག་སྦྱོང་བརྡར།' }, place: SQUARE };
    this.add('cancelled', this.on(-5, 10), rain, 6).attended = [];
    const patrol = { kind: 'safety', title: { zh: '校门口护学岗', bo: 'སློབ་གྲྭའི་སྒོ་འགྲམ་སྲུང་སྐྱོབ།' }, place: SQUARE };
    const running = this.add('running', this.now - 40 * MINUTE, patrol, 10, 3 * HOUR);
    // The member of the demo may try a scan.
    running.attended = running.attended.slice(1, 6).map((one) => ({ ...one, stayed: true }));
  }

  private planAhead(): void {
    const visit = { kind: 'care', title: { zh: '给老人理发', bo: 'རྒན་རབས་ལ་སྐྲ་བཞར་བ།' }, place: HALL };
    this.add('closed', Math.max(this.on(1, 10), this.now + 6 * HOUR), visit, 8).attended = [];
    const clothes = { kind: 'care', title: { zh: '旧衣整理分发', bo: 'གོས་རྙིང་སྒྲིག་འགྲེམས།' }, place: HALL };
    const full = this.add('open', this.on(4, 10), clothes, 6);
    [full.attended, full.capacity, full.placed, full.waiting] = [[], 6, this.some(1, 6), this.some(7, 3)];
    const books = { kind: 'learning', title: { zh: '图书角整理', bo: 'དཔེ་ཆའི་ཟུར་སྒྲིག་འཛུགས།' }, place: HALL };
    this.add('open', this.on(6, 15), books, 5).attended = [];
    const stairs = { kind: 'cleaning', title: { zh: '清扫楼道', bo: 'ཐོག་ལམ་འཕྱག་པ།' }, place: SQUARE };
    const open = this.add('open', this.on(9, 9), stairs, 3);
    [open.attended, open.placed] = [[], this.some(2, 3)];
    const draft = this.add(
      'draft',
      this.on(20, 10),
      { ...stairs, title: { zh: '节前慰问（草稿）', bo: 'དུས་ཆེན་སྔོན་འཚམས་འདྲི། (ཟིན་བྲིས།)' } },
      0,
    );
    [draft.attended, draft.placed] = [[], []];
  }

  private add(
    stage: ActivityStage,
    startsAt: number,
    about: Pick<PlannedActivity, 'kind' | 'title' | 'place'>,
    count: number,
    lasts = 2 * HOUR,
  ): PlannedActivity {
    const placed = this.some(0, count);
    const made: PlannedActivity = {
      ...{ ...about, stage, startsAt, endsAt: startsAt + lasts, signUpUntil: startsAt - 2 * HOUR, capacity: 20 },
      ...{ placed, waiting: [], attended: placed.map((personId, i) => ({ personId, late: (i * 3) % 10 })) },
    };
    this.planned.push(made);
    return made;
  }

  /** The first of them is always the demo's own where it begins at 0. */
  private some(from: number, count: number): string[] {
    return this.members.slice(from, from + count);
  }

  /** At this hour of the community's wall, so many days from today. */
  private on(days: number, hour: number): number {
    return startOfDay(dayPlus(this.today, days), this.offset) + hour * HOUR;
  }
}
