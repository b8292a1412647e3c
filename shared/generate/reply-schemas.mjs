// Writes the JSON schema of every reply that a route names to schemas/replies.generated.json; with --check only compares.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { createGenerator } from 'ts-json-schema-generator';

const shared = dirname(dirname(fileURLToPath(import.meta.url)));
const source = join(shared, 'src');
const target = join(shared, 'schemas', 'replies.generated.json');

/** Problems are named by no route, since every route answers them. */
const always = ['ProblemView'];

function filesNamed(name) {
  return readdirSync(source, { recursive: true })
    .map((entry) => join(source, String(entry)))
    .filter((path) => ['/', '\\', '.'].some((before) => path.endsWith(`${before}${name}`)))
    .sort();
}

/** Every `Name` of a `reply<…>('Name')`. */
function namesOfReplies() {
  const found = filesNamed('routes.ts').flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/\breply<[^()]*>\(\s*'(\w+)'/g)].map((match) => match[1]),
  );
  return [...new Set([...found, ...always])].sort();
}

const sorted = (value) => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key])]),
  );
};

function generate() {
  const generator = createGenerator({
    path: join(source, '**', '*.ts'),
    tsconfig: join(shared, 'tsconfig.json'),
    skipTypeCheck: true,
    expose: 'export',
    jsDoc: 'extended',
    topRef: true,
    additionalProperties: false,
    encodeRefs: true,
  });
  const definitions = {};
  for (const name of namesOfReplies()) Object.assign(definitions, generator.createSchema(name).definitions);
  return `${JSON.stringify(sorted({ definitions }), null, 2)}\n`;
}

const made = generate();
const kept = existsSync(target) ? readFileSync(target, 'utf8') : '';
if (!process.argv.includes('--check')) {
  writeFileSync(target, made);
  process.stdout.write(`${Object.keys(JSON.parse(made).definitions).length} reply schemas are written.\n`);
} else if (made === kept) {
  process.stdout.write('The reply schemas are current.\n');
} else {
  process.stderr.write(
    'The reply schemas have drifted from views.ts: run `pnpm --filter @sevengrid/shared schemas`.\n',
  );
  process.exit(1);
}
