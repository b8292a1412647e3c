/** The form of an activity: days and times as people write them, and what is sent of it. */
import { dayPlus, isDay, startOfDay, wallTime } from '@sevengrid/shared/kernel/days';
import type { Bilingual } from '@sevengrid/shared/kernel/texts';
import type { ActivityView } from '@sevengrid/shared/volunteering/activities.views';
import { clockText, communityOffset } from '../../../platform/due-text';

const MINUTE = 60_000;
/** Metres: a square with the streets around it. */
const RADIUS = 200;

export interface Organiser {
  id: string;
  name: string;
}

export interface PlanFields {
  kindId: string;
  title: string;
  titleBo: string;
  place: string;
  placeBo: string;
  about: string;
  aboutBo: string;
  day: string;
  from: string;
  to: string;
  untilDay: string;
  until: string;
  capacity: string;
  organisers: Organiser[];
  spot: { lng: number; lat: number; radius: number } | null;
  /** Of what is written anew; 0 for what is new. */
  version: number;
}

export const BLANK: PlanFields = {
  ...{ kindId: '', title: '', titleBo: '', place: '', placeBo: '', about: '', aboutBo: '' },
  ...{ day: '', from: '', to: '', untilDay: '', until: '', capacity: '' },
  ...{ organisers: [], spot: null, version: 0 },
};

/** Milliseconds after midnight; NaN for what is no time. */
function timeOf(written: string): number {
  const [, hour = '', minute = ''] = /^\s*(\d{1,2}):(\d\d)\s*$/.exec(written) ?? [];
  return hour !== '' && Number(hour) < 24 && Number(minute) < 60
    ? (Number(hour) * 60 + Number(minute)) * MINUTE
    : Number.NaN;
}

/** ISO; empty for what is no day or no time, which the request's own class refuses. */
function instantOf(day: string, time: string): string {
  const at = isDay(day) ? startOfDay(day, communityOffset.get()) + timeOf(time) : Number.NaN;
  return Number.isNaN(at) ? '' : new Date(at).toISOString();
}

const bilingual = (zh: string, bo: string): Bilingual => ({
  zh: zh.trim(),
  ...(bo.trim() === '' ? {} : { bo: bo.trim() }),
});

/** What the request class checks and the server gets. */
export function bodyOf(form: PlanFields): Record<string, unknown> {
  const { day, from, to, about, aboutBo, spot, version } = form;
  const endDay = timeOf(to) <= timeOf(from) && isDay(day) ? dayPlus(day, 1) : day;
  return {
    ...{ kindId: form.kindId, title: bilingual(form.title, form.titleBo), place: bilingual(form.place, form.placeBo) },
    ...(about.trim() === '' ? {} : { about: bilingual(about, aboutBo) }),
    ...{ startsAt: instantOf(day, from), endsAt: instantOf(endDay, to) },
    ...{ signUpUntil: instantOf(form.untilDay, form.until), capacity: Number(form.capacity) },
    organiserIds: form.organisers.map(({ id }) => id),
    ...(spot ? { spot } : {}),
    ...(version > 0 ? { version } : {}),
  };
}

export const spotAt = (lng: number, lat: number): NonNullable<PlanFields['spot']> => ({
  lng: Number(lng.toFixed(7)),
  lat: Number(lat.toFixed(7)),
  radius: RADIUS,
});

/** An activity as it lies in the form. */
export function fieldsOf(of: ActivityView): PlanFields {
  const dayOf = (instant: string): string => wallTime(Date.parse(instant), communityOffset.get()).day;
  const time = (instant: string): string => clockText(Date.parse(instant));
  return {
    ...{ kindId: of.kind.id, title: of.title.zh, titleBo: of.title.bo ?? '' },
    ...{ place: of.place.zh, placeBo: of.place.bo ?? '', about: of.about?.zh ?? '', aboutBo: of.about?.bo ?? '' },
    ...{ day: dayOf(of.startsAt), from: time(of.startsAt), to: time(of.endsAt) },
    ...{ untilDay: dayOf(of.signUpUntil), until: time(of.signUpUntil), capacity: String(of.capacity) },
    organisers: of.organisers.map(({ personId, displayName }) => ({ id: personId, name: displayName })),
    ...{ spot: of.spot, version: of.version },
  };
}
