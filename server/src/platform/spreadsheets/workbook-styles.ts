/** How cells of our own spreadsheets look: every cell is text, so that no program turns a door into a date. */

/** Numbers of the styles below, in their order. */
export const STYLES = ['plain', 'header', 'headerBo', 'example', 'wrong', 'note', 'noteBo'] as const;
export type CellStyle = (typeof STYLES)[number];

interface Look {
  font: string;
  fill?: string;
  wrap?: true;
}

const font = (size: number, color: string, more = '', name = 'Microsoft YaHei'): string =>
  `<font>${more}<sz val="${size}"/><color rgb="FF${color}"/><name val="${name}"/></font>`;

/** Windows brings this face; where it is missing the program takes another that has the script. */
const TIBETAN = 'Microsoft Himalaya';

const LOOKS: Readonly<Record<CellStyle, Look>> = {
  plain: { font: font(11, '241F1B') },
  header: { font: font(11, 'FFFFFF', '<b/>'), fill: '0E6A66', wrap: true },
  headerBo: { font: font(16, 'FFFFFF', '', TIBETAN), fill: '0E6A66', wrap: true },
  example: { font: font(11, '6B6259', '<i/>'), fill: 'F6F2EC' },
  wrong: { font: font(11, 'A5352B'), fill: 'FBEDEB', wrap: true },
  note: { font: font(11, '241F1B'), wrap: true },
  noteBo: { font: font(16, '241F1B', '', TIBETAN), wrap: true },
};

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

const fillOf = (color: string | undefined): string =>
  color
    ? `<fill><patternFill patternType="solid"><fgColor rgb="FF${color}"/></patternFill></fill>`
    : '<fill><patternFill patternType="none"/></fill>';

/** 49 is the built-in format of text. */
const formatOf = ({ wrap }: Look, n: number): string =>
  `<xf numFmtId="49" fontId="${n}" fillId="${n + 2}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top"${wrap ? ' wrapText="1"' : ''}/></xf>`;

export function stylesXml(): string {
  const looks = STYLES.map((style) => LOOKS[style]);
  // The first two fills are the program's own, whatever stands there.
  const fills = ['', '', ...looks.map((look) => look.fill ?? '')].map((color) => fillOf(color || undefined));
  return [
    `${HEAD}<styleSheet ${MAIN}>`,
    `<fonts count="${looks.length}">${looks.map((look) => look.font).join('')}</fonts>`,
    `<fills count="${fills.length}">${fills.join('')}</fills>`,
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${looks.length}">${looks.map(formatOf).join('')}</cellXfs>`,
    '</styleSheet>',
  ].join('');
}
