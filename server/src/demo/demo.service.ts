/** The demo: whom to try, a card to scan, and log-in without a password; it is not there at all outside demo mode. */
import { Injectable } from '@nestjs/common';
import type { DemoAccountView, DemoView, SessionView } from '@sevengrid/shared/identity/views';
import type { EntityManager } from 'typeorm';
import { CardDesk } from '../cards/card-desk';
import { Cards } from '../cards/cards';
import { GridTeams } from '../grids/grid-teams';
import { Households } from '../grids/households';
import { People } from '../identity/people';
import { Scopes } from '../identity/scopes';
import { Sessions } from '../identity/sessions';
import { Config } from '../platform/config/config';
import { one } from '../platform/database/sql';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { fail } from '../platform/http/fail';
import { DEMO_ACCOUNTS, type DemoAccount } from './demo-accounts';

@Injectable()
export class DemoService {
  constructor(
    private readonly config: Config,
    private readonly uow: UnitOfWork,
    private readonly people: People,
    private readonly scopes: Scopes,
    private readonly sessions: Sessions,
    private readonly teams: GridTeams,
    private readonly households: Households,
    private readonly cards: Cards,
    private readonly desk: CardDesk,
  ) {}

  show(): Promise<DemoView> {
    this.demandDemo();
    return this.uow.read(async (tx) => {
      await this.scopes.refresh(tx);
      const accounts: DemoAccountView[] = [];
      for (const known of DEMO_ACCOUNTS) {
        const id = await this.idOf(tx, known.account);
        if (id) accounts.push(await this.view(tx, known, id));
      }
      return { accounts, cardUrl: await this.cardUrl(tx) };
    });
  }

  logIn(account: string): Promise<SessionView> {
    this.demandDemo();
    return this.uow.run(async (tx) => {
      const id = (await this.idOf(tx, account)) ?? fail('NOT_FOUND');
      return this.sessions.openForPerson(tx, id);
    });
  }

  private demandDemo(): void {
    if (!this.config.demo) fail('NOT_FOUND');
  }

  /** Only people who were invented for the demo. */
  private async idOf(tx: EntityManager, account: string): Promise<string | null> {
    const sql = 'SELECT id FROM person WHERE account = ? AND demo = 1 AND disabled_at IS NULL';
    return (await one<{ id: string }>(tx, sql, [account]))?.id ?? null;
  }

  private async view(tx: EntityManager, { account, role }: DemoAccount, id: string): Promise<DemoAccountView> {
    const name = (await this.people.name(tx, id)) ?? account;
    const served = await this.teams.gridsOf(tx, id);
    const gridId = served[0]?.gridId ?? (await this.households.boundTo(tx, id))?.gridId;
    const grid = gridId ? this.scopes.view(gridId)?.name : undefined;
    return grid ? { account, role, name, grid } : { account, role, name };
  }

  /** The card of the first account's household. */
  private async cardUrl(tx: EntityManager): Promise<string> {
    const id = await this.idOf(tx, DEMO_ACCOUNTS[0]?.account ?? '');
    const home = id ? await this.households.boundTo(tx, id) : null;
    const card = home && (await this.cards.activeOf(tx, home.id));
    return card ? this.desk.urlOf(card.token_enc) : fail('NOT_FOUND');
  }
}
