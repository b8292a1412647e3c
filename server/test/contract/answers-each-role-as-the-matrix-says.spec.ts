/** Walks the authorization matrix: every route, called by everybody, on objects of their own and of others; nothing planted shows. */
import { ALL_ROUTES } from '@sevengrid/shared/routes';
import type { Route } from '@sevengrid/shared/kernel/route';
import type { ProblemView } from '@sevengrid/shared/kernel/fault';
import { newId } from '../../src/platform/database/new-id';
import type { LooseInput } from '../actors/caller';
import { startApp, type TestApp } from '../actors/start-app';
import { FakeWechat } from '../outside/fake-wechat';
import { Cast, COLUMNS, type Column } from './cast';
import { INPUTS } from './inputs';
import { MATRIX, type Row } from './matrix';
import { showsNobodyWhatIsMasked, type Seen } from './shows-nobody-what-is-masked';
import { Stages } from './stages';

let app: TestApp;
let cast: Cast;
let stages: Stages;
let wechat: FakeWechat;
const seen: Seen[] = [];

beforeAll(async () => {
  wechat = await FakeWechat.start();
  const env = { WECHAT_API_BASE: wechat.url, WECHAT_APP_ID: 'wxtest0000', WECHAT_APP_SECRET: 'secret0000' };
  app = await startApp({ demo: true, env });
  cast = await new Cast(app).gather();
  stages = new Stages(cast);
});
afterAll(async () => {
  process.stdout.write(
    `authorization matrix: ${MATRIX.length} rows, ${seen.length} cells called, ${app.log.length} lines of log\n`,
  );
  await app.close();
  await wechat.stop();
});

const routeOf = (row: Row): Route => {
  const route = ALL_ROUTES.find(({ name }) => name === row.route);
  if (!route) throw new Error(`${row.route} is no route`);
  return route;
};

describe('the table', () => {
  it('lists every route, and no other', () => {
    expect([...new Set(MATRIX.map(({ route }) => route))].sort()).toEqual(ALL_ROUTES.map(({ name }) => name).sort());
  });

  it('has an input for every row', () => {
    expect(MATRIX.map(({ name }) => name).filter((name) => !INPUTS[name])).toEqual([]);
  });
});

/** As it came over the wire, but for the order of its spaces; a file as its bytes. */
const textOf = (body: unknown): string =>
  body instanceof Uint8Array ? Buffer.from(body).toString('latin1') : (JSON.stringify(body) ?? '');

async function call(row: Row, who: Column): Promise<{ status: number; body: unknown; input: LooseInput }> {
  const input = (await INPUTS[row.name]?.({ cast, stages, who })) ?? {};
  const answer = await (await cast.as(who)).send(routeOf(row), input);
  seen.push({ row: row.name, who, status: answer.status, text: textOf(answer.body) });
  return { status: answer.status, body: answer.body, input };
}

/** The same call on an object that never was. */
async function callMissing(row: Row, who: Column, input: LooseInput): Promise<unknown> {
  return (await (await cast.as(who)).send(routeOf(row), { ...input, params: { id: newId() } })).body;
}

const untraced = (body: unknown): object => ({ ...(body as ProblemView), traceId: '' });

describe.each(MATRIX.map((row) => [row.name, row] as const))('%s', (_, row) => {
  it('answers each role as the table says', async () => {
    const found: Record<string, unknown> = {};
    const wanted: Record<string, unknown> = {};
    for (const who of COLUMNS) {
      const { status, body, input } = await call(row, who);
      wanted[who] = row.cells[who];
      found[who] = status;
      const hides = status === 404 && row.cells[who] === 404 && routeOf(row).params !== undefined;
      if (hides) expect(untraced(body)).toEqual(untraced(await callMissing(row, who, input)));
    }
    expect(found).toEqual(wanted);
  }, 120_000);
});

describe('all that was answered', () =>
  showsNobodyWhatIsMasked(
    () => app,
    () => cast,
    seen,
  ));
