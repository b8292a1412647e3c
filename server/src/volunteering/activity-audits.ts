/** What `npm run audit` checks of activities: every award is of one attendance and says the same, nobody was in two places, nobody gave to themself. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Audits, type AuditResult } from '../platform/audit/audits';
import { one, rows } from '../platform/database/sql';
import { awardedAfter, type Awarded } from '../points/awarded';
import { LedgerAudits } from '../points/ledger-audits';

const BATCH = 500;

interface Row {
  id: string;
  personId: string;
  unitId: string | null;
  minutes: number | null;
  points: number | null;
  unitPoints: number | null;
  journalId: string | null;
  reversalId: string | null;
  stage: string;
  planned: number;
}

const ROW = `SELECT a.id, a.person_id AS personId, a.unit_id AS unitId, a.minutes, a.points, a.unit_points AS unitPoints,
    a.journal_id AS journalId, a.reversal_id AS reversalId, y.stage,
    TIMESTAMPDIFF(MINUTE, y.starts_at, y.ends_at) AS planned
  FROM attendance a JOIN activity y ON y.id = a.activity_id`;

/** The first thing in which an attendance and its award differ. */
function differs(of: Row | undefined, award: Awarded): string | null {
  if (!of) return 'is of no attendance';
  const pairs: readonly (readonly [string, string | number | null, string | number | null])[] = [
    ['the journal', of.journalId, award.journalId],
    // Nobody has a side in a journal that moved nothing.
    ['the person', award.personId === null ? null : of.personId, award.personId],
    ['the points', of.points, award.points],
    ['the minutes', of.minutes, award.minutes],
    ['the unit', award.unitId === null ? null : of.unitId, award.unitId],
    ['the unit’s points', of.unitPoints, award.unitPoints],
    ['the unit’s minutes', of.unitId === null ? 0 : of.minutes, award.unitMinutes],
    ['what was taken back', of.reversalId, award.reversedBy],
  ];
  const different = pairs.find(([, mine, theirs]) => mine !== theirs);
  if (different) return `${different[0]}: the attendance says ${different[1]}, the ledger ${different[2]}`;
  if (award.actorId === of.personId) return 'was given by whom it was given to (I14)';
  if ((of.minutes ?? 0) > of.planned) return 'has more minutes than were planned (I10)';
  return of.stage === 'settled' ? null : `is of an activity that is ${of.stage}`;
}

@Injectable()
export class ActivityAudits implements OnModuleInit {
  constructor(
    private readonly audits: Audits,
    private readonly ledgerAudits: LedgerAudits,
  ) {}

  onModuleInit(): void {
    // `npm run audit` asks the ledger, which asks these.
    const awards = 'I8, I14 awards are what attendances say';
    this.ledgerAudits.register({ name: awards, run: (tx) => this.checkAwards(tx) });
    this.ledgerAudits.register({ name: 'I10 nobody was in two places', run: (tx) => this.checkPlaces(tx) });
    this.audits.register({ name: 'places taken are those signed up for', run: (tx) => this.checkSignUps(tx) });
  }

  /** One award for each attendance that has one, and the other way round. */
  private async checkAwards(tx: EntityManager): Promise<AuditResult> {
    let walked = 0;
    for (let after = ''; ;) {
      const awards = await awardedAfter(tx, 'attendance', after, BATCH);
      const ids = awards.map(({ causeId }) => causeId);
      const found = ids.length > 0 ? await rows<Row>(tx, `${ROW} WHERE a.id IN (?)`, [ids]) : [];
      const byId = new Map(found.map((row) => [row.id, row]));
      for (const award of awards) {
        const wrong = differs(byId.get(award.causeId), award);
        if (wrong) return { walked, broken: `attendance ${award.causeId}: award ${award.journalId} ${wrong}` };
        walked += 1;
      }
      if (awards.length < BATCH) break;
      after = ids.at(-1) ?? '';
    }
    const counted = await one<{ n: number }>(tx, 'SELECT COUNT(*) AS n FROM attendance WHERE journal_id IS NOT NULL');
    const awarded = Number(counted?.n ?? 0);
    const broken =
      awarded === walked ? null : `${awarded} attendances say that they were awarded, the ledger ${walked}`;
    return { walked, broken };
  }

  private async checkPlaces(tx: EntityManager): Promise<AuditResult> {
    const twice = await one<{ id: string; other: string }>(
      tx,
      `SELECT a.id, b.id AS other FROM attendance a JOIN attendance b ON b.person_id = a.person_id
         AND b.from_at < a.to_at AND b.to_at > a.from_at AND b.activity_id > a.activity_id
       WHERE a.tick <> 'no' AND b.tick <> 'no' AND a.to_at > a.from_at AND b.to_at > b.from_at
       ORDER BY a.id LIMIT 1`,
    );
    const walked = Number((await one<{ n: number }>(tx, 'SELECT COUNT(*) AS n FROM attendance'))?.n ?? 0);
    return { walked, broken: twice && `attendance ${twice.id} is at the time of attendance ${twice.other}` };
  }

  private async checkSignUps(tx: EntityManager): Promise<AuditResult> {
    const wrong = await one<{ id: string; signed: number; n: number }>(
      tx,
      `SELECT y.id, y.signed, COUNT(s.id) AS n FROM activity y
       LEFT JOIN activity_sign_up s ON s.activity_id = y.id AND s.state = 'in'
       GROUP BY y.id, y.signed HAVING y.signed <> COUNT(s.id) ORDER BY y.id LIMIT 1`,
    );
    const walked = Number((await one<{ n: number }>(tx, 'SELECT COUNT(*) AS n FROM activity'))?.n ?? 0);
    return { walked, broken: wrong && `activity ${wrong.id}: ${wrong.signed} places are taken by ${wrong.n}` };
  }
}
