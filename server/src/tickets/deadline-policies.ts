/** The deadlines of a community, by version: a ticket keeps the version under which it was opened. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  SEEDED_POLICY,
  type ClockRule,
  type ClockRules,
  type MarkRule,
  type Policy,
} from '@sevengrid/shared/tickets/deadlines';
import { CLOCKS, GRADES, type ClockName, type Grade, type Span } from '@sevengrid/shared/tickets/terms';
import { change, json, one, rows } from '../platform/database/sql';
import { rulesFor, type Terms } from './due-dates';
import { WorkingCalendars } from './working-calendars';

/** Rules for all matters, and those that one kind of matter has of its own. */
export interface PolicyBook {
  policy: Policy;
  byCategory: ReadonlyMap<string, Readonly<Partial<Record<Grade, ClockRules>>>>;
}

export interface PolicyVersion {
  version: number;
  validFrom: Date;
  writtenBy: string;
}

interface RuleRow {
  category_id: string;
  grade: Grade;
  clock: ClockName;
  amount: number;
  unit: Span['unit'];
  cap_days: number | null;
  marks: string | MarkRule[];
  when_needed: number;
}

const SEEDED: PolicyBook = { policy: SEEDED_POLICY, byCategory: new Map() };

const ruleOf = (row: RuleRow): ClockRule => ({
  span: { amount: row.amount, unit: row.unit },
  marks: json(row.marks),
  ...(row.cap_days === null ? {} : { capDays: row.cap_days }),
  ...(row.when_needed ? { whenNeeded: true } : {}),
});

function bookOf(found: readonly RuleRow[]): PolicyBook {
  const of = (categoryId: string): Record<Grade, ClockRules> => {
    const rules: Record<Grade, Partial<Record<ClockName, ClockRule>>> = { G0: {}, G1: {}, G2: {}, G3: {} };
    for (const row of found) if (row.category_id === categoryId) rules[row.grade][row.clock] = ruleOf(row);
    return rules;
  };
  const categories = new Set(found.map((row) => row.category_id).filter((id) => id !== ''));
  return { policy: of(''), byCategory: new Map([...categories].map((id) => [id, of(id)])) };
}

@Injectable()
export class DeadlinePolicies {
  /** A version never changes once written, so what was read stays true. */
  private readonly known = new Map<string, PolicyBook>();

  constructor(private readonly calendars: WorkingCalendars) {}

  /** The version in force now; 0, the one every community starts with, when it has written none. */
  async current(tx: EntityManager, communityId: string): Promise<number> {
    const row = await one<{ version: number | null }>(
      tx,
      'SELECT MAX(version) AS version FROM deadline_version WHERE community_id = ? AND valid_from <= NOW(3)',
      [communityId],
    );
    return row?.version ?? 0;
  }

  async book(tx: EntityManager, communityId: string, version: number): Promise<PolicyBook> {
    if (version === 0) return SEEDED;
    const key = `${communityId}:${version}`;
    const known = this.known.get(key);
    if (known) return known;
    const found = await rows<RuleRow>(
      tx,
      `SELECT category_id, grade, clock, amount, unit, cap_days, marks, when_needed FROM deadline_rule
       WHERE community_id = ? AND version = ?`,
      [communityId, version],
    );
    const book = bookOf(found);
    this.known.set(key, book);
    return book;
  }

  /** What a ticket's clocks are set by: the rules of its version for its kind of matter, and the calendar of today. */
  async terms(
    tx: EntityManager,
    { communityId, policyVersion, categoryId }: { communityId: string; policyVersion: number; categoryId: string },
    calendarRevision?: number,
  ): Promise<Terms> {
    const { policy, byCategory } = await this.book(tx, communityId, policyVersion);
    return {
      policy: rulesFor(policy, byCategory.get(categoryId)),
      calendar: await this.calendars.of(tx, communityId, calendarRevision),
    };
  }

  versions(tx: EntityManager, communityId: string): Promise<PolicyVersion[]> {
    return rows<PolicyVersion>(
      tx,
      `SELECT version, valid_from AS validFrom, written_by AS writtenBy FROM deadline_version
       WHERE community_id = ? ORDER BY version DESC LIMIT 20`,
      [communityId],
    );
  }

  /** Writes a new version; the rows of older ones stay for the tickets opened under them. */
  async write(
    tx: EntityManager,
    { communityId, version, writtenBy, validFrom }: PolicyVersion & { communityId: string },
    { policy, byCategory }: PolicyBook,
  ): Promise<void> {
    await change(
      tx,
      'INSERT INTO deadline_version (community_id, version, valid_from, written_by) VALUES (?, ?, ?, ?)',
      [communityId, version, validFrom, writtenBy],
    );
    const list = [['', policy] as const, ...byCategory].flatMap(([categoryId, rules]) =>
      GRADES.flatMap((grade) => CLOCKS.map((clock) => ({ categoryId, grade, clock, rule: rules[grade]?.[clock] }))),
    );
    const values = list.flatMap(({ categoryId, grade, clock, rule }) =>
      rule
        ? [
            [
              categoryId,
              grade,
              clock,
              rule.span.amount,
              rule.span.unit,
              rule.capDays ?? null,
              JSON.stringify(rule.marks),
              rule.whenNeeded ?? false,
            ],
          ]
        : [],
    );
    await change(
      tx,
      `INSERT INTO deadline_rule (community_id, version, category_id, grade, clock, amount, unit, cap_days, marks, when_needed)
       VALUES ${values.map(() => '(?,?,?,?,?,?,?,?,?,?)').join(', ')}`,
      values.flatMap((row) => [communityId, version, ...row]),
    );
  }
}
