/** Reads the configuration from environment variables and says of each wrong one what was expected. */
import { join } from 'node:path';
import { validateSync } from 'class-validator';
import { Config } from './config';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The configuration is not usable; one line for each wrong variable. */
export class ConfigError extends Error {
  constructor(readonly lines: readonly string[]) {
    super(lines.join('\n'));
  }
}

const flag = (text: string | undefined): unknown =>
  text === undefined || text === '' || text === '0' ? false : text === '1' ? true : text;

const number = (text: string | undefined, fallback: number): number => (text ? Number(text) : fallback);

// A wrong port is told of once, as PORT.
const localAddress = (port: number): string => `http://localhost:${port > 0 && port < 65_536 ? port : 3000}`;

function fill(env: Environment): Config {
  const nodeEnv = env.NODE_ENV || 'development';
  const port = number(env.PORT, 3000);
  const demo = flag(env.DEMO);
  return Object.assign(new Config(), {
    databaseUrl: env.DATABASE_URL,
    databaseOwnerUrl: env.DATABASE_OWNER_URL || undefined,
    databasePool: number(env.DATABASE_POOL, 16),
    port,
    host: env.HOST || '127.0.0.1',
    publicUrl: (env.PUBLIC_URL || (nodeEnv === 'production' ? '' : localAddress(port))).replace(/\/+$/, ''),
    h5Dir: env.H5_DIR || undefined,
    keyFile: env.KEY_FILE,
    demo,
    nodeEnv,
    logLevel: env.LOG_LEVEL || 'info',
    // The only place that names WeChat's host.
    wechatApiBase: (env.WECHAT_API_BASE || 'https://api.weixin.qq.com').replace(/\/+$/, ''),
    wechatAppId: env.WECHAT_APP_ID || undefined,
    wechatAppSecret: env.WECHAT_APP_SECRET || undefined,
    bodyLimit: number(env.BODY_LIMIT, 1_048_576),
    trustProxy: env.TRUST_PROXY || '',
    // Everybody who tries the demo files by the same card.
    cardAppealsADay: number(env.CARD_APPEALS_A_DAY, demo === true ? 1000 : 10),
    // In production a folder that nobody named would be one that nobody backs up.
    mediaDir: env.MEDIA_DIR || (nodeEnv === 'production' && !env.MEDIA_S3_URL ? '' : join('.data', 'media')),
    mediaS3Url: env.MEDIA_S3_URL?.replace(/\/+$/, '') || undefined,
    mediaS3Bucket: env.MEDIA_S3_BUCKET || undefined,
    mediaS3Region: env.MEDIA_S3_REGION || 'us-east-1',
    mediaS3KeyId: env.MEDIA_S3_KEY_ID || undefined,
    mediaS3Secret: env.MEDIA_S3_SECRET || undefined,
    mediaADay: number(env.MEDIA_A_DAY, demo === true ? 5000 : 120),
  });
}

function* wrongInProduction(config: Config): Generator<string> {
  if (config.demo) yield 'DEMO: expected to be unset in production, where nobody may log in as anybody';
  const local = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/|$)/.test(config.publicUrl);
  if (!local && !config.publicUrl.startsWith('https://'))
    yield 'PUBLIC_URL: expected an https address in production, since cards and sessions travel over it';
}

const nameIn = (line: string): string | undefined => line.split(':')[0];

/** One line for each variable. */
const firstOfEach = (lines: readonly string[]): string[] =>
  lines.filter((line, i) => lines.findIndex((other) => nameIn(other) === nameIn(line)) === i);

/** @throws {ConfigError} naming every wrong variable. */
export function readConfig(env: Environment): Config {
  const config = fill(env);
  const broken = validateSync(config).map((error) => Object.values(error.constraints ?? {})[0] ?? error.property);
  if (config.nodeEnv === 'production') broken.push(...wrongInProduction(config));
  if (broken.length > 0) throw new ConfigError(firstOfEach(broken));
  return config;
}

/** The same for a program: prints the lines and ends it with exit code 1. */
export function readConfigOrExit(env: Environment): Config {
  try {
    return readConfig(env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    for (const line of error.lines) process.stderr.write(`${line}\n`);
    process.exit(1);
  }
}
