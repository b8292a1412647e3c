/** Why points moved, in words: the domain that causes a journal says what its cause was. */
import { Injectable } from '@nestjs/common';
import type { Bilingual } from '@sevengrid/shared/kernel/texts';
import type { EntityManager } from 'typeorm';

export interface PointCause {
  /** Such as the activity's or the offer's name. */
  title: Bilingual;
  /** What a page can be opened of. */
  subject?: { kind: string; id: string };
}

/** Cause ids are never empty; one that is not known is left out. */
export type LookUpCauses = (tx: EntityManager, causeIds: readonly string[]) => Promise<Map<string, PointCause>>;

@Injectable()
export class PointCauses {
  private readonly looks = new Map<string, LookUpCauses>();

  /** @param causeType the `cause_type` of journals: `attendance`, `redemption` */
  register(causeType: string, look: LookUpCauses): void {
    if (this.looks.has(causeType)) throw new Error(`two domains say what ${causeType} is`);
    this.looks.set(causeType, look);
  }

  /** Answers by `type id`. */
  async find(
    tx: EntityManager,
    causes: readonly { causeType: string; causeId: string }[],
  ): Promise<Map<string, PointCause>> {
    const found = new Map<string, PointCause>();
    for (const [type, look] of this.looks) {
      const ids = new Set(causes.flatMap(({ causeType, causeId }) => (causeType === type ? causeId : [])));
      if (ids.size === 0) continue;
      for (const [id, cause] of await look(tx, [...ids])) found.set(`${type} ${id}`, cause);
    }
    return found;
  }
}
