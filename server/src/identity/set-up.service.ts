/** The checklist of a community that is being set up, and what identity has to say on it. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { CommunityQuery } from '@sevengrid/shared/identity/set-up.requests';
import type { SetUpView } from '@sevengrid/shared/identity/set-up.views';
import type { EntityManager } from 'typeorm';
import { one } from '../platform/database/sql';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { Actor } from '../platform/http/actor';
import { Governing } from './governing';
import { People } from './people';
import { GRANT_HOLDS } from './rights';
import { Scopes } from './scopes';
import { SetUpChecks, each, needed, wished, type Check } from './set-up-checks';

@Injectable()
export class SetUpService implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly scopes: Scopes,
    private readonly governing: Governing,
    private readonly checks: SetUpChecks,
    private readonly people: People,
  ) {}

  onModuleInit(): void {
    this.checks.register((tx, communityId) => this.look(tx, communityId));
  }

  checklist(actor: Actor, { communityId }: CommunityQuery): Promise<SetUpView> {
    const all = this.governing.communities(actor);
    const communities = all.flatMap((id) => this.scopes.view(id) ?? []);
    const none = all.length === 0 && communityId === undefined;
    const id = none ? null : this.governing.community(actor, communityId).id;
    return this.uow.read(async (tx) => ({
      communities,
      community: id === null ? null : this.scopes.view(id),
      steps: id === null ? [] : await this.checks.of(tx, id),
    }));
  }

  private async look(tx: EntityManager, communityId: string): ReturnType<Check> {
    const { officePhone } = this.scopes.communityOf(communityId);
    const leads = await this.people.holding(tx, 'ticket.decline', communityId);
    const bodies = await one<{ n: number; answered: number }>(
      tx,
      `SELECT COUNT(*) AS n, COALESCE(SUM(EXISTS (SELECT 1 FROM role_grant rg JOIN scope sc ON sc.id = rg.scope_id
         JOIN person p ON p.id = rg.person_id
         WHERE rg.organisation_id = o.id AND p.disabled_at IS NULL AND ${GRANT_HOLDS})), 0) AS answered
       FROM organisation o WHERE o.kind = 'partner' AND o.scope_id = ? AND o.retired_at IS NULL`,
      [communityId],
    );
    const [known, answered] = [bodies?.n ?? 0, Number(bodies?.answered ?? 0)];
    return {
      community: needed(officePhone === '' ? 0 : 1),
      leads: wished(leads.length),
      bodies: known === 0 ? wished(0) : each(answered, known, 'advised'),
    };
  }
}
