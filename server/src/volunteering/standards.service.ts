/** What activities are made by: kinds of service, and the rules by which they are counted, as the community writes them. */
import { Injectable } from '@nestjs/common';
import type { CommunityQuery } from '@sevengrid/shared/identity/set-up.requests';
import type { Permission } from '@sevengrid/shared/kernel/permissions';
import type { AddServiceKind, WriteServiceKind } from '@sevengrid/shared/volunteering/kinds.requests';
import type {
  KeptServiceKindList,
  KeptServiceKindView,
  ServiceKindList,
} from '@sevengrid/shared/volunteering/kinds.views';
import { SEEDED_RULE } from '@sevengrid/shared/volunteering/rules';
import type { WriteVolunteeringRule } from '@sevengrid/shared/volunteering/rules.requests';
import type { VolunteeringRulesView } from '@sevengrid/shared/volunteering/rules.views';
import { serviceKindRoutes, volunteeringRuleRoutes } from '@sevengrid/shared/volunteering/standards.routes';
import type { EntityManager } from 'typeorm';
import { RegisterKeepers } from '../grids/register-keepers';
import { People } from '../identity/people';
import { RuleKeepers } from '../identity/rule-keepers';
import { Scopes, type Community } from '../identity/scopes';
import { AuditLog } from '../platform/audit/audit-log';
import { inputFingerprint } from '../platform/database/fingerprint';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { Actor } from '../platform/http/actor';
import { fail } from '../platform/http/fail';
import { Rules } from './rules';
import { ServiceKinds } from './service-kinds';
import { isStanding, keptKindView, kindView } from './volunteering.views';

const OF_POLICY: Permission = 'policy.edit';

@Injectable()
export class StandardsService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly scopes: Scopes,
    private readonly keepers: RegisterKeepers,
    private readonly ruleKeepers: RuleKeepers,
    private readonly people: People,
    private readonly kinds: ServiceKinds,
    private readonly rules: Rules,
    private readonly audit: AuditLog,
  ) {}

  list(actor: Actor, { communityId }: CommunityQuery): Promise<ServiceKindList> {
    return this.uow.read(async (tx) => {
      const community = this.scopes.communityOfActor(actor, communityId);
      if (!community && communityId !== undefined) fail('NOT_FOUND');
      return { items: community ? (await this.kinds.of(tx, community.id)).map(kindView) : [] };
    });
  }

  kept(actor: Actor, { communityId }: CommunityQuery): Promise<KeptServiceKindList> {
    const community = this.keepers.communityFor(actor, 'unit.edit', communityId);
    return this.uow.read(async (tx) => ({ items: (await this.kinds.all(tx, community.id)).map(keptKindView) }));
  }

  async add(actor: Actor, key: string, body: AddServiceKind): Promise<KeptServiceKindView> {
    const community = this.keepers.communityFor(actor, 'unit.edit', body.communityId);
    const request = { actor, key, operation: serviceKindRoutes.add.name, fingerprint: inputFingerprint(body) };
    const { id } = await this.uow.once(request, async (tx) => {
      const made = await this.kinds.add(tx, community.id, body.name);
      await this.noteKind(tx, actor, 'kind.added', made, community.id);
      return { id: made };
    });
    return this.kind(id);
  }

  async write(actor: Actor, key: string, id: string, body: WriteServiceKind): Promise<KeptServiceKindView> {
    const request = {
      actor,
      key,
      operation: serviceKindRoutes.write.name,
      fingerprint: inputFingerprint({ id, body }),
    };
    await this.uow.once(request, async (tx) => {
      const kind = (await this.kinds.find(tx, id)) ?? fail('NOT_FOUND');
      if (!actor.may('unit.edit', this.scopes.pathOf(kind.communityId))) fail('NOT_FOUND');
      if (body.retired && isStanding(kind)) fail('KIND_STANDS');
      if (!(await this.kinds.write(tx, id, body))) fail('CHANGED_MEANWHILE');
      await this.noteKind(tx, actor, body.retired ? 'kind.retired' : 'kind.written', id, kind.communityId);
      return { id };
    });
    return this.kind(id);
  }

  readRules(actor: Actor, { communityId }: CommunityQuery): Promise<VolunteeringRulesView> {
    const community = this.ruleKeepers.toRead(actor, OF_POLICY, communityId);
    return this.uow.read((tx) => this.rulesView(tx, actor, community));
  }

  async writeRules(actor: Actor, key: string, body: WriteVolunteeringRule): Promise<VolunteeringRulesView> {
    const { id: communityId } = this.ruleKeepers.toWrite(actor, OF_POLICY, body.communityId);
    if (body.pointsADay < body.points)
      fail('RULE_CONTRADICTS', { fields: [{ field: 'body.pointsADay', rules: ['min'] }] });
    const operation = volunteeringRuleRoutes.write.name;
    await this.uow.once({ actor, key, operation, fingerprint: inputFingerprint(body) }, async (tx) => {
      const { basedOn, ...rule } = body;
      const { version } = await this.rules.inForce(tx, communityId);
      if (
        version !== basedOn ||
        !(await this.rules.write(tx, communityId, { ...rule, version: version + 1 }, actor.id))
      )
        fail('CHANGED_MEANWHILE');
      const subject = { kind: 'scope', id: communityId };
      await this.audit.record(tx, { actor, action: 'rule.written', subject, scopeId: communityId });
      return { version: version + 1 };
    });
    return this.readRules(actor, { communityId });
  }

  private kind(id: string): Promise<KeptServiceKindView> {
    return this.uow.read(async (tx) => keptKindView((await this.kinds.find(tx, id)) ?? fail('NOT_FOUND')));
  }

  private async rulesView(tx: EntityManager, actor: Actor, community: Community): Promise<VolunteeringRulesView> {
    const written = await this.rules.versions(tx, community.id);
    const names = await this.people.displayNames(
      tx,
      written.map(({ writtenBy }) => writtenBy),
    );
    const versions = written.map(({ writtenBy, validFrom, ...rule }) => {
      return { ...rule, validFrom: validFrom.toISOString(), writtenByName: names.get(writtenBy) ?? null };
    });
    return {
      ...{ communityId: community.id, editable: this.ruleKeepers.mayWrite(actor, OF_POLICY, community) },
      rule: await this.rules.inForce(tx, community.id),
      versions: [...versions, { ...SEEDED_RULE, validFrom: null, writtenByName: null }],
    };
  }

  private noteKind(tx: EntityManager, actor: Actor, action: string, id: string, scopeId: string): Promise<void> {
    return this.audit.record(tx, { actor, action, subject: { kind: 'service_kind', id }, scopeId });
  }
}
