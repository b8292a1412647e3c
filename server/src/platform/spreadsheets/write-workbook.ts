/** Writes an .xlsx file, its sheets row by row as they come. */
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import * as yazl from 'yazl';
import { stylesXml } from './workbook-styles';
import { sheetXml, xmlText, type SheetToWrite } from './write-sheet';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const SCHEMAS = 'http://schemas.openxmlformats.org';
const KIND = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export const XLSX_TYPE = `${KIND}.sheet`;

const override = (part: string, kind: string): string =>
  `<Override PartName="${part}" ContentType="${KIND}.${kind}+xml"/>`;

const relation = (id: number, kind: string, target: string): string =>
  `<Relationship Id="rId${id}" Type="${SCHEMAS}/officeDocument/2006/relationships/${kind}" Target="${target}"/>`;

const relations = (inner: string): string =>
  `${HEAD}<Relationships xmlns="${SCHEMAS}/package/2006/relationships">${inner}</Relationships>`;

const sheetPart = (i: number): string => `worksheets/sheet${i + 1}.xml`;

function contentTypes(count: number): string {
  return [
    `${HEAD}<Types xmlns="${SCHEMAS}/package/2006/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    override('/xl/workbook.xml', 'sheet.main'),
    override('/xl/styles.xml', 'styles'),
    ...Array.from({ length: count }, (_, i) => override(`/xl/${sheetPart(i)}`, 'worksheet')),
    '</Types>',
  ].join('');
}

function workbookXml(sheets: readonly SheetToWrite[]): string {
  const list = sheets.map(
    ({ name, hidden }, i) =>
      `<sheet name="${xmlText(name)}" sheetId="${i + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${i + 1}"/>`,
  );
  return [
    `${HEAD}<workbook xmlns="${SCHEMAS}/spreadsheetml/2006/main"`,
    ` xmlns:r="${SCHEMAS}/officeDocument/2006/relationships"><sheets>${list.join('')}</sheets></workbook>`,
  ].join('');
}

/** The whole file; only its packed bytes are held, rows are forgotten as they are written. */
export async function writeWorkbook(sheets: readonly SheetToWrite[]): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  const add = (name: string, text: string): void => zip.addBuffer(Buffer.from(text, 'utf8'), name);
  add('[Content_Types].xml', contentTypes(sheets.length));
  add('_rels/.rels', relations(relation(1, 'officeDocument', 'xl/workbook.xml')));
  add('xl/workbook.xml', workbookXml(sheets));
  const parts = sheets.map((_, i) => relation(i + 1, 'worksheet', sheetPart(i)));
  add(
    'xl/_rels/workbook.xml.rels',
    relations([...parts, relation(sheets.length + 1, 'styles', 'styles.xml')].join('')),
  );
  add('xl/styles.xml', stylesXml());
  const rows = sheets.map((sheet) => Readable.from(sheetXml(sheet), { objectMode: true }));
  // An error of a source is no event of the package, which would wait for it for ever.
  const failed = Promise.race(rows.map((source) => new Promise<never>((_, no) => source.once('error', no))));
  rows.forEach((source, i) => zip.addReadStream(source as NodeJS.ReadableStream, `xl/${sheetPart(i)}`));
  zip.end();
  return Promise.race([buffer(zip.outputStream), failed]);
}
