/** Reads a part of the package as XML, tag by tag: no entities but the five, no document types, no namespaces. */
import { SaxesParser } from 'saxes';
import { fail } from '../http/fail';
import type { PackageParts } from './package-parts';

export type Attributes = Readonly<Record<string, string>>;

export interface Hearing {
  open?(name: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Some programs write `x:row` for `row`. */
const bare = (name: string): string => name.slice(name.indexOf(':') + 1);

/** @throws SPREADSHEET_BROKEN where the part is missing or is no XML. */
export async function readXml(parts: PackageParts, name: string, hearing: Hearing): Promise<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => fail('SPREADSHEET_BROKEN'));
  parser.on('opentag', (tag) => hearing.open?.(bare(tag.name), tag.attributes));
  parser.on('closetag', (tag) => hearing.close?.(bare(tag.name)));
  parser.on('text', (text) => hearing.text?.(text));
  parser.on('cdata', (text) => hearing.text?.(text));
  await parts.read(name, (piece) => void parser.write(piece));
  try {
    parser.close();
  } catch (error) {
    fail('SPREADSHEET_BROKEN', {}, error);
  }
}

/** `_x000D_` stands for a character that XML cannot hold. */
export const unescaped = (text: string): string =>
  text.replace(/_x([\dA-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
