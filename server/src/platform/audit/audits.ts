/** The checks that `npm run audit` makes: every sealed chain, and what domains register beside. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../database/unit-of-work';
import { Seals } from '../seal/seals';
import { walkSeals } from '../seal/walk-seals';

export interface AuditResult {
  /** Rows looked at. */
  walked: number;
  /** A sentence that names the first broken row; null when all is whole. */
  broken: string | null;
}

export interface AuditCheck {
  name: string;
  run(tx: EntityManager): Promise<AuditResult>;
}

@Injectable()
export class Audits {
  private readonly checks: AuditCheck[] = [];

  constructor(
    private readonly work: UnitOfWork,
    private readonly seals: Seals,
  ) {}

  register(check: AuditCheck): void {
    this.checks.push(check);
  }

  /** Runs all checks, chains first. */
  async run(): Promise<(AuditResult & { name: string })[]> {
    const chains = this.seals.sources().map((source): AuditCheck => {
      return { name: `chain of ${source.name}`, run: (tx) => walkSeals(tx, source) };
    });
    const results: (AuditResult & { name: string })[] = [];
    for (const check of [...chains, ...this.checks]) {
      results.push({ name: check.name, ...(await this.work.run((tx) => check.run(tx))) });
    }
    return results;
  }
}
