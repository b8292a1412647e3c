/** The news that domains publish; each adds its own by declaration merging. */

/** Type of an event → its payload: ids, codes and numbers only. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled by the domains, whom the platform does not know
export interface EventMap {}

export type EventType = keyof EventMap;
