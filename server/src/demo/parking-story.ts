/** The one demo ticket that follows the newspaper's story, step by step: a jammed road made one-way, bays laid out and managed for a fee. */
import type { WorkingCalendar } from '@sevengrid/shared/tickets/calendar';
import type { Action } from '@sevengrid/shared/tickets/flows';
import type { Given } from '../tickets/appeal-rules';
import type { DemoContext, DemoPerson } from './demo-context';
import type { Doer, LivedTicket } from './lived-ticket';

const MIN = 60_000;
const DAY = 1440 * MIN;
const TZ_OFFSET = 480;

/** Days between the filing and today: all of it is over, and the later return visit is still to come. */
const LEAST_AGO = 24;
/** Working days that the story takes, and natural days in which the first eight of them must fit. */
const WORKDAYS = 11;
const MOST_DAYS = 11;

export interface ParkingCast {
  requester: Doer;
  worker: Doer;
  staff: Doer;
  verifier: Doer;
  police: Doer;
  firm: Doer;
  bodies: { police: string; firm: string };
}

export const PARKING_WORDS = '院门口这条路双向都走车，早晚堵死，路边停满了车，救护车都进不来。';

type Step = [
  who: Exclude<keyof ParkingCast, 'bodies'>,
  action: Exclude<Action, 'open'>,
  /** The working day after the filing, 0 on the day itself, and the clock on the wall. */
  workday: number,
  clock: string,
  words: string,
  given?: Given,
];

const stepsOf = ({ police, firm }: ParkingCast['bodies'], [first, second]: readonly [string, string]): Step[] => [
  ['worker', 'accept', 0, '10:05', '', { grade: 'G3', onSite: true }],
  ['worker', 'contact', 1, '08:40', '早高峰去看了，两头的车顶在一起二十分钟没动。大家希望改单行，也愿意交一点停车费。', { how: 'visit' }],
  ['staff', 'coordinate', 1, '11:10', '院门口这条路双向通行，早晚高峰对头堵死，请来现场看看能不能改成单行。', { requestId: first, organisationId: police, withContact: false }],
  ['police', 'reply', 3, '16:20', '早晚高峰各看了一次，同意改为由西向东单行，标志和标线明天进场，后天起执行。', { requestId: first }],
  ['worker', 'contact', 5, '08:35', '单行标志立好了，早高峰车流顺了；路边乱停还占着半边路。', { how: 'visit' }],
  ['worker', 'ask', 5, '10:20', '想请公司划好车位、收一点费来管，您家愿意吗？', { how: 'message' }],
  ['requester', 'answer', 5, '19:40', '愿意，只要有固定的位子，救护车能进来。'],
  ['staff', 'coordinate', 6, '10:00', '单行已经执行。请把路边和东侧空地划成车位，留出消防和救护通道，按公示的价钱收费管理。', { requestId: second, organisationId: firm, withContact: false }],
  ['firm', 'reply', 8, '11:30', '车位划好了，消防通道画了禁停线，收费牌已公示，早晚各有一人管，今天开始收费。', { requestId: second }],
  ['worker', 'resolve', 8, '16:45', '交警把这条路改成了单行，公司划好车位、收费管理，早晚不再堵，救护车能开到楼下。', { outcome: 'solved' }],
  ['worker', 'remark', 8, '16:50', '（演示说明）这件事仿照一篇报道里的做法编写，人物和单位都是虚构的。', { shown: true }],
  ['verifier', 'verify', 10, '10:40', '和三户人家都聊了：早上出门不堵了，停车有位子，价钱也能接受。', { finding: 'solved', how: 'visit' }],
  ['requester', 'confirm', 10, '20:10', '真的不堵了，谢谢大家。'],
  ['requester', 'rate', 10, '20:12', '改得好，第一次问我们愿不愿意。', { satisfied: 'yes', surveyHow: 'self' }],
]; // prettier-ignore

/** The wall's midnight of the day of `instant`, in milliseconds UTC. */
const midnightOf = (instant: number): number => Math.floor((instant + TZ_OFFSET * MIN) / DAY) * DAY - TZ_OFFSET * MIN;
const dayOf = (midnight: number): string => new Date(midnight + TZ_OFFSET * MIN).toISOString().slice(0, 10);

/** The midnights of the working days it takes: the latest stretch, long enough ago, that no long holiday tears apart. */
export function parkingDays(calendar: WorkingCalendar, now: number): number[] {
  for (let back = LEAST_AGO; ; back++) {
    const days: number[] = [];
    for (let day = midnightOf(now - back * DAY); days.length < WORKDAYS; day += DAY)
      if (calendar.isWorkday(dayOf(day))) days.push(day);
    const [first = 0, eighth = 0, last = 0] = [days[0], days[8], days[WORKDAYS - 1]];
    if (eighth - first <= MOST_DAYS * DAY && last < now - DAY) return days;
  }
}

/** When on the first of `days` it is filed: on the way to work. */
export const parkingOpenedAt = ([first = 0]: readonly number[]): number => first + (8 * 60 + 21) * MIN;

/** Who is who in it: the grid's own worker, staff who ask, and a colleague who makes the return visit. */
export function parkingCast(people: DemoContext['people'], requester: Doer, worker: Doer): ParkingCast {
  const doer = (person: DemoPerson | undefined, as: Doer['as']): Doer => {
    if (!person) throw new Error('the parking story has nobody to play it');
    return { id: person.id, kind: 'person', as };
  };
  const body = (account: string) => people.partners.find((of) => of.account === account);
  const [police, firm] = [body('police'), body('property')];
  return {
    requester,
    worker,
    staff: doer(people.staff[0], 'staff'),
    verifier: doer(people.staff[1], 'verifier'),
    police: doer(police?.person, 'partner'),
    firm: doer(firm?.person, 'partner'),
    bodies: { police: police?.organisationId ?? '', firm: firm?.organisationId ?? '' },
  };
}

/** Lives the story on the ticket that was just filed; `ids` are those of the two requests. */
export function liveParkingStory(
  ticket: LivedTicket,
  cast: ParkingCast,
  days: readonly number[],
  ids: readonly [string, string],
): void {
  for (const [who, action, workday, clock, words, given] of stepsOf(cast.bodies, ids)) {
    const [hour = 0, minute = 0] = clock.split(':').map(Number);
    ticket.act(action, cast[who], (days[workday] ?? 0) + (hour * 60 + minute) * MIN, given, words);
  }
}
