/** News that grids publish. */

declare module '../platform/jobs/events' {
  interface EventMap {
    /** Somebody asked to be bound; the grid's worker decides. */
    'binding.asked': { bindingId: string };
    /** A grid worker bound the person, or the guest, to the household. */
    'binding.confirmed': { bindingId: string; householdId: string; personId: string | null; guestId: string | null };
    /** Somebody of the register and a person with an account are from now on known to be one. */
    'resident.linked': { residentId: string; personId: string };
    /** Nobody decided on it in time. */
    'binding.lapsed': { bindingId: string; personId: string | null };
    'binding.refused': { bindingId: string; personId: string | null; guestId: string | null; reasonRef: string };
  }
}

export {};
