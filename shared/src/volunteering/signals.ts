/** What speaks against a scan: scored for the organiser's eye, never in anybody's way; pure. */

export const SIGNALS = ['mock', 'far', 'shared_device', 'burst', 'inaccurate', 'no_place', 'early'] as const;
export type Signal = (typeof SIGNALS)[number];

/** Each weighs by itself; together 100 at most. */
export const WEIGHT: Readonly<Record<Signal, number>> = {
  mock: 60,
  far: 50,
  shared_device: 50,
  burst: 30,
  inaccurate: 20,
  no_place: 20,
  early: 10,
};
export const MOST_SCORE = 100;
/** From here on an organiser looks and ticks before it counts. */
export const NEEDS_TICK = 50;
/** A fix that may be wrong by more says little, in metres. */
export const INACCURATE_M = 200;
/** Scans of one activity within a second that one screen can see: more come from a picture passed on. */
export const SCANS_A_SECOND = 8;

export interface ScanFacts {
  /** From the activity's place, in metres; null where the phone gave none. */
  distance: number | null;
  accuracy: number | null;
  /** The phone says that the place was made up. */
  mock: boolean;
  /** How far from its place the activity reaches, in metres; null where it has none. */
  radius: number | null;
  /** Other members checked in with this phone at this activity. */
  othersOnDevice: number;
  /** Scans of the activity within this second, this one included. */
  scansThisSecond: number;
  /** Before the doors were open. */
  early: boolean;
}

const SPEAKS: Readonly<Record<Signal, (facts: ScanFacts) => boolean>> = {
  mock: ({ mock }) => mock,
  far: ({ distance, accuracy, radius }) => radius !== null && distance !== null && distance > radius + (accuracy ?? 0),
  shared_device: ({ othersOnDevice }) => othersOnDevice > 0,
  burst: ({ scansThisSecond }) => scansThisSecond > SCANS_A_SECOND,
  inaccurate: ({ accuracy, radius }) => radius !== null && accuracy !== null && accuracy > INACCURATE_M,
  no_place: ({ distance, radius }) => radius !== null && distance === null,
  early: ({ early }) => early,
};

/** In the order of {@link SIGNALS}, the heaviest first. */
export const signalsOf = (facts: ScanFacts): Signal[] => SIGNALS.filter((signal) => SPEAKS[signal](facts));

export const scoreOf = (signals: readonly Signal[]): number =>
  Math.min(
    MOST_SCORE,
    [...new Set(signals)].reduce((sum, signal) => sum + WEIGHT[signal], 0),
  );

export interface PointOnEarth {
  lng: number;
  lat: number;
}

const EARTH_M = 6_371_008.8;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Metres between two points along the earth (haversine). */
export function metresBetween(one: PointOnEarth, other: PointOnEarth): number {
  const [dLat, dLng] = [radians(other.lat - one.lat), radians(other.lng - one.lng)];
  const half =
    Math.sin(dLat / 2) ** 2 + Math.cos(radians(one.lat)) * Math.cos(radians(other.lat)) * Math.sin(dLng / 2) ** 2;
  return 2 * EARTH_M * Math.asin(Math.min(1, Math.sqrt(half)));
}
