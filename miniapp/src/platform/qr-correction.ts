/** Correction of QR codes: Reed-Solomon over the field of 256 elements that the standard names. */

const EXP: number[] = [];
const LOG: number[] = [];
for (let power = 0, value = 1; power < 255; power++) {
  EXP[power] = value;
  LOG[value] = power;
  value = (value << 1) ^ (value >= 128 ? 0x11d : 0);
}

const times = (a: number, b: number): number =>
  a === 0 || b === 0 ? 0 : (EXP[((LOG[a] ?? 0) + (LOG[b] ?? 0)) % 255] ?? 0);

/** Remainders by the generator of `degree`. */
export class GaloisRemainder {
  /** Coefficients from the highest power down, without the leading 1. */
  private readonly divisor: readonly number[];

  constructor(private readonly degree: number) {
    let product = [1];
    for (let root = 0; root < degree; root++) {
      const by = EXP[root] ?? 1;
      product = [...product, 0].map((coefficient, nth) => coefficient ^ times(product[nth - 1] ?? 0, by));
    }
    this.divisor = product.slice(1);
  }

  of(data: readonly number[]): number[] {
    const rest = Array<number>(this.degree).fill(0);
    for (const byte of data) {
      const factor = byte ^ (rest.shift() ?? 0);
      rest.push(0);
      for (const [nth, coefficient] of this.divisor.entries())
        rest[nth] = (rest[nth] ?? 0) ^ times(coefficient, factor);
    }
    return rest;
  }
}
