/** Whatever file is handed in as a spreadsheet, it is read in bounded memory, never run, or refused by a code that says what it is. */
import { Fault } from '../../src/platform/http/fail';
import { readWorkbook } from '../../src/platform/spreadsheets/read-workbook';
import { READING_LIMITS, type Sheet } from '../../src/platform/spreadsheets/sheet';
import { writeWorkbook } from '../../src/platform/spreadsheets/write-workbook';
import { handMade, lockedZip, packed, sheetOf, textRows, workbookParts, type HandMade } from '../outside/xlsx-files';

const read = (bytes: Buffer, limits = READING_LIMITS): Promise<Sheet[]> => readWorkbook(bytes, () => true, limits);
const one = async (made: HandMade | string): Promise<Sheet> => {
  const bytes = await handMade(typeof made === 'string' ? { sheets: { A: sheetOf(made) } } : made);
  const [sheet] = await read(bytes);
  if (!sheet) throw new Error('no sheet');
  return sheet;
};
/** Rows as lists of `kind:text`. */
const cells = (sheet: Sheet): string[][] =>
  sheet.rows.map((row) => [...row.cells].map(([column, { kind, text }]) => `${column} ${kind} ${text}`));

describe('what programs write', () => {
  it('is read as one would type it: numbers in full, rich text joined, pronunciation left out', async () => {
    const shared = [
      '<si><t>3号楼</t></si>',
      '<si><r><t>扎</t></r><r><t xml:space="preserve">西 </t></r></si>',
      '<si><t>王</t><rPh sb="0" eb="1"><t>wang</t></rPh></si>',
    ].join('');
    const row = [
      '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c>',
      '<c r="D1"><v>1.3800138E10</v></c><c r="E1" t="b"><v>1</v></c><c r="G1" t="e"><v>#N/A</v></c>',
      '<c r="H1" t="str"><v>a_x000D_b</v></c><c r="I1" s="3"/><c r="J1" t="inlineStr"><is><t>  </t></is></c>',
    ].join('');
    const sheet = await one({ sheets: { A: sheetOf(`<row r="2">${row}</row>`) }, shared });
    expect(sheet.rows[0]?.number).toBe(2);
    expect(cells(sheet)).toEqual([
      [
        '1 text 3号楼',
        '2 text 扎西 ',
        '3 text 王',
        '4 number 13800138000',
        '5 boolean TRUE',
        '7 error #N/A',
        '8 text a\rb',
      ],
    ]);
  });

  it('tells a door that became a date from a number, by built-in and by own formats', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m"/><numFmt numFmtId="165" formatCode="0&quot;day&quot;"/></numFmts>' +
      '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
      '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="58"/></cellXfs>';
    const row = [0, 1, 2, 3, 4].map((style) => `<c s="${style}"><v>45000</v></c>`).join('');
    const sheet = await one({ sheets: { A: sheetOf(`<row>${row}</row>`) }, styles });
    expect(cells(sheet)[0]?.map((cell) => cell.split(' ')[1])).toEqual(['number', 'date', 'date', 'number', 'date']);
  });

  it('never runs a formula, nor takes what it last came to', async () => {
    const sheet = await one(
      '<row><c><f>HYPERLINK("http://x")</f><v>42</v></c><c><f t="shared" si="0"/><v>7</v></c></row>',
    );
    expect(cells(sheet)).toEqual([['1 formula ', '2 formula ']]);
  });

  it('tells which cells were made one, and reads rows and cells that carry no reference', async () => {
    const rows = '<row><c><v>1</v></c><c><v>2</v></c></row><row/><row><c><v>3</v></c></row>';
    const sheet = await one({ sheets: { A: sheetOf(rows, '<mergeCells><mergeCell ref="A1:B3"/></mergeCells>') } });
    expect(sheet.rows.map((row) => row.number)).toEqual([1, 3]);
    expect(sheet.merges).toEqual([{ top: 1, left: 1, bottom: 3, right: 2 }]);
  });

  it('is read with prefixed tags as well, and only the sheets that are wanted', async () => {
    const prefixed = `<x:worksheet xmlns:x="u"><x:sheetData><x:row><x:c><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    const bytes = await handMade({ sheets: { A: prefixed, B: 'this part is no XML' } });
    const [sheet, ...others] = await readWorkbook(bytes, (name) => name === 'A');
    expect(others).toEqual([]);
    expect(sheet && cells(sheet)).toEqual([['1 number 5']]);
  });

  it('is written so that it reads the same, and so that no program runs it', async () => {
    const texts = ['=1+1', '+86 891', '-3', '@x', '<&>"', '_x0041_', 'ཚེ་རིང་', '𠮷', 'a\u0000b', "'quoted'"];
    const bytes = await writeWorkbook([{ name: "it's", widths: [10], headRows: 0, rows: [texts] }]);
    const [sheet] = await read(bytes);
    expect(sheet?.name).toBe("it's");
    expect([...(sheet?.rows[0]?.cells.values() ?? [])].map(({ text }) => text)).toEqual([
      ...["'=1+1", "'+86 891", "'-3", "'@x", '<&>"', '_x0041_', 'ཚེ་རིང་', '𠮷', 'ab', "'quoted'"],
    ]);
  });

  it('fails to be written where its rows fail, and waits for nothing', async () => {
    const rows = (function* () {
      yield ['a'];
      throw new Error('the rows ended');
    })();
    await expect(writeWorkbook([{ name: 'A', widths: [], headRows: 0, rows }])).rejects.toThrow('the rows ended');
  });
});

const plain = { sheets: { A: sheetOf(textRows([['a']])) } };
const bad = (rows: string, more = ''): Promise<Buffer> => handMade({ sheets: { A: sheetOf(rows, more) } });
const row = '<row><c t="inlineStr"><is><t>aaaaaaaaaaaaaaaaaaaa</t></is></c></row>';
function* manyRows(times: number): Generator<string> {
  yield '<worksheet><sheetData>';
  for (let n = 0; n < times; n++) yield row.repeat(1000);
  yield '</sheetData></worksheet>';
}
function* wideRows(): Generator<string> {
  yield '<worksheet><sheetData>';
  for (let n = 0; n < 60; n++) yield `<row>${'<c><v>1</v></c>'.repeat(16_384)}</row>`;
  yield '</sheetData></worksheet>';
}
function* longText(): Generator<string> {
  yield '<worksheet><sheetData><row><c t="inlineStr"><is><t>';
  for (let n = 0; n < 2000; n++) yield 'a'.repeat(65_536);
  yield '</t></is></c></row></sheetData></worksheet>';
}
const laughs = `<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><worksheet><sheetData><row><c t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>`;
const outside = `<!DOCTYPE w [<!ENTITY f SYSTEM "file:///etc/passwd">]><worksheet><sheetData><row><c t="inlineStr"><is><t>&f;</t></is></c></row></sheetData></worksheet>`;
const old = (more = ''): Buffer =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(more, 'utf16le')]);
const without = (part: string): Promise<Buffer> => {
  const parts = workbookParts(plain);
  delete parts[part];
  return packed(parts);
};
const document = (target: string, text: string): Promise<Buffer> =>
  packed({
    '_rels/.rels': `<Relationships><Relationship Id="r" Type="x/officeDocument" Target="${target}"/></Relationships>`,
    [target]: text,
    [target.replace(/([^/]+)$/, '_rels/$1.rels')]: '<Relationships/>',
  });

/** What is handed in → the code that it is refused with. */
const HOSTILE: [string, string, () => Promise<Buffer> | Buffer][] = [
  ['nothing at all', 'SPREADSHEET_NOT_XLSX', () => Buffer.alloc(0)],
  ['an old .xls', 'SPREADSHEET_IS_XLS', () => old('Workbook')],
  ['a workbook behind a password', 'SPREADSHEET_LOCKED', () => old('EncryptedPackage')],
  ['a zip behind a password', 'SPREADSHEET_LOCKED', async () => lockedZip(await handMade(plain))],
  ['CSV called .xlsx', 'SPREADSHEET_IS_TEXT', () => Buffer.from('楼栋,门牌\n1号楼,101\n')],
  ['a web page called .xlsx', 'SPREADSHEET_IS_TEXT', () => Buffer.from('<html><table><tr><td>1</td></tr></table>')],
  ['a picture', 'SPREADSHEET_NOT_XLSX', () => Buffer.from('89504e470d0a1a0a0000000d', 'hex')],
  ['a PDF with bytes in it', 'SPREADSHEET_NOT_XLSX', () => Buffer.from('%PDF-1.7\n\u0000\u0001', 'latin1')],
  ['a zip of something else', 'SPREADSHEET_NOT_XLSX', () => packed({ 'readme.txt': 'hello' })],
  ['an OpenDocument sheet', 'SPREADSHEET_NOT_XLSX', () => packed({ mimetype: 'x', 'content.xml': '<a/>' })],
  ['a text document', 'SPREADSHEET_NOT_XLSX', () => document('word/document.xml', '<document/>')],
  ['a binary workbook', 'SPREADSHEET_NOT_XLSX', () => document('xl/workbook.bin', 'x')],
  [
    'a workbook with macros',
    'SPREADSHEET_HAS_MACROS',
    () => handMade({ ...plain, more: { 'xl/vbaProject.bin': 'x' } }),
  ],
  ['a zip cut off', 'SPREADSHEET_BROKEN', async () => (await handMade(plain)).subarray(0, 200)],
  ['a zip with noise in it', 'SPREADSHEET_BROKEN', async () => (await handMade(plain)).fill(0xff, 60, 400)],
  ['no list of relations', 'SPREADSHEET_BROKEN', () => without('xl/_rels/workbook.xml.rels')],
  ['no sheet where one should be', 'SPREADSHEET_BROKEN', () => without('xl/worksheets/sheet1.xml')],
  ['XML that ends too early', 'SPREADSHEET_BROKEN', () => handMade({ sheets: { A: '<worksheet><sheetData>' } })],
  [
    'XML in another alphabet',
    'SPREADSHEET_BROKEN',
    () => handMade({ sheets: { A: Buffer.from(sheetOf(''), 'utf16le') } }),
  ],
  ['entities that grow', 'SPREADSHEET_BROKEN', () => handMade({ sheets: { A: laughs } })],
  ['an entity that reads a file', 'SPREADSHEET_BROKEN', () => handMade({ sheets: { A: outside } })],
  ['a text that is not there', 'SPREADSHEET_BROKEN', () => bad('<row><c t="s"><v>7</v></c></row>')],
  ['a number that is none', 'SPREADSHEET_BROKEN', () => bad('<row><c><v>1e999</v></c></row>')],
  ['rows in no order', 'SPREADSHEET_BROKEN', () => bad('<row r="9"/><row r="2"/>')],
  ['a row beyond the last', 'SPREADSHEET_BROKEN', () => bad('<row r="99999999"/>')],
  ['a column beyond the last', 'SPREADSHEET_BROKEN', () => bad('<row><c r="ZZZ1"><v>1</v></c></row>')],
  ['a bomb of rows, 1,000 to one', 'SPREADSHEET_TOO_BIG', () => handMade({ sheets: { A: manyRows(2000) } })],
  ['a sheet of 16,384 columns', 'SPREADSHEET_TOO_BIG', () => handMade({ sheets: { A: wideRows() } })],
  ['a cell of 131 million letters', 'SPREADSHEET_TOO_BIG', () => handMade({ sheets: { A: longText() } })],
  [
    'thousands of parts',
    'SPREADSHEET_TOO_BIG',
    () => packed(Object.fromEntries(Array.from({ length: 501 }, (_, n) => [`p${n}`, '']))),
  ],
  [
    'merges without end',
    'SPREADSHEET_TOO_BIG',
    () => bad('', `<mergeCells>${'<mergeCell ref="A1:B2"/>'.repeat(2001)}</mergeCells>`),
  ],
];

describe('a file that is no spreadsheet one can read', () => {
  it.each(HOSTILE)(
    '%s is %s',
    async (_, code, make) => {
      const bytes = await make();
      const before = process.memoryUsage().rss;
      const since = Date.now();
      const refused = await read(bytes).then(
        () => 'was read',
        (error: unknown) => (error instanceof Fault ? error.code : error),
      );
      expect(refused).toBe(code);
      expect(process.memoryUsage().rss - before).toBeLessThan(400_000_000);
      expect(Date.now() - since).toBeLessThan(30_000);
    },
    120_000,
  );
});
