/** The codes that a member shows at the counter: a text for cameras that lasts half a minute, and eight digits to be said. */
import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CODE_PATTERN, CODE_SECONDS, DIGITS_SECONDS } from '@sevengrid/shared/rewards/terms';
import { FieldCipher } from '../platform/database/field-cipher';

/** Hex digits of a code's proof: 64 bits. */
const PROOF = 16;
/** Hex digits from which the eight are made: 48 bits, so that each is as likely as the other. */
const SEED = 12;
const DIGITS = 100_000_000;

export type ReadCode = { id: string } | 'old' | 'wrong';

const stepAt = (now: Date, seconds: number): number => Math.floor(now.getTime() / 1000 / seconds);

/** Whole seconds until the next step. */
const freshIn = (now: Date, seconds: number): number => seconds - (Math.floor(now.getTime() / 1000) % seconds);

const equal = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

@Injectable()
export class Codes {
  constructor(private readonly cipher: FieldCipher) {}

  /** Nothing of them is stored: they follow from the redemption, the time and the key of the blind indexes. */
  of(id: string, now: Date): { code: string; freshInSeconds: number; digits: string; digitsFreshInSeconds: number } {
    const step = stepAt(now, CODE_SECONDS);
    return {
      code: `H1.${id}.${step}.${this.proof(id, step)}`,
      freshInSeconds: freshIn(now, CODE_SECONDS),
      digits: this.digits(id, stepAt(now, DIGITS_SECONDS)),
      digitsFreshInSeconds: freshIn(now, DIGITS_SECONDS),
    };
  }

  /** `old` is a code of ours that has passed; the one before and the one after the present pass as well. */
  read(code: string, now: Date): ReadCode {
    const [, id = '', step = '', proof = ''] = CODE_PATTERN.exec(code) ?? [];
    if (id === '' || !equal(proof, this.proof(id, Number(step)))) return 'wrong';
    return Math.abs(Number(step) - stepAt(now, CODE_SECONDS)) <= 1 ? { id } : 'old';
  }

  /** True of the digits shown now, and of those before them. */
  fits(id: string, digits: string, now: Date): boolean {
    const step = stepAt(now, DIGITS_SECONDS);
    return [step, step - 1].some((one) => equal(digits, this.digits(id, one)));
  }

  private proof(id: string, step: number): string {
    return this.cipher.blindIndex('redemption-code', `${id}.${step}`).slice(0, PROOF);
  }

  private digits(id: string, step: number): string {
    const seed = Number.parseInt(this.cipher.blindIndex('redemption-digits', `${id}.${step}`).slice(0, SEED), 16);
    return String(seed % DIGITS).padStart(8, '0');
  }
}
