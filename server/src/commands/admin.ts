/** Command: makes the first administrator of an empty database, or gives an administrator a new one-time password. */
import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { NestFactory } from '@nestjs/core';
import { CommunityData, NewAccount } from '@sevengrid/shared/identity/set-up.requests';
import { validateSync } from 'class-validator';
import { AppModule } from '../app.module';
import { FirstAdministrator, type Beginning, type Made } from '../identity/first-administrator';
import { readConfigOrExit } from '../platform/config/read-config';

const OPTIONS = {
  city: { type: 'string' },
  street: { type: 'string' },
  community: { type: 'string' },
  prefix: { type: 'string' },
  phone: { type: 'string' },
  account: { type: 'string' },
  name: { type: 'string' },
  reset: { type: 'string' },
} as const;

type Asked = Partial<Record<keyof typeof OPTIONS, string>>;

/** What may be given only while nothing is there. */
const PLACES = ['city', 'street', 'community', 'prefix', 'phone'] as const;

/** Names to be changed on the set-up page by whoever does not give them here. */
const beginningOf = (asked: Asked): Beginning => ({
  city: asked.city ?? '本市',
  street: asked.street ?? '本街道',
  community: asked.community ?? '本社区',
  prefix: asked.prefix ?? '社',
  phone: asked.phone,
  account: asked.account ?? 'admin',
  displayName: asked.name ?? '管理员',
});

/** A sentence for each thing that is not as the set-up page would take it. */
function* complaints(beginning: Beginning): Generator<string> {
  const { city, street, community, account, displayName, prefix, phone = '08910000000' } = beginning;
  for (const [option, name] of Object.entries({ city, street, community }))
    if (name.trim() === '' || name.length > 40) yield `--${option}: expected a name of 1 to 40 characters`;
  const broken = [
    ...validateSync(Object.assign(new NewAccount(), { account, displayName })),
    ...validateSync(Object.assign(new CommunityData(), { numberPrefix: prefix, officePhone: phone, tzOffset: 0 })),
  ];
  const says: Record<string, string> = {
    account: '--account: expected 2 to 40 letters, digits, dots, dashes or underscores',
    displayName: '--name: expected the name that residents see, 1 to 30 characters',
    numberPrefix: '--prefix: expected 1 to 4 letters that begin the numbers of tickets, such as 幸',
    officePhone: '--phone: expected a phone number of the mainland, digits only',
  };
  for (const { property } of broken) yield says[property] ?? property;
}

function told(made: Made, asked: Asked): { lines: string[]; fine: boolean } {
  if ('password' in made)
    return {
      lines: [
        `account   ${made.account}`,
        `password  ${made.password}`,
        'It works once: the first log-in asks for a new one. It is not shown again.',
      ],
      fine: true,
    };
  if ('administrators' in made) {
    const names = made.administrators.join(', ');
    const lines = [`There is an administrator already: ${names}. Nothing was changed.`];
    lines.push(`For a new one-time password: npm run admin -- --reset ${made.administrators[0] ?? ''}`);
    return { lines, fine: !PLACES.some((option) => asked[option] !== undefined) && asked.account === undefined };
  }
  const why = {
    demo: 'This database holds the demo community, whose invented people log in without a password.\nStart with an empty one: see docs/running.md, "Set up your own community".',
    taken: `The account ${asked.account ?? 'admin'} belongs to somebody else: choose another with --account NAME.`,
    unknown: `${asked.reset ?? ''} is no administrator’s account here.`,
  };
  return { lines: [why[made.refused]], fine: false };
}

async function main(): Promise<void> {
  const { values: asked } = parseArgs({ options: OPTIONS, strict: true });
  const beginning = beginningOf(asked);
  const wrong = [...complaints(beginning)];
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
  const config = readConfigOrExit({ ...process.env, LOG_LEVEL: process.env.LOG_LEVEL ?? 'error' });
  const app = await NestFactory.createApplicationContext(AppModule.with(config), {
    logger: ['error'],
    abortOnError: false,
  });
  try {
    const first = app.get(FirstAdministrator);
    const made = asked.reset === undefined ? await first.begin(beginning) : await first.renew(asked.reset);
    const { lines, fine } = told(made, asked);
    (fine ? process.stdout : process.stderr).write(`${lines.join('\n')}\n`);
    process.exitCode = fine ? 0 : 1;
  } finally {
    await app.close();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
