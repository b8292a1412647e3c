/** Reads an .xlsx file that anybody may have sent: in bounded memory and time, and nothing in it is ever run. */
import { PackageParts } from './package-parts';
import { readSheet } from './read-sheet';
import { READING_LIMITS, type ReadingLimits, type Sheet } from './sheet';
import { readWorkbookParts } from './workbook-parts';

/**
 * The sheets whose name is `wanted`, in the workbook's order.
 * @throws SPREADSHEET_NOT_XLSX, SPREADSHEET_IS_XLS, SPREADSHEET_IS_TEXT, SPREADSHEET_LOCKED, SPREADSHEET_HAS_MACROS,
 *   SPREADSHEET_TOO_BIG or SPREADSHEET_BROKEN
 */
export async function readWorkbook(
  bytes: Buffer,
  wanted: (name: string) => boolean,
  limits: ReadingLimits = READING_LIMITS,
): Promise<Sheet[]> {
  const parts = await PackageParts.open(bytes, limits);
  const workbook = await readWorkbookParts(parts, limits);
  const kept = { cells: 0 };
  const sheets: Sheet[] = [];
  for (const name of workbook.sheets.keys())
    if (wanted(name)) sheets.push(await readSheet(parts, workbook, name, { limits, kept }));
  return sheets;
}
