/** Where an appeal belongs, and as what its filer speaks: from the card, the binding, or what staff picked. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { OpenTicket } from '@sevengrid/shared/tickets/requests';
import { Cards } from '../cards/cards';
import { Households } from '../grids/households';
import { Scopes } from '../identity/scopes';
import type { Actor } from '../platform/http/actor';
import { fail } from '../platform/http/fail';
import type { FiledAs } from './ticket.entity';

export interface FilingPlace {
  filedAs: FiledAs;
  gridId: string;
  householdId: string | null;
  cardId: string | null;
}

@Injectable()
export class PlaceOfFiling {
  constructor(
    private readonly cards: Cards,
    private readonly households: Households,
    private readonly scopes: Scopes,
  ) {}

  async find(tx: EntityManager, actor: Actor, body: OpenTicket): Promise<FilingPlace> {
    if (actor.kind === 'guest') return this.ofCard(tx, actor);
    if (body.householdId !== undefined) return this.ofHousehold(tx, actor, body.householdId);
    if (body.gridId !== undefined) return this.ofGrid(actor, body.gridId);
    const home = await this.households.boundTo(tx, actor.id);
    if (!home) return fail(this.mayFile(actor) ? 'TICKET_PLACE_UNKNOWN' : 'NOT_ALLOWED');
    if (!actor.may('ticket.file', this.scopes.pathOf(home.gridId))) return fail('NOT_ALLOWED');
    return { filedAs: 'self', gridId: home.gridId, householdId: home.id, cardId: null };
  }

  private mayFile(actor: Actor): boolean {
    return actor.may('ticket.file') || actor.may('ticket.file_for');
  }

  private async ofCard(tx: EntityManager, actor: Actor): Promise<FilingPlace> {
    const place = actor.cardId === undefined ? null : await this.cards.placeOf(tx, actor.cardId);
    if (!place) return fail('TICKET_PLACE_UNKNOWN');
    return { filedAs: 'guest', ...place, cardId: actor.cardId ?? null };
  }

  /** Somebody's own, one a central household serves, or any in a scope where the actor works; else it does not exist. */
  private async ofHousehold(tx: EntityManager, actor: Actor, householdId: string): Promise<FilingPlace> {
    const place = (await this.households.hold(tx, householdId)) ?? fail('NOT_FOUND');
    const path = this.scopes.pathOf(place.gridId);
    const found = { gridId: place.gridId, householdId, cardId: null };
    const home = await this.households.boundTo(tx, actor.id);
    if (home?.id === householdId && actor.may('ticket.file', path)) return { filedAs: 'self', ...found };
    if (actor.may('ticket.read', path))
      return actor.may('ticket.file_for', path) ? { filedAs: 'staff', ...found } : fail('NOT_ALLOWED');
    const serves = actor.may('ticket.file_for') && (await this.households.servedBy(tx, actor.id)).includes(householdId);
    return serves ? { filedAs: 'central', ...found } : fail(this.mayFile(actor) ? 'NOT_FOUND' : 'NOT_ALLOWED');
  }

  private ofGrid(actor: Actor, gridId: string): FilingPlace {
    const path = this.scopes.pathOf(gridId);
    if (this.scopes.gridsAmong([gridId]).length === 0 || !actor.may('ticket.read', path))
      return fail(this.mayFile(actor) ? 'NOT_FOUND' : 'NOT_ALLOWED');
    if (!actor.may('ticket.file_for', path)) return fail('NOT_ALLOWED');
    return { filedAs: 'staff', gridId, householdId: null, cardId: null };
  }
}
