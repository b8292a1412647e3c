/** The rows of agreements: what is in force and spent, and each version as it was signed. */
import type { AgreementState, AgreementTermsView, AgreementView } from '@sevengrid/shared/rewards/merchants.views';
import type { EntityManager } from 'typeorm';
import { People } from '../identity/people';
import { todayOf } from '../identity/today';
import type { FieldCipher } from '../platform/database/field-cipher';
import { change, rows } from '../platform/database/sql';

interface VersionRow {
  agreement_id: string;
  version: number;
  starts_on: string;
  ends_on: string;
  budget_pt: number | null;
  budget_fen: number | null;
  reference: string;
  signed_by_enc: Buffer;
  signed_on: string;
  recorded_by: string;
  at: Date;
}

interface AgreementRow {
  id: string;
  merchant_id: string;
  community_id: string;
  used_pt: number;
  used_fen: number;
  state: AgreementState;
}

const DAY = (column: string): string => `DATE_FORMAT(${column}, '%Y-%m-%d')`;

const STATE = `CASE WHEN a.starts_on > ${todayOf('sc')} THEN 'coming' WHEN a.ends_on < ${todayOf('sc')} THEN 'over'
  ELSE 'running' END`;

/** By merchant: its agreements with these communities, or the one of `only`; newest first, each with all its versions. */
export async function agreementsOf(
  tx: EntityManager,
  { people, cipher }: { people: People; cipher: FieldCipher },
  {
    merchantIds,
    communityIds,
    only,
  }: { merchantIds: readonly string[]; communityIds: readonly string[]; only?: string },
): Promise<Map<string, AgreementView[]>> {
  const found = new Map<string, AgreementView[]>(merchantIds.map((id) => [id, []]));
  if (merchantIds.length === 0 || communityIds.length === 0) return found;
  const agreements = await rows<AgreementRow>(
    tx,
    `SELECT a.id, a.merchant_id, a.community_id, a.used_pt, a.used_fen, ${STATE} AS state
     FROM agreement a JOIN scope sc ON sc.id = a.community_id
     WHERE a.merchant_id IN (?) AND a.community_id IN (?)${only ? ' AND a.id = ?' : ''} ORDER BY a.id DESC`,
    [[...merchantIds], [...communityIds], ...(only ? [only] : [])],
  );
  const versions = await versionsOf(
    tx,
    agreements.map(({ id }) => id),
  );
  const names = await people.displayNames(
    tx,
    versions.map((row) => row.recorded_by),
  );
  for (const row of agreements) {
    const own = versions.filter(({ agreement_id: id }) => id === row.id);
    const [current, ...earlier] = own.map((version) => termsView(version, cipher, names));
    if (current) found.get(row.merchant_id)?.push({ ...headOf(row), ...current, earlier });
  }
  return found;
}

const headOf = (row: AgreementRow): Pick<AgreementView, 'id' | 'communityId' | 'state' | 'usedPt' | 'usedFen'> => ({
  ...{ id: row.id, communityId: row.community_id, state: row.state },
  ...{ usedPt: Number(row.used_pt), usedFen: Number(row.used_fen) },
});

const numberOrNull = (value: number | null): number | null => (value === null ? null : Number(value));

const termsView = (row: VersionRow, cipher: FieldCipher, names: ReadonlyMap<string, string>): AgreementTermsView => ({
  version: row.version,
  ...{ from: row.starts_on, to: row.ends_on },
  ...{ budgetPt: numberOrNull(row.budget_pt), budgetFen: numberOrNull(row.budget_fen) },
  ...{ reference: row.reference, signedBy: cipher.open(row.signed_by_enc), signedOn: row.signed_on },
  ...{ recordedAt: row.at.toISOString(), recordedBy: names.get(row.recorded_by) ?? null },
});

async function versionsOf(tx: EntityManager, agreementIds: readonly string[]): Promise<VersionRow[]> {
  if (agreementIds.length === 0) return [];
  return rows<VersionRow>(
    tx,
    `SELECT v.agreement_id, v.version, ${DAY('v.starts_on')} AS starts_on, ${DAY('v.ends_on')} AS ends_on, v.budget_pt,
       v.budget_fen, v.reference, v.signed_by_enc, ${DAY('v.signed_on')} AS signed_on, v.recorded_by, v.at
     FROM agreement_version v WHERE v.agreement_id IN (?) ORDER BY v.version DESC`,
    [[...agreementIds]],
  );
}

/**
 * Counts what was given under an agreement, or taken back where the amounts are negative; last in the order of locks.
 * False where its budget does not reach.
 */
export async function spendOf(
  tx: EntityManager,
  agreementId: string,
  { points, fen }: { points: number; fen: number },
): Promise<boolean> {
  const done = await change(
    tx,
    `UPDATE agreement SET used_pt = used_pt + ?, used_fen = used_fen + ? WHERE id = ?
       AND (? <= 0 OR budget_pt IS NULL OR used_pt + ? <= budget_pt)
       AND (? <= 0 OR budget_fen IS NULL OR used_fen + ? <= budget_fen)`,
    [points, fen, agreementId, points, points, fen, fen],
  );
  return done === 1;
}
