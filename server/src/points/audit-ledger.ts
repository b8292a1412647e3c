/** Recomputes the whole ledger from its history, within one snapshot, and names the first row of each equation that does not fit. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Audits, type AuditCheck, type AuditResult } from '../platform/audit/audits';
import { one } from '../platform/database/sql';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Seals } from '../platform/seal/seals';
import { walkSeals } from '../platform/seal/walk-seals';
import { EQUATIONS, type Equation } from './audit-equations';
import { LedgerAudits } from './ledger-audits';
import { rebuild } from './rebuild';
import { SEALED_TABLES } from './seal-points';
import { walkEntries } from './walk-entries';

export interface LedgerAuditAsked {
  /** Make accounts and lots anew as well, beside those that stand. */
  rebuild?: boolean;
  /** Walk the ledger's seals as well (I13); the audit of everything does that anyway. */
  seals?: boolean;
}

export interface LedgerChecked extends AuditResult {
  name: string;
  ms: number;
}

const checkOf = ({ name, table, sql }: Equation): AuditCheck => ({
  name,
  run: async (tx) => {
    const found = await one<{ id: string; what: string }>(tx, sql);
    const counted = await one<{ n: number }>(tx, `SELECT COUNT(*) AS n FROM ${table}`);
    const walked = Number(counted?.n ?? 0);
    return { walked, broken: found && `${table} row ${found.id}: ${found.what} (${name})` };
  },
});

@Injectable()
export class AuditLedger implements OnModuleInit {
  constructor(
    private readonly audits: Audits,
    private readonly beside: LedgerAudits,
    private readonly seals: Seals,
    private readonly uow: UnitOfWork,
  ) {}

  /** Part of the audit of everything; in a snapshot of its own, since its rows are only right together. */
  onModuleInit(): void {
    this.audits.register({ name: 'the ledger is what its history makes (I1–I16)', run: () => this.whole() });
  }

  run(asked?: LedgerAuditAsked): Promise<LedgerChecked[]> {
    return this.uow.snapshot((tx) => this.check(tx, asked));
  }

  /** The same by what `tx` sees. */
  async check(tx: EntityManager, asked: LedgerAuditAsked = {}): Promise<LedgerChecked[]> {
    const checked: LedgerChecked[] = [];
    for (const check of this.checks(asked)) {
      const began = performance.now();
      const result = await check.run(tx);
      checked.push({ name: check.name, ...result, ms: Math.round(performance.now() - began) });
    }
    return checked;
  }

  private async whole(): Promise<AuditResult> {
    const checked = await this.run();
    const walked = checked.reduce((sum, check) => sum + check.walked, 0);
    return { walked, broken: checked.find(({ broken }) => broken !== null)?.broken ?? null };
  }

  private checks({ rebuild: anew = false, seals = false }: LedgerAuditAsked): AuditCheck[] {
    const sources = this.seals.sources().filter(({ name }) => (SEALED_TABLES as readonly string[]).includes(name));
    return [
      { name: 'I1, I2, I3, I13 entries, their chain, and accounts', run: (tx: EntityManager) => walkEntries(tx) },
      ...EQUATIONS.map(checkOf),
      ...this.beside.registered(),
      ...(seals
        ? sources.map((of) => ({ name: `I13 seals of ${of.name}`, run: (tx: EntityManager) => walkSeals(tx, of) }))
        : []),
      ...(anew ? [{ name: 'accounts and lots made anew', run: rebuild }] : []),
    ];
  }
}
