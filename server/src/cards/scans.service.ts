/** What a card opens: a guest's session by its link, the household's form by its short code, and the page of whom to call. */
import { Injectable } from '@nestjs/common';
import type { LookUpCard, ScanCard } from '@sevengrid/shared/cards/requests';
import type { CardLookUpView, CardScanView, ScanView } from '@sevengrid/shared/cards/views';
import type { EntityManager } from 'typeorm';
import { GridTeams } from '../grids/grid-teams';
import { GridsService } from '../grids/grids.service';
import { Households } from '../grids/households';
import { Guests } from '../identity/guests';
import { Scopes } from '../identity/scopes';
import { Sessions } from '../identity/sessions';
import { AuditLog } from '../platform/audit/audit-log';
import { inputFingerprint } from '../platform/database/fingerprint';
import { one } from '../platform/database/sql';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { Actor } from '../platform/http/actor';
import { fail } from '../platform/http/fail';
import { CardLimits } from './card-limits';
import { CARD, Cards } from './cards';
import { cardLookUpView, cardScanView, type CardRow } from './cards.views';

@Injectable()
export class ScansService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly cards: Cards,
    private readonly limits: CardLimits,
    private readonly guests: Guests,
    private readonly sessions: Sessions,
    private readonly scopes: Scopes,
    private readonly teams: GridTeams,
    private readonly grids: GridsService,
    private readonly households: Households,
    private readonly audit: AuditLog,
  ) {}

  async scan(address: string, body: ScanCard): Promise<ScanView> {
    await this.limits.address(address);
    const card = await this.uow.read((tx) => this.cards.byToken(tx, body.token));
    await this.limits.card(card.id);
    return this.uow.run(async (tx) => {
      // Read again with a lock, so that nobody slips in beside a card that is being ended.
      const live = await one<{ status: string }>(tx, 'SELECT status FROM card WHERE id = ? FOR UPDATE', [card.id]);
      if (live?.status !== 'active') fail('CARD_REVOKED');
      await this.scopes.refresh(tx);
      const guestId = await this.guests.open(tx, { cardId: card.id, scopeId: card.grid_id });
      const session = await this.sessions.openForGuest(tx, guestId);
      return { token: session.token, expiresAt: session.expiresAt, card: await this.page(tx, card.grid_id) };
    });
  }

  /** The card of a guest's session, the grid of a person's household, or the grid a worker serves. */
  current(actor: Actor): Promise<CardScanView> {
    return this.uow.read(async (tx) => {
      const gridId = actor.kind === 'guest' ? await this.gridOfCard(tx, actor) : await this.gridOfPerson(tx, actor.id);
      return this.page(tx, gridId);
    });
  }

  async lookUp(actor: Actor, key: string, body: LookUpCard): Promise<CardLookUpView> {
    await this.limits.caller(actor.id);
    const request = { actor, key, operation: 'cards.lookUp', fingerprint: inputFingerprint(body) };
    const work = async (tx: EntityManager): Promise<{ id: string }> => {
      const card = body.token
        ? await this.cards.byToken(tx, body.token)
        : await one<CardRow>(tx, `${CARD} WHERE c.active_code = ?`, [body.shortCode ?? null]);
      return { id: await this.noteLookUp(tx, actor, card) };
    };
    const { id } = await this.uow.once(request, work, async (tx, kept) => {
      const card = await one<CardRow>(tx, `${CARD} WHERE c.id = ?`, [kept.id]);
      return this.noteLookUp(tx, actor, card?.status === 'active' ? card : null);
    });
    return this.uow.read(async (tx) => {
      const card = await one<CardRow>(tx, `${CARD} WHERE c.id = ?`, [id]);
      if (!card) return fail('CARD_NOT_RECOGNISED');
      const team = (await this.teams.faces(tx, [card.grid_id])).get(card.grid_id);
      return cardLookUpView(card, this.scopes.view(card.grid_id), team);
    });
  }

  private async noteLookUp(tx: EntityManager, actor: Actor, card: CardRow | null): Promise<string> {
    if (!card || !actor.may('card.look_up', this.scopes.pathOf(card.grid_id))) return fail('CARD_NOT_RECOGNISED');
    const subject = { kind: 'card', id: card.id };
    await this.audit.record(tx, { actor, action: 'card.looked_up', subject, scopeId: card.grid_id });
    return card.id;
  }

  private async gridOfCard(tx: EntityManager, actor: Actor): Promise<string> {
    const place = actor.cardId ? await this.cards.placeOf(tx, actor.cardId) : null;
    return place?.gridId ?? fail('CARD_REVOKED');
  }

  private async gridOfPerson(tx: EntityManager, personId: string): Promise<string> {
    const home = await this.households.boundTo(tx, personId);
    const served = home ? [] : await this.teams.gridsOf(tx, personId);
    return (
      home?.gridId ?? served.find((grid) => grid.role === 'worker')?.gridId ?? served[0]?.gridId ?? fail('NOT_FOUND')
    );
  }

  private async page(tx: EntityManager, gridId: string): Promise<CardScanView> {
    const community = this.scopes.communityOf(gridId);
    return cardScanView({
      community,
      grid: this.scopes.view(gridId),
      team: (await this.teams.faces(tx, [gridId])).get(gridId),
      stations: await this.grids.stationsOf(tx, community.id),
    });
  }
}
