/** Makes packages that are, or look like, .xlsx files: written by hand, so that nothing of ours is tested by itself. */
import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import * as yazl from 'yazl';

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

export type Part = string | Buffer | Iterable<string>;

/** A zip of these parts. */
export async function packed(parts: Readonly<Record<string, Part>>): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const [name, part] of Object.entries(parts)) {
    if (typeof part === 'string' || Buffer.isBuffer(part)) zip.addBuffer(Buffer.from(part), name);
    else zip.addReadStream(Readable.from(part) as NodeJS.ReadableStream, name);
  }
  zip.end();
  return buffer(zip.outputStream);
}

const relation = (id: string, kind: string, target: string): string =>
  `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`;
const relations = (inner: string): string => `<Relationships xmlns="${PACKAGE}">${inner}</Relationships>`;

export interface HandMade {
  /** Name of a sheet → what stands in its part, or just its rows. */
  sheets: Readonly<Record<string, Part>>;
  shared?: string;
  styles?: string;
  more?: Readonly<Record<string, Part>>;
}

export const sheetOf = (rows: string, more = ''): string =>
  `<worksheet ${MAIN}><sheetData>${rows}</sheetData>${more}</worksheet>`;

/** The parts of a workbook, to be packed as they are or spoiled first. */
export function workbookParts({ sheets, shared, styles, more = {} }: HandMade): Record<string, Part> {
  const names = Object.keys(sheets);
  const listed = names.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="s${i}"/>`).join('');
  const links = names.map((_, i) => relation(`s${i}`, 'worksheet', `worksheets/sheet${i + 1}.xml`));
  if (shared !== undefined) links.push(relation('t', 'sharedStrings', 'sharedStrings.xml'));
  if (styles !== undefined) links.push(relation('f', 'styles', '/xl/styles.xml'));
  return {
    '_rels/.rels': relations(relation('w', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `<workbook ${MAIN} xmlns:r="${OFFICE}"><sheets>${listed}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(links.join('')),
    ...Object.fromEntries(Object.values(sheets).map((part, i) => [`xl/worksheets/sheet${i + 1}.xml`, part])),
    ...(shared === undefined ? {} : { 'xl/sharedStrings.xml': `<sst ${MAIN}>${shared}</sst>` }),
    ...(styles === undefined ? {} : { 'xl/styles.xml': `<styleSheet ${MAIN}>${styles}</styleSheet>` }),
    ...more,
  };
}

export const handMade = (made: HandMade): Promise<Buffer> => packed(workbookParts(made));

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Rows of texts, as most programs write them. */
export const textRows = (rows: readonly (readonly string[])[]): string =>
  rows
    .map(
      (cells) => `<row>${cells.map((text) => `<c t="inlineStr"><is><t>${escaped(text)}</t></is></c>`).join('')}</row>`,
    )
    .join('');

/** `bytes` that say of themselves that they are encrypted. */
export function lockedZip(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  for (
    let at = copy.indexOf('PK\u0001\u0002', 0, 'latin1');
    at >= 0;
    at = copy.indexOf('PK\u0001\u0002', at + 4, 'latin1')
  )
    copy.writeUInt16LE(copy.readUInt16LE(at + 8) | 1, at + 8);
  return copy;
}
