/** What guests left behind in other domains: who is still needed there, and what goes with a guest who is not. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

export interface GuestTie {
  /** Of these guests, the ones that something of the domain still speaks of. */
  needed(tx: EntityManager, guestIds: readonly string[]): Promise<string[]>;
  /** These guests are gone. */
  forgotten?(tx: EntityManager, guestIds: readonly string[]): Promise<unknown>;
}

@Injectable()
export class GuestTies {
  private readonly ties: GuestTie[] = [];

  register(tie: GuestTie): void {
    this.ties.push(tie);
  }

  /** Those of these guests that nobody needs any more. */
  async idle(tx: EntityManager, guestIds: readonly string[]): Promise<string[]> {
    const needed = new Set<string>();
    if (guestIds.length === 0) return [];
    for (const tie of this.ties) for (const id of await tie.needed(tx, guestIds)) needed.add(id);
    return guestIds.filter((id) => !needed.has(id));
  }

  async forgotten(tx: EntityManager, guestIds: readonly string[]): Promise<void> {
    for (const tie of this.ties) await tie.forgotten?.(tx, guestIds);
  }
}
