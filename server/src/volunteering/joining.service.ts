/** Reporting as a member: the person asks, and the list, the community or the unit’s contact confirms. */
import { Injectable } from '@nestjs/common';
import type { CommunityQuery } from '@sevengrid/shared/identity/set-up.requests';
import type { RefuseMember, ReportAsMember } from '@sevengrid/shared/volunteering/members.requests';
import { memberRoutes } from '@sevengrid/shared/volunteering/members.routes';
import type {
  DecidedMemberView,
  MyMembershipAnswer,
  MyMembershipView,
} from '@sevengrid/shared/volunteering/members.views';
import type { EntityManager } from 'typeorm';
import { Scopes, type Community } from '../identity/scopes';
import { AuditLog } from '../platform/audit/audit-log';
import { FieldCipher } from '../platform/database/field-cipher';
import { inputFingerprint } from '../platform/database/fingerprint';
import { one } from '../platform/database/sql';
import { Texts } from '../platform/database/texts';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { Actor } from '../platform/http/actor';
import { fail } from '../platform/http/fail';
import { MemberLists } from './member-lists';
import { MEMBER, MemberRows, type MemberRow } from './member-rows';
import { UnitRows } from './unit-rows';
import { decidedView, myMembershipView } from './volunteering.views';

const ASKS_A_DAY = 5;

/** The one that counts before those that are over. */
const LATEST = `${MEMBER} WHERE m.person_id = ? AND m.community_id = ?
  ORDER BY m.sole_person IS NULL, m.decided_at DESC, m.id DESC LIMIT 1`;

@Injectable()
export class JoiningService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly scopes: Scopes,
    private readonly members: MemberRows,
    private readonly lists: MemberLists,
    private readonly units: UnitRows,
    private readonly cipher: FieldCipher,
    private readonly texts: Texts,
    private readonly audit: AuditLog,
  ) {}

  mine(actor: Actor, { communityId }: CommunityQuery): Promise<MyMembershipAnswer> {
    return this.uow.read(async (tx) => {
      const community = this.community(actor, communityId);
      const row = community && (await one<MemberRow>(tx, LATEST, [actor.id, community.id]));
      return { membership: row && (await this.mineView(tx, row)) };
    });
  }

  async ask(actor: Actor, key: string, body: ReportAsMember): Promise<MyMembershipView> {
    // Keyed, since a bare hash of a name and a phone would be something to guess against.
    const fingerprint = this.cipher.blindIndex('membership', inputFingerprint(body));
    const { id } = await this.uow.once({ actor, key, operation: memberRoutes.ask.name, fingerprint }, async (tx) => {
      const community = this.community(actor, body.communityId) ?? fail('NOT_FOUND');
      if (!(await this.units.lockReporting(tx, body.unitId, community.id, 'LOCK IN SHARE MODE')))
        fail('UNIT_NOT_REPORTING', { fields: [{ field: 'body.unitId', rules: ['isIn'] }] });
      if (await this.members.ofPerson(tx, community.id, actor.id)) fail('MEMBERSHIP_HELD');
      await this.demandSeldom(tx, actor);
      const listed = await this.listedAs(tx, actor, community.id, body);
      if (listed) {
        await this.members.claim(tx, listed, actor.id);
        await this.note(tx, actor, 'member.claimed', listed.id, community.id);
        return { id: listed.id };
      }
      const of = { communityId: community.id, unitId: body.unitId, personId: actor.id };
      return { id: await this.members.ask(tx, of, body) };
    });
    return this.uow.read(async (tx) => this.mineView(tx, (await this.members.find(tx, id)) ?? fail('NOT_FOUND')));
  }

  async withdraw(actor: Actor, key: string, { communityId }: CommunityQuery): Promise<MyMembershipAnswer> {
    const fingerprint = inputFingerprint({ communityId });
    await this.uow.once({ actor, key, operation: memberRoutes.withdraw.name, fingerprint }, async (tx) => {
      const community = this.community(actor, communityId);
      const row = community && (await this.members.ofPerson(tx, community.id, actor.id));
      if (row?.state !== 'asked') return fail('MEMBERSHIP_OVER');
      await this.members.end(tx, row);
      return { id: row.id };
    });
    return this.mine(actor, { communityId });
  }

  confirm(actor: Actor, key: string, id: string): Promise<DecidedMemberView> {
    const operation = memberRoutes.confirm.name;
    return this.decide(actor, key, { id, operation, input: { id } }, async (tx, row) => {
      const personId = row.person_id ?? '';
      const known = await this.members.byPhone(tx, row.community_id, row.phone_idx);
      if (known && (known.person_id !== null || known.unit_id !== row.unit_id)) return fail('MEMBER_KNOWN');
      if (known) {
        // First the request, since a person is a member once.
        await this.members.drop(tx, row);
        await this.members.claim(tx, known, personId);
      } else if (!(await this.members.admit(tx, row, actor.id))) return fail('MEMBER_KNOWN');
      await this.note(tx, actor, 'member.confirmed', known?.id ?? id, row.community_id);
      return known?.id ?? id;
    });
  }

  refuse(actor: Actor, key: string, id: string, body: RefuseMember): Promise<DecidedMemberView> {
    const operation = memberRoutes.refuse.name;
    return this.decide(actor, key, { id, operation, input: { id, body } }, async (tx, row) => {
      const { ref } = await this.texts.put(tx, body.reason.trim());
      await this.members.refuse(tx, row, actor.id, ref);
      await this.note(tx, actor, 'member.refused', id, row.community_id);
      return id;
    });
  }

  /** Locks the request, and lets `act` decide it if nobody has; nobody decides their own. */
  private async decide(
    actor: Actor,
    key: string,
    { id, operation, input }: { id: string; operation: string; input: object },
    act: (tx: EntityManager, row: MemberRow) => Promise<string>,
  ): Promise<DecidedMemberView> {
    const { made } = await this.uow.once(
      { actor, key, operation, fingerprint: inputFingerprint(input) },
      async (tx) => {
        const row = await this.members.lock(tx, id);
        if (!row || !this.mayDecide(actor, row)) return fail('NOT_FOUND');
        if (row.person_id === actor.id) return fail('NOT_ALLOWED');
        if (row.state !== 'asked') return fail('MEMBERSHIP_OVER');
        return { made: await act(tx, row) };
      },
    );
    return this.uow.read(async (tx) => {
      const row = (await this.members.find(tx, made)) ?? fail('NOT_FOUND');
      return decidedView(row, await this.lists.reader(tx, [row]));
    });
  }

  private mayDecide(actor: Actor, { community_id, unit_id }: MemberRow): boolean {
    if (actor.may('unit.edit', this.scopes.pathOf(community_id))) return true;
    return actor.grants.some(
      ({ scopeId, organisationId, permissions }) =>
        scopeId === community_id && organisationId === unit_id && permissions.has('unit.read_own'),
    );
  }

  /** The row of the list that is surely theirs: the phone is the one that a grid worker confirmed, the name is the same. */
  private async listedAs(
    tx: EntityManager,
    actor: Actor,
    communityId: string,
    { unitId, name, phone }: ReportAsMember,
  ): Promise<MemberRow | null> {
    const index = this.cipher.phoneIndex(phone);
    const own = await one<{ phone_idx: string | null }>(tx, 'SELECT phone_idx FROM person WHERE id = ?', [actor.id]);
    if (own?.phone_idx !== index) return null;
    const listed = await this.members.byPhone(tx, communityId, index);
    if (!listed || listed.person_id !== null || listed.unit_id !== unitId) return null;
    return listed.name_idx === this.members.nameIndex(name.trim()) ? listed : null;
  }

  private async demandSeldom(tx: EntityManager, actor: Actor): Promise<void> {
    const today = await one<{ n: number }>(
      tx,
      'SELECT COUNT(*) AS n FROM membership WHERE person_id = ? AND asked_at > NOW(3) - INTERVAL 1 DAY',
      [actor.id],
    );
    if ((today?.n ?? 0) >= ASKS_A_DAY) fail('TOO_OFTEN', { retryAfter: 86_400 });
  }

  private community(actor: Actor, id?: string): Community | null {
    const found = this.scopes.communityOfActor(actor, id);
    return found === null && id !== undefined ? fail('NOT_FOUND') : found;
  }

  private async mineView(tx: EntityManager, row: MemberRow): Promise<MyMembershipView> {
    const reasons = await this.texts.read(tx, row.refused_ref ? [row.refused_ref] : []);
    const because = row.refused_ref ? (reasons.get(row.refused_ref) ?? null) : null;
    return myMembershipView(row, await this.lists.reader(tx, [row]), because);
  }

  private note(tx: EntityManager, actor: Actor, action: string, id: string, scopeId: string): Promise<void> {
    return this.audit.record(tx, { actor, action, subject: { kind: 'member', id }, scopeId });
  }
}
