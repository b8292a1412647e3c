// An .xlsx file as a clerk fills it in, made by hand: a zip whose parts are stored as they are.
import { crc32 } from 'node:zlib';

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** @param {string} name @param {Buffer} body @param {number} at */
function entry(name, body, at) {
  const path = Buffer.from(name);
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(20, 0);
  facts.writeUInt32LE(crc32(body), 10);
  facts.writeUInt32LE(body.length, 14);
  facts.writeUInt32LE(body.length, 18);
  facts.writeUInt16LE(path.length, 22);
  const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), facts, path, body]);
  const place = Buffer.alloc(14);
  place.writeUInt32LE(at, 10);
  const listed = Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), facts, place, path]);
  return { local, listed };
}

/** @param {Record<string, string>} parts */
function zip(parts) {
  /** @type {{ local: Buffer, listed: Buffer }[]} */
  const entries = [];
  let at = 0;
  for (const [name, text] of Object.entries(parts)) {
    entries.push(entry(name, Buffer.from(text), at));
    at += entries.at(-1)?.local.length ?? 0;
  }
  const list = Buffer.concat(entries.map(({ listed }) => listed));
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...entries.map(({ local }) => local), list, end]);
}

const cell = (/** @type {string} */ text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const relation = (/** @type {string} */ id, /** @type {string} */ kind, /** @type {string} */ target) =>
  `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`;
const relations = (/** @type {string} */ inner) => `<Relationships xmlns="package">${inner}</Relationships>`;

/** @param {Record<string, readonly (readonly string[])[]>} sheets name → rows, the head first */
export function spreadsheet(sheets) {
  const names = Object.keys(sheets);
  const listed = names.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="s${i}"/>`).join('');
  const links = names.map((_, i) => relation(`s${i}`, 'worksheet', `worksheets/sheet${i + 1}.xml`)).join('');
  const parts = Object.values(sheets).map((rows, i) => [
    `xl/worksheets/sheet${i + 1}.xml`,
    `<worksheet ${MAIN}><sheetData>${rows.map((row) => `<row>${row.map(cell).join('')}</row>`).join('')}</sheetData></worksheet>`,
  ]);
  return zip({
    '_rels/.rels': relations(relation('w', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `<workbook ${MAIN} xmlns:r="${OFFICE}"><sheets>${listed}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(links),
    ...Object.fromEntries(parts),
  });
}
