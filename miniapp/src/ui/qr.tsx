/** A code to be scanned off this screen: dark on white whatever the theme, as wide as there is room. Imported by itself, so that it travels with the pages that show one. */
import { useMemo } from 'react';
import { qrMatrix, type QrMatrix } from '../platform/qr-matrix';
import { Box } from './elements';
import './qr.scss';

/** Modules of white around it, as readers want. */
const QUIET = 4;

const runsOf = (row: readonly boolean[], y: number): string =>
  row.map((dark, x) => (dark && !row[x - 1] ? `M${x} ${y}h${lengthFrom(row, x)}v1H${x}z` : '')).join('');

const lengthFrom = (row: readonly boolean[], x: number): number => {
  const end = row.indexOf(false, x);
  return (end < 0 ? row.length : end) - x;
};

/** As an image address: no `;` may stand in it, WeChat splits styles there. */
function pictureOf(matrix: QrMatrix): string {
  const side = matrix.length + 2 * QUIET;
  const svg =
    `<svg xmlns='http://www.w3.org/2000/svg' viewBox='${-QUIET} ${-QUIET} ${side} ${side}' shape-rendering='crispEdges'>` +
    `<path fill='#000' d='${matrix.map(runsOf).join('')}'/></svg>`;
  return `url("data:image/svg+xml,${encodeURIComponent(svg).replace(/'/g, '%27')}")`;
}

export interface QrProps {
  /** ASCII: a link or a code. */
  text: string;
  /** What it is for, for whoever does not see it. */
  label: string;
}

export function Qr({ text, label }: QrProps) {
  const picture = useMemo(() => pictureOf(qrMatrix(text)), [text]);
  return <Box className="qr" role="img" label={label} style={{ backgroundImage: picture }} />;
}
