/** Reads and writes how long a community keeps personal words. */
import { Injectable } from '@nestjs/common';
import { KEPT_DAYS, RETAINED } from '@sevengrid/shared/identity/retention';
import type { Permission } from '@sevengrid/shared/kernel/permissions';
import type { CommunityQuery } from '@sevengrid/shared/identity/set-up.requests';
import type { WriteRetention } from '@sevengrid/shared/identity/retention.requests';
import { retentionRoutes } from '@sevengrid/shared/identity/retention.routes';
import type { RetentionList } from '@sevengrid/shared/identity/retention.views';
import { AuditLog } from '../platform/audit/audit-log';
import { inputFingerprint } from '../platform/database/fingerprint';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { Actor } from '../platform/http/actor';
import { fail } from '../platform/http/fail';
import { Retentions } from './retentions';
import { RuleKeepers } from './rule-keepers';

const EDITS: Permission = 'policy.edit';

@Injectable()
export class RetentionService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly keepers: RuleKeepers,
    private readonly retentions: Retentions,
    private readonly audit: AuditLog,
  ) {}

  read(actor: Actor, { communityId: id }: CommunityQuery): Promise<RetentionList> {
    const community = this.keepers.toRead(actor, EDITS, id);
    const communityId = community.id;
    return this.uow.read(async (tx) => {
      const items: RetentionList['items'] = [];
      for (const what of RETAINED) {
        const { least, most } = KEPT_DAYS[what];
        items.push({ what, days: await this.retentions.daysOf(tx, communityId, what), least, most });
      }
      return { communityId, editable: this.keepers.mayWrite(actor, EDITS, community), items };
    });
  }

  async write(actor: Actor, key: string, body: WriteRetention): Promise<RetentionList> {
    const communityId = this.keepers.toWrite(actor, EDITS, body.communityId).id;
    const { what, days } = body;
    const { least, most } = KEPT_DAYS[what];
    if (days < least || days > most)
      fail('RETENTION_OUT_OF_BOUNDS', { fields: [{ field: 'body.days', rules: ['bounds'] }] });
    const request = { actor, key, operation: retentionRoutes.write.name, fingerprint: inputFingerprint(body) };
    await this.uow.once(request, async (tx) => {
      await this.retentions.write(tx, communityId, what, days, actor.id);
      const subject = { kind: 'community', id: communityId };
      await this.audit.record(tx, {
        ...{ actor, action: 'retention.written', subject, scopeId: communityId },
        detail: { what, days },
      });
      return { communityId };
    });
    return this.read(actor, { communityId });
  }
}
