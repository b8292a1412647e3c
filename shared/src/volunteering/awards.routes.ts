/** Routes of lists put up for everybody, objections to them, the giving of points and the taking back. */
import { IdParams } from '../kernel/fields';
import { reply, routes } from '../kernel/route';
import type { ActivityView } from './activities.views';
import { AskTakeBack, DecideTakeBack, JudgeObjection, ObjectToList, TakeBackQuery } from './awards.requests';
import type { ListNoticeView, ObjectionList, ObjectionView, TakeBackPage, TakeBackView } from './awards.views';

export const awardRoutes = routes('awards', {
  announce: {
    method: 'POST',
    path: '/activities/:id/announce',
    permission: 'person',
    summary:
      'Put the list up for everybody, for the days of the rule in force; every attendance is decided by then. On the audit log.',
    params: IdParams,
    status: 200,
    reply: reply<ActivityView>('ActivityView'),
    faults: ['ACTIVITY_WRONG_STAGE', 'CONFIRMATIONS_OPEN'],
  },
  notice: {
    method: 'GET',
    path: '/activities/:id/notice',
    permission: 'person',
    summary: 'The list that is put up: masked names, units, minutes and points.',
    params: IdParams,
    status: 200,
    reply: reply<ListNoticeView>('ListNoticeView'),
    faults: ['ACTIVITY_WRONG_STAGE'],
  },
  object: {
    method: 'POST',
    path: '/activities/:id/objections',
    permission: 'person',
    summary: 'Object to a line of the list, or to all of it.',
    params: IdParams,
    body: ObjectToList,
    status: 201,
    reply: reply<ObjectionView>('ObjectionView'),
    faults: ['ACTIVITY_WRONG_STAGE'],
  },
  objections: {
    method: 'GET',
    path: '/activities/:id/objections',
    permission: 'person',
    summary: 'Objections to the list: one’s own, or all for those who lead it or give the points.',
    params: IdParams,
    status: 200,
    reply: reply<ObjectionList>('ObjectionList'),
    faults: [],
  },
  judge: {
    method: 'POST',
    path: '/objections/:id/answer',
    permission: 'activity.award',
    summary:
      'Answer an objection; where it is upheld its line does not count. Nobody answers their own. On the audit log.',
    params: IdParams,
    body: JudgeObjection,
    status: 200,
    reply: reply<ObjectionView>('ObjectionView'),
    faults: ['ACTIVITY_WRONG_STAGE', 'ATTENDANCE_OWN', 'OBJECTION_ANSWERED'],
  },
  settle: {
    method: 'POST',
    path: '/activities/:id/settle',
    permission: 'activity.award',
    summary:
      'Give the points once the list was up long enough; time does it too. Nobody gives to themself. On the audit log.',
    params: IdParams,
    status: 200,
    reply: reply<ActivityView>('ActivityView'),
    faults: ['ACTIVITY_WRONG_STAGE', 'NOTICE_RUNS', 'OBJECTIONS_OPEN', 'POINTS_OF_ONESELF'],
  },
  askTakeBack: {
    method: 'POST',
    path: '/attendances/:id/take-back',
    permission: 'activity.award',
    summary: 'Ask that what an attendance was given be taken back; somebody else decides. On the audit log.',
    params: IdParams,
    body: AskTakeBack,
    status: 201,
    reply: reply<TakeBackView>('TakeBackView'),
    faults: ['ACTIVITY_WRONG_STAGE', 'TAKE_BACK_ASKED', 'TAKE_BACK_NOTHING'],
  },
  takeBacks: {
    method: 'GET',
    path: '/take-backs',
    permission: 'activity.award',
    summary: 'What was asked to be taken back, the newest first.',
    query: TakeBackQuery,
    status: 200,
    reply: reply<TakeBackPage>('TakeBackPage'),
    faults: [],
  },
  decideTakeBack: {
    method: 'POST',
    path: '/take-backs/:id/decide',
    permission: 'activity.award',
    summary: 'Agree, and it is taken back at once, or refuse; never by who asked, nor about oneself. On the audit log.',
    params: IdParams,
    body: DecideTakeBack,
    status: 200,
    reply: reply<TakeBackView>('TakeBackView'),
    faults: ['POINTS_ALREADY_TAKEN_BACK', 'TAKE_BACK_DECIDED', 'TAKE_BACK_SECOND'],
  },
});
