/** Sums of money between what people type and the fen that are kept. */

/** ¥50, ¥12.50 of whole fen. */
export const yuanText = (fen: number): string => `¥${fen % 100 === 0 ? fen / 100 : (fen / 100).toFixed(2)}`;

/** Fen of `12.5` as it is typed; undefined where it is no sum of money. */
export const fenOf = (typed: string): number | undefined =>
  /^\d{1,6}([.。]\d{1,2})?$/.test(typed.trim()) ? Math.round(Number(typed.trim().replace('。', '.')) * 100) : undefined;
