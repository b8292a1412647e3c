/** What the contact of a unit sees: the totals of their own unit, and who ask to be members of it. */
import { Injectable } from '@nestjs/common';
import { PAGE_SIZE } from '@sevengrid/shared/kernel/page';
import type { MemberRequestQuery } from '@sevengrid/shared/volunteering/members.requests';
import type { MemberRequestPage } from '@sevengrid/shared/volunteering/members.views';
import type { OwnUnitList, OwnUnitView } from '@sevengrid/shared/volunteering/units.views';
import type { EntityManager } from 'typeorm';
import { Scopes } from '../identity/scopes';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { Actor } from '../platform/http/actor';
import { MemberLists } from './member-lists';
import { UnitFigures } from './unit-figures';
import { Units } from './units';

interface Answered {
  unitId: string;
  communityId: string;
}

@Injectable()
export class OwnUnitsService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly scopes: Scopes,
    private readonly units: Units,
    private readonly figures: UnitFigures,
    private readonly lists: MemberLists,
  ) {}

  list(actor: Actor): Promise<OwnUnitList> {
    return this.uow.read(async (tx) => {
      const own = answeredBy(actor);
      const names = await this.units.names(
        tx,
        own.map(({ unitId }) => unitId),
      );
      const items: OwnUnitView[] = [];
      for (const { unitId, communityId } of own) {
        const name = names.get(unitId);
        const figures = (await this.figures.of(tx, [unitId], communityId)).get(unitId);
        if (!name || !figures) continue;
        const communityName = this.scopes.view(communityId)?.name ?? '';
        items.push({ id: unitId, name, communityId, communityName, ...figures });
      }
      return { items };
    });
  }

  requests(actor: Actor, { cursor, limit = PAGE_SIZE }: MemberRequestQuery): Promise<MemberRequestPage> {
    return this.uow.read((tx) => this.page(tx, answeredBy(actor), cursor, limit));
  }

  private async page(
    tx: EntityManager,
    own: readonly Answered[],
    cursor: string | undefined,
    limit: number,
  ): Promise<MemberRequestPage> {
    if (own.length === 0) return { items: [], nextCursor: null };
    const each = own.map(() => "(m.community_id = ? AND m.unit_id = ? AND m.state = 'asked')").join(' OR ');
    const params = own.flatMap(({ unitId, communityId }) => [communityId, unitId]);
    const { found, next } = await this.lists.page(tx, { sql: `(${each})`, params }, { cursor, limit });
    return { items: await this.lists.requests(tx, found), nextCursor: next };
  }
}

/** For which units, and in which communities, somebody answers today. */
function answeredBy({ grants }: Actor): Answered[] {
  return grants.flatMap(({ scopeId, organisationId, permissions }) =>
    organisationId !== null && permissions.has('unit.read_own')
      ? [{ unitId: organisationId, communityId: scopeId }]
      : [],
  );
}
