/** Every route with everything wrong that can be: a code and a sentence in both languages, never a 500, never a word of ours. */
import { FAULTS, type FaultCode } from '@sevengrid/shared/faults';
import type { ProblemView } from '@sevengrid/shared/kernel/fault';
import { demandsKey, type Route } from '@sevengrid/shared/kernel/route';
import { ALL_ROUTES } from '@sevengrid/shared/routes';
import { API } from '../../src/platform/http/on';
import { faultsOf } from '../../src/platform/http/route-faults';
import { newKey, wireOf, type LooseInput } from '../actors/caller';
import { startApp, type TestApp } from '../actors/start-app';
import { FakeWechat } from '../outside/fake-wechat';
import { Cast, COLUMNS } from './cast';
import { INPUTS } from './inputs';
import { MATRIX } from './matrix';
import { FROM_ABOVE } from './set-up-inputs';
import { Stages } from './stages';
import { wrongInputs, type Wrong } from './wrong-inputs';

/** What a program says of itself when nobody stops it. */
const TALK =
  /\bat .+\.(js|ts):\d+|node_modules|SELECT |INSERT |UPDATE |ER_[A-Z_]+|QueryFailed|mysql|typeorm|SyntaxError|TypeError|Unexpected token/;

interface Told {
  status: number;
  type: string;
  text: string;
}

let app: TestApp;
let cast: Cast;
let wechat: FakeWechat;
let sent = 0;

beforeAll(async () => {
  wechat = await FakeWechat.start();
  const env = { WECHAT_API_BASE: wechat.url, WECHAT_APP_ID: 'wxtest0000', WECHAT_APP_SECRET: 'secret0000' };
  app = await startApp({ demo: true, env });
  cast = await new Cast(app).gather();
});
afterAll(async () => {
  process.stdout.write(`wrong input: ${sent} requests\n`);
  await app.close();
  await wechat.stop();
});

function addressOf(route: Route, { input, search }: Wrong): string {
  const params = (input.params ?? {}) as Record<string, string>;
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const query = new URLSearchParams((input.query ?? {}) as Record<string, string>).toString();
  return app.url + API + path + (search ?? (query && `?${query}`));
}

async function tell(route: Route, wrong: Wrong, token: string | null, language: 'zh' | 'bo'): Promise<Told> {
  const key = wrong.key === undefined ? (demandsKey(route) ? newKey() : null) : wrong.key;
  const wire = wireOf(wrong.input);
  const body = wrong.raw ?? wire.body;
  const headers: Record<string, string> = { 'accept-language': language };
  if (token) headers.authorization = `Bearer ${token}`;
  // As bytes: what is no ASCII arrives as the Latin letters that Node makes of it.
  if (key !== null) headers['idempotency-key'] = key;
  if (body !== undefined && body.length > 0)
    headers['content-type'] = wrong.contentType ?? wire.type ?? 'application/json';
  sent += 1;
  const answer = await fetch(addressOf(route, wrong), { method: route.method, headers, body });
  return { status: answer.status, type: answer.headers.get('content-type') ?? '', text: await answer.text() };
}

/** What is not as it should be in an answer; nothing when all is well. */
function* complaints(
  route: Route,
  wrong: Wrong,
  { status, type, text }: Told,
  language: 'zh' | 'bo',
): Generator<string> {
  if (status >= 500) yield `${status}`;
  if (TALK.test(text)) yield `talks: ${text.slice(0, 200)}`;
  if (status < 400) {
    if (!wrong.fine) yield `succeeded with ${status}`;
    return;
  }
  if (!type.startsWith('application/problem+json')) {
    yield `answered as ${type}`;
    return;
  }
  const { code, detail, traceId } = JSON.parse(text) as ProblemView;
  if (!wrong.fine && !wrong.codes.includes(code)) yield `${code}, not ${wrong.codes.join(' or ')}`;
  if (!faultsOf(route).includes(code as FaultCode)) yield `${code} is not declared`;
  if (detail !== FAULTS[code as FaultCode].says[language]) yield `says in ${language}: ${detail}`;
  if (traceId.length !== 26) yield 'has no trace';
}

const withInput = ALL_ROUTES.filter(({ body, query, params, method }) => body ?? query ?? params ?? method !== 'GET');

it.each(withInput.map((route) => [route.name, route] as const))(
  '%s',
  async (_, route) => {
    const above = FROM_ABOVE.includes(route.name);
    const row = MATRIX.find((of) => of.route === route.name && (above || Object.values(of.cells).some((n) => n < 300)));
    const who = COLUMNS.find((column) => (row?.cells[column] ?? 500) < 300 && column !== 'guest') ?? 'nobody';
    const right: LooseInput = (await INPUTS[row?.name ?? '']?.({ cast, stages: new Stages(cast), who })) ?? {};
    const token = await cast.token(above ? 'above' : who);
    const found: string[] = [];
    for (const wrong of wrongInputs(route, right)) {
      for (const language of ['zh', 'bo'] as const) {
        const told = await tell(route, wrong, token, language);
        for (const complaint of complaints(route, wrong, told, language)) found.push(`${wrong.what}: ${complaint}`);
        if (route.name === 'identity.changePassword' || told.status === 429) break;
      }
    }
    expect(found).toEqual([]);
  },
  60_000,
);
