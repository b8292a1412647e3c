/** A community's rules of volunteering: what an activity earns, how long one has to serve for it, and how much a day counts. */

export interface VolunteeringRule {
  /** 0 for the one that every community begins with. */
  version: number;
  /** For serving in one activity. */
  points: number;
  /** Whoever served so many minutes, or such a part of the planned time, served long enough. */
  minMinutes: number;
  minPercent: number;
  /** The most that one member earns on one day. */
  pointsADay: number;
  /** Whole days for which an activity's list is posted before points are given. */
  noticeDays: number;
  /** What the unit earns beside its member, in hundredths of the member's points; 100 is as much. */
  unitPercent: number;
}

export const SEEDED_RULE: VolunteeringRule = {
  ...{ version: 0, points: 2, minMinutes: 30, minPercent: 50 },
  ...{ pointsADay: 6, noticeDays: 3, unitPercent: 100 },
};

/** `minutes` served of `planned` ones: enough for points when either bound is reached; no time is never enough. */
export const servedEnough = (
  { minMinutes, minPercent }: Pick<VolunteeringRule, 'minMinutes' | 'minPercent'>,
  minutes: number,
  planned: number,
): boolean => minutes > 0 && (minutes >= minMinutes || minutes * 100 >= planned * minPercent);

/** What the unit earns for `points` of its member: whole points, the rest is dropped. */
export const unitPointsOf = ({ unitPercent }: Pick<VolunteeringRule, 'unitPercent'>, points: number): number =>
  Math.floor((points * unitPercent) / 100);
