/** The demo community without tickets, its people logged in, and the steps of an appeal as verbs. */
import type { WorkingCalendar } from '@sevengrid/shared/tickets/calendar';
import type { Action, PartnerAction, SystemAction } from '@sevengrid/shared/tickets/flows';
import { ticketRoutes } from '@sevengrid/shared/tickets/routes';
import type { OpenedTicketView, TicketView } from '@sevengrid/shared/tickets/views';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { seedTerms } from '../../src/demo/tickets';
import { WorkingCalendars } from '../../src/tickets/working-calendars';
import type { Answer, Caller } from '../actors/caller';
import type { TestApp } from '../actors/start-app';
import { community, type AtTheCommunity } from '../grids/at-the-community';

export type Step = Exclude<Action, 'open' | PartnerAction | SystemAction>;

/** What each step is given when a test does not care. */
const USUAL: Record<Step, object> = {
  accept: { grade: 'G2' },
  decline: { reason: 'outside_area', words: '请找隔壁社区' },
  contest: { words: '就是我们小区的事' },
  contact: { how: 'visit', words: '上门看过了' },
  ask: { how: 'call', words: '灯在几楼？' },
  answer: { words: '三楼' },
  resolve: { outcome: 'solved', words: '修好了' },
  attempt: { how: 'call' },
  verify: { finding: 'solved', how: 'call' },
  confirm: {},
  rate: { satisfied: 'yes', how: 'self' },
  revisit: { finding: 'solved', how: 'call' },
  reopen: { words: '又坏了' },
  withdraw: {},
  coordinate: { organisationId: '', words: '请看一下线路', withContact: false },
  recall: { requestId: '', words: '不用来了' },
  escalate: { words: '要社区出面' },
  extend: { days: 1, words: '等配件' },
  appoint: { verifierId: '' },
  reassign: { holderId: '', words: '换人' },
  regrade: { grade: 'G1', words: '家里有老人' },
  remark: { words: '晚上在家', shown: false },
};

/**
 * Of the first grid a resident, its worker, and its backup; another grid's worker; two of the community's staff, its
 * lead and its street; a central household; and somebody of two outside bodies.
 */
const ACCOUNTS = {
  resident: 'resident',
  neighbour: 'resident2',
  worker: 'worker',
  backup: 'floating1',
  otherWorker: 'worker2',
  staff: 'staff',
  staff2: 'staff2',
  lead: 'lead',
  street: 'street',
  auditor: 'auditor',
  central: 'central',
  police: 'police',
  power: 'power',
} as const;
export type Somebody = keyof typeof ACCOUNTS;

/** A step as a test tells it: with what is usual, or with what it says. */
export type Told = Step | readonly [Step, object];

export interface Desk extends AtTheCommunity, Record<Somebody, Caller> {
  category(code: string): string;
  open(by: Caller, body?: object): Promise<OpenedTicketView>;
  try(by: Caller, step: Step, id: string, body?: object, key?: string): Promise<Answer<TicketView>>;
  see(by: Caller, id: string): Promise<Answer<TicketView>>;
  /** What the step is given when a test does not care. */
  bodyOf(step: Step): object;
  /** The steps of a ticket, each by whoever would take it. @throws where one is refused. */
  walk(id: string, ...steps: readonly Told[]): Promise<void>;
  /** A new ticket of the resident, brought by the worker to the stage before the next of these steps. */
  openUpTo(...steps: Told[]): Promise<string>;
}

export async function desk(app: TestApp): Promise<Desk> {
  const here = await community(app);
  const categories = await app.get(UnitOfWork).run((tx) => seedTerms(tx, here.demo));
  const accounts = Object.entries(ACCOUNTS) as [Somebody, string][];
  const logged = await Promise.all(accounts.map(async ([who, account]) => [who, await here.as(account)] as const));
  const callers = Object.fromEntries(logged) as Record<Somebody, Caller>;
  const category = (code: string): string => categories.find((of) => of.code === code)?.id ?? '';
  const made: Desk = {
    ...here,
    ...callers,
    category,
    open: async (by, body = {}) => {
      const usual = { categoryId: category('lighting'), words: '楼道灯坏了', consent: 'self', channel: 'mini' };
      return (await by.send(ticketRoutes.open, { body: { ...usual, ...body } })).reply;
    },
    bodyOf: (step) => {
      if (step === 'coordinate')
        return { ...USUAL.coordinate, organisationId: here.demo.people.partners[0]?.organisationId };
      return step === 'appoint' ? { verifierId: here.demo.people.staff[1]?.id } : USUAL[step];
    },
    try: (by, step, id, body = made.bodyOf(step), key?: string) =>
      by.send(ticketRoutes[step], { params: { id }, body }, { key }),
    see: (by, id) => by.call(ticketRoutes.ticket, { params: { id } }),
    walk: async (id, ...steps) => {
      const { resident, staff, lead } = callers;
      const who: Partial<Record<Step, Caller>> = {
        ...{ confirm: resident, withdraw: resident, contest: resident, reopen: resident, rate: resident },
        ...{ verify: staff, attempt: staff, revisit: staff, coordinate: staff },
        ...{ decline: lead, appoint: lead, extend: lead, regrade: lead },
      };
      for (const told of steps) {
        const [step, body] = typeof told === 'string' ? [told] : told;
        const answer = await made.try(who[step] ?? callers.worker, step, id, { ...made.bodyOf(step), ...body });
        if (answer.code !== null) throw new Error(`${step}: ${answer.code}`);
      }
    },
    openUpTo: async (...steps) => {
      const { id } = await made.open(callers.resident);
      await made.walk(id, ...steps);
      return id;
    },
  };
  return made;
}

/** The calendar that the community's clocks run by. */
export const calendarOf = (app: TestApp, { demo }: Desk): Promise<WorkingCalendar> =>
  app.get(UnitOfWork).run((tx) => app.get(WorkingCalendars).of(tx, demo.communityId));
