/** Valid inputs of points, volunteering and rewards, each of whose files makes them for its own routes. */
import type { Make } from './inputs';
import { ACTIVITY_INPUTS } from './inputs-of-activities';
import { POINTS } from './inputs-of-points';
import { REWARDS } from './inputs-of-rewards';
import { UNITS } from './inputs-of-units';

/** By row of the matrix. */
export const STEP_THREE: Readonly<Record<string, Make>> = { ...ACTIVITY_INPUTS, ...POINTS, ...REWARDS, ...UNITS };
