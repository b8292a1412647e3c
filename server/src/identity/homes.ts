/** Where somebody lives: identity shows it in `me`, grids and cards know it. */
import { Injectable } from '@nestjs/common';
import type { HomeHouseholdView } from '@sevengrid/shared/identity/views';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../platform/http/actor';

export type FindHome = (tx: EntityManager, actor: Actor) => Promise<HomeHouseholdView | null>;

@Injectable()
export class Homes {
  private readonly finders = new Map<Actor['kind'], FindHome>();

  register(kind: Actor['kind'], finder: FindHome): void {
    this.finders.set(kind, finder);
  }

  async find(tx: EntityManager, actor: Actor): Promise<HomeHouseholdView | null> {
    return (await this.finders.get(actor.kind)?.(tx, actor)) ?? null;
  }
}
