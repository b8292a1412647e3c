/** Reads and writes how long a community keeps personal words. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { FORGOTTEN, KEPT_DAYS, RETAINED } from '@sevengrid/shared/identity/retention';
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
import { KEYS_JOB, KEYS_KEPT_DAYS } from '../platform/jobs/forget-old-keys';
import { Leases } from '../platform/jobs/leases';
import { Retentions } from './retentions';
import { RuleKeepers } from './rule-keepers';

const EDITS: Permission = 'policy.edit';

@Injectable()
export class RetentionService implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly keepers: RuleKeepers,
    private readonly retentions: Retentions,
    private readonly leases: Leases,
    private readonly audit: AuditLog,
  ) {}

  /** The platform imports no domain, so its part is said here. */
  onModuleInit(): void {
    this.retentions.registerAlways({ what: 'request_keys', hours: KEYS_KEPT_DAYS * 24, job: KEYS_JOB });
  }

  read(actor: Actor, { communityId: id }: CommunityQuery): Promise<RetentionList> {
    const community = this.keepers.toRead(actor, EDITS, id);
    const communityId = community.id;
    return this.uow.read(async (tx) => {
      const known = FORGOTTEN.map((what) => this.retentions.forgetting(what));
      const jobs = [...known.map(({ job }) => job), ...RETAINED.map((what) => this.retentions.jobOf(what))];
      const ran = await this.leases.ranAt(tx, jobs);
      const ranAt = (job: string): string | null => ran.get(job)?.toISOString() ?? null;
      const items: RetentionList['items'] = [];
      for (const what of RETAINED) {
        const days = await this.retentions.daysOf(tx, communityId, what);
        items.push({ what, days, ...KEPT_DAYS[what], ranAt: ranAt(this.retentions.jobOf(what)) });
      }
      const always = known.map(({ what, hours, job }) => ({ what, hours, ranAt: ranAt(job) }));
      return { communityId, editable: this.keepers.mayWrite(actor, EDITS, community), items, always };
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
