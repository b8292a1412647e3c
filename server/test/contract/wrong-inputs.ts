/** Ways of getting a request wrong, and the texts that are unusual and right. */
import { FAULTS, type FaultCode } from '@sevengrid/shared/faults';
import type { Route } from '@sevengrid/shared/kernel/route';
import { validateSync } from 'class-validator';
import type { LooseInput } from '../actors/caller';

export interface Wrong {
  what: string;
  input: LooseInput;
  /** The body as it goes over the wire. */
  raw?: string | Uint8Array<ArrayBuffer>;
  contentType?: string;
  /** The idempotency key, null for none. */
  key?: string | null;
  /** After the path, in place of the input's query. */
  search?: string;
  /** The codes of which one must come; a success where `fine`. */
  codes: readonly string[];
  fine?: true;
}

/** No database keeps these, or no reader could tell them from nothing. */
export const REFUSED_TEXTS: readonly [string, string][] = [
  ['U+0000', '漏水\u0000了'],
  ['a lone surrogate', '漏水\ud83d'],
  ['a control character', '漏水\u0007了'],
  ['only blanks', '   \u3000 '],
  ['nothing', ''],
];

/** These are somebody's words and come back as they were. */
export const KEPT_TEXTS: readonly [string, string][] = [
  ['HTML', '<script>alert("1")</script> & <b>漏水</b> &amp;'],
  ['emoji', '楼道🚰漏水👨‍👩‍👧‍👦🙏🏽'],
  ['Tibetan stacks', 'རྒྱུད་སྒྲོལ་མ་ཧཱུྃ་བརྒྱད་ཅུ་ཐམ་པ།'],
  ['marks of right-to-left', '门牌\u200f\u202e302\u202c室 שלום'],
  ['SQL', `'; DROP TABLE ticket; -- "\\`],
  ['lines and spaces', '第一行\n第二行   有空格'],
  ['rare Han', '𠮷𡈽𬺰'],
];

const deep = (depth: number): string => '{"a":'.repeat(depth) + '1' + '}'.repeat(depth);

const INVALID = ['INPUT_INVALID'];

function* wrongBodies(
  body: Record<string, unknown>,
  optional: boolean,
): Generator<Omit<Wrong, 'input'> & { body?: unknown }> {
  const own = JSON.stringify(body);
  yield { what: 'no body', raw: '', codes: INVALID, ...(optional ? { fine: true } : {}) };
  for (const [what, raw] of [
    ['null', 'null'],
    ['a list', '[]'],
    ['a text', '"x"'],
    ['a number', '7'],
  ] as const)
    yield { what: `${what} for a body`, raw, codes: INVALID };
  for (const raw of ['{', '{"a":1,}', "{'a':1}", '\u0000', own.slice(0, -1)])
    yield { what: `no JSON: ${JSON.stringify(raw.slice(0, 8))}`, raw, codes: ['BODY_UNREADABLE'] };
  yield { what: 'no UTF-8', raw: new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]), codes: ['BODY_UNREADABLE'] };
  for (const contentType of ['text/plain', 'application/x-www-form-urlencoded', 'application/json; charset=gbk'])
    yield { what: contentType, raw: own, contentType, codes: ['BODY_TYPE_UNKNOWN'] };
  yield { what: '2 MB', raw: JSON.stringify({ ...body, x: '水'.repeat(700_000) }), codes: ['BODY_TOO_LARGE'] };
  yield { what: 'deep JSON', raw: `{"x":${deep(5_000)}}`, codes: INVALID };
  for (const name of ['__proto__', 'constructor', 'toString', 'unknown', 'id', ''])
    yield {
      what: `a field ${name}`,
      raw: `${own.slice(0, -1)}${own === '{}' ? '' : ','}${JSON.stringify(name)}:{"admin":true}}`,
      codes: INVALID,
    };
  for (const name of Object.keys(body)) yield* wrongFields(body, name);
}

function* wrongFields(
  body: Record<string, unknown>,
  name: string,
): Generator<Omit<Wrong, 'input'> & { body: unknown }> {
  const other = { boolean: ['yes', 1], number: [true, '7', 1.5, 1e20] }[typeof body[name] as string] ?? [true, 7];
  for (const value of [null, [], {}, [body[name]], ...other])
    yield { what: `${name}: ${JSON.stringify(value)}`, body: { ...body, [name]: value }, codes: INVALID };
  if (typeof body[name] !== 'string') return;
  yield { what: `${name} too long`, body: { ...body, [name]: '长'.repeat(3_000) }, codes: INVALID };
  for (const [what, value] of REFUSED_TEXTS) {
    // A password may have any character that text can have; a wrong one is simply wrong.
    const codes = /^(password|current|next)$/.test(name)
      ? [...INVALID, 'CREDENTIALS_WRONG', 'PASSWORD_TOO_WEAK']
      : INVALID;
    yield { what: `${name}: ${what}`, body: { ...body, [name]: value }, codes };
  }
}

/** Right bytes of the wrong type, none, and one too many. */
function* wrongBytes(max: number, right: Uint8Array<ArrayBuffer>): Generator<Omit<Wrong, 'input'>> {
  yield { what: 'no bytes', raw: '', codes: INVALID };
  for (const contentType of ['application/json', 'image/jpeg', 'multipart/form-data; boundary=x', 'text/html'])
    yield { what: `bytes as ${contentType}`, raw: right, contentType, codes: ['BODY_TYPE_UNKNOWN', 'BODY_TOO_LARGE'] };
  yield { what: 'one byte too many', raw: new Uint8Array(max + 1), codes: ['BODY_TOO_LARGE'] };
}

function* wrongKeys(): Generator<Omit<Wrong, 'input'>> {
  yield { what: 'no key', key: null, codes: ['KEY_MISSING'] };
  for (const key of ['1234567', 'k'.repeat(65), 'with space', 'naïve-key-éé', 'a,b c,d e f'])
    yield { what: `the key ${key.slice(0, 12)}`, key, codes: ['KEY_MALFORMED'] };
}

const ID_OF_NOBODY = '01JZZZZZZZZZZZZZZZZZZZZZZZ';

/** Well-formed, and no place in any list. */
const FORGED_POSITIONS = [
  '["水"]',
  '[1]',
  '[1,"水"]',
  '["水",1]',
  `[-1,"${ID_OF_NOBODY}"]`,
  `[1e300,"${ID_OF_NOBODY}"]`,
  `[0.5,"${ID_OF_NOBODY}"]`,
  `["x","${ID_OF_NOBODY}"]`,
  '["x","y","水"]',
  '["x","y",3]',
  `[["x"],"y","${ID_OF_NOBODY}"]`,
];

function* wrongQueries(query: object): Generator<Omit<Wrong, 'input'> & { query?: object }> {
  yield { what: 'an unknown parameter', query: { ...query, admin: '1' }, codes: INVALID };
  yield { what: '__proto__ in the query', search: '?__proto__=1', codes: INVALID };
  for (const name of ['cursor', 'limit', 'q', 'gridId', 'state', 'subjectId'])
    yield { what: `${name} twice`, search: `?${name}=11111111&${name}=22222222`, codes: INVALID };
  for (const cursor of ['', 'x', 'nonsense', 'W10', 'eyJhIjoxfQ', 'W251bGwsbnVsbF0', '~'.repeat(401)])
    yield { what: `the cursor ${cursor.slice(0, 10)}`, query: { ...query, cursor }, codes: INVALID };
  for (const position of FORGED_POSITIONS) {
    const cursor = Buffer.from(position).toString('base64url').padEnd(8, '=');
    yield { what: `a cursor of ${position}`, query: { ...query, cursor }, codes: INVALID };
  }
  for (const limit of ['0', '-1', '101', '1e3', 'all', '1.5', '9'.repeat(30)])
    yield { what: `the limit ${limit.slice(0, 10)}`, query: { ...query, limit }, codes: INVALID };
}

/** Where a route has a word of its own for what is not there, that one comes. */
function missingOf({ faults }: Route): readonly string[] {
  const own = faults.filter((code) => FAULTS[code as FaultCode].status === 404);
  return own.length > 0 ? own : ['NOT_FOUND'];
}

function* wrongIds(route: Route): Generator<{ what: string; id: string; codes: readonly string[] }> {
  const missing = missingOf(route);
  yield { what: 'an unknown id', id: ID_OF_NOBODY, codes: missing };
  for (const id of [
    '1',
    ID_OF_NOBODY.toLowerCase(),
    `${ID_OF_NOBODY}0`,
    "' OR 1=1 --",
    '水'.repeat(26),
    '\u0000',
    '%',
    '..',
  ])
    yield { what: `the id ${JSON.stringify(id.slice(0, 12))}`, id, codes: ['INPUT_INVALID', 'NOT_FOUND', ...missing] };
  // Longer than any path segment that is routed at all.
  yield { what: 'an endless id', id: 'A'.repeat(5_000), codes: ['INPUT_INVALID', 'NOT_FOUND'] };
}

/** Everything that can be wrong with this route's input, starting from one that is right. */
export function* wrongInputs(route: Route, right: LooseInput): Generator<Wrong> {
  if (route.body)
    for (const { body, ...rest } of wrongBodies(
      (right.body ?? {}) as Record<string, unknown>,
      validateSync(new route.body()).length === 0,
    ))
      yield { ...rest, input: { ...right, body: body ?? right.body } };
  if (route.bytes && right.bytes)
    for (const wrong of wrongBytes(route.bytes.max, right.bytes)) yield { ...wrong, input: right };
  if (route.method !== 'GET' && route.key !== 'none') for (const wrong of wrongKeys()) yield { ...wrong, input: right };
  if (route.query)
    for (const { query, ...rest } of wrongQueries(right.query ?? {}))
      yield { ...rest, input: { ...right, query: query ?? right.query } };
  if (route.params)
    for (const { id, ...rest } of wrongIds(route)) yield { ...rest, input: { ...right, params: { id } } };
}
