/** How many neighbours a central household looks after, as the community's rule has it. */

/** From here on it is as meant. */
export const FEWEST_SERVED = 10;

/** Never more. */
export const MOST_SERVED = 20;
