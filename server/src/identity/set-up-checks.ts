/** How far a community is set up: each domain says of its own steps what there is. */
import { Injectable } from '@nestjs/common';
import { SET_UP_STEPS, type SetUpStep, type SetUpStepView } from '@sevengrid/shared/identity/set-up.views';
import type { EntityManager } from 'typeorm';

export type Found = Omit<SetUpStepView, 'step'>;
export type Check = (tx: EntityManager, communityId: string) => Promise<Partial<Record<SetUpStep, Found>>>;

/** One is enough, and without it nobody can file. */
export const needed = (n: number): Found => ({ state: n > 0 ? 'done' : 'missing', n, of: null });

/** One is enough, and work goes on without it. */
export const wished = (n: number): Found => ({ state: n > 0 ? 'done' : 'advised', n, of: null });

/** All of them should have it; `else` says how bad it is where some have not. */
export const each = (n: number, of: number, otherwise: 'missing' | 'advised'): Found => ({
  state: of > 0 && n >= of ? 'done' : otherwise,
  n,
  of,
});

@Injectable()
export class SetUpChecks {
  private readonly checks: Check[] = [];

  register(check: Check): void {
    this.checks.push(check);
  }

  /** In the order of the contract. */
  async of(tx: EntityManager, communityId: string): Promise<SetUpStepView[]> {
    const found: Partial<Record<SetUpStep, Found>> = {};
    for (const check of this.checks) Object.assign(found, await check(tx, communityId));
    return SET_UP_STEPS.flatMap((step) => {
      const one = found[step];
      return one ? [{ step, ...one }] : [];
    });
  }
}
