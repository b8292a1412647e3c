/** What a filing goes by at its moment: its category, the instant, and the deadlines and calendar then in force. */
import type { EntityManager } from 'typeorm';
import type { CategoryView } from '@sevengrid/shared/tickets/views';
import { one } from '../platform/database/sql';
import { categoryView, type CategoryRow } from './categories';

export interface FilingTerms {
  category: CategoryView;
  /** Milliseconds UTC. */
  now: number;
  policyVersion: number;
  calendarRevision: number;
}

type TermsRow = CategoryRow & { now: Date; policy_version: number | null; calendar_revision: number | null };

/** In one statement; null where the community has no such category that one can choose. */
export async function termsOfFiling(
  tx: EntityManager,
  communityId: string,
  categoryId: string,
): Promise<FilingTerms | null> {
  const row = await one<TermsRow>(
    tx,
    `SELECT tc.*, NOW(3) AS now,
       (SELECT MAX(v.version) FROM deadline_version v WHERE v.community_id = tc.community_id AND v.valid_from <= NOW(3))
         AS policy_version,
       (SELECT c.revision FROM work_calendar c WHERE c.community_id = tc.community_id) AS calendar_revision
     FROM ticket_category tc WHERE tc.id = ? AND tc.community_id = ? AND tc.retired_at IS NULL`,
    [categoryId, communityId],
  );
  if (!row) return null;
  const { now, policy_version: policyVersion, calendar_revision: calendarRevision } = row;
  return {
    category: categoryView(row),
    now: now.getTime(),
    policyVersion: policyVersion ?? 0,
    calendarRevision: calendarRevision ?? 0,
  };
}
