/** Makes and reads rotating codes: an activity's from a secret of its own, a member's from the server's. None is kept. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  MAC_LENGTH,
  beginOfStep,
  isAccepted,
  linkOfCode,
  messageOf,
  readCode,
  stepAt,
  stepsAhead,
  writeCode,
  type CodePoint,
  type RotatingCode,
} from '@sevengrid/shared/volunteering/check-in-code';
import type { ShownCodeView } from '@sevengrid/shared/volunteering/presence.views';
import type { EntityManager } from 'typeorm';
import { Config } from '../platform/config/config';
import { Keys } from '../platform/config/keys';
import { FieldCipher } from '../platform/database/field-cipher';
import { one } from '../platform/database/sql';
import { fail } from '../platform/http/fail';

type Unsigned = Omit<RotatingCode, 'mac'>;

const equal = (one: string, other: string): boolean => {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
};

@Injectable()
export class CheckInCodes {
  constructor(
    private readonly config: Config,
    private readonly keys: Keys,
    private readonly cipher: FieldCipher,
  ) {}

  /** The present one and those that follow. */
  async ofActivity(tx: EntityManager, id: string, point: CodePoint, now: number): Promise<ShownCodeView[]> {
    const secret = (await this.secretOf(tx, id)) ?? fail('NOT_FOUND');
    return stepsAhead(now).map((step) => this.shown(secret, { kind: 'A', id, point, step }));
  }

  ofMember(personId: string, now: number): ShownCodeView {
    return this.shown(this.ownSecret(), { kind: 'M', id: personId, point: 'in', step: stepAt(now) });
  }

  /** @throws CHECK_IN_CODE_UNKNOWN, CHECK_IN_CODE_OLD */
  async read(tx: EntityManager, text: string, kind: RotatingCode['kind'], now: number): Promise<RotatingCode> {
    const code = readCode(text);
    if (code?.kind !== kind)
      return fail('CHECK_IN_CODE_UNKNOWN', { fields: [{ field: 'body.code', rules: ['code'] }] });
    const secret = kind === 'M' ? this.ownSecret() : await this.secretOf(tx, code.id);
    if (!secret || !equal(code.mac, macOf(secret, code)))
      return fail('CHECK_IN_CODE_UNKNOWN', { fields: [{ field: 'body.code', rules: ['code'] }] });
    return isAccepted(code.step, now) ? code : fail('CHECK_IN_CODE_OLD');
  }

  private shown(secret: Buffer, of: Unsigned): ShownCodeView {
    const code = writeCode({ ...of, mac: macOf(secret, of) });
    return {
      ...{ code, link: linkOfCode(this.config.publicUrl, code) },
      from: new Date(beginOfStep(of.step)).toISOString(),
      until: new Date(beginOfStep(of.step + 1)).toISOString(),
    };
  }

  private async secretOf(tx: EntityManager, activityId: string): Promise<Buffer | null> {
    const sql = 'SELECT secret_enc FROM activity WHERE id = ?';
    const row = await one<{ secret_enc: Buffer }>(tx, sql, [activityId]);
    return row && this.cipher.openBytes(row.secret_enc);
  }

  private ownSecret(): Buffer {
    return createHmac('sha256', this.keys.index).update('attendance-code').digest();
  }
}

const macOf = (secret: Buffer, code: Unsigned): string =>
  createHmac('sha256', secret).update(messageOf(code)).digest('base64url').slice(0, MAC_LENGTH);
