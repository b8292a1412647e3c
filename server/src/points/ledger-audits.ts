/** What the audit of the ledger checks beside the ledger's own rows: domains register what ties their rows to its journals. */
import { Injectable } from '@nestjs/common';
import type { AuditCheck } from '../platform/audit/audits';

@Injectable()
export class LedgerAudits {
  private readonly checks: AuditCheck[] = [];

  /**
   * `name` begins with the invariant, `I8 …`; `run` reads within the snapshot in which everything else is audited, and
   * answers the first row that breaks it, named with the equation.
   */
  register(check: AuditCheck): void {
    if (this.checks.some(({ name }) => name === check.name)) throw new Error(`two domains audit ${check.name}`);
    this.checks.push(check);
  }

  registered(): readonly AuditCheck[] {
    return this.checks;
  }
}
