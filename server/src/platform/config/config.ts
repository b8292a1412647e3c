/** What the server is told by its environment, checked once at boot. */
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUrl, Matches, Max, Min, MinLength } from 'class-validator';

const WEB_ADDRESS = { require_tld: false, require_protocol: true, protocols: ['http', 'https'] };
const DATABASE_ADDRESS = /^mysql:\/\/[^:@/\s]+(:[^@/\s]*)?@[^/\s]+\/[\w-]+$/;

export class Config {
  @Matches(DATABASE_ADDRESS, { message: 'DATABASE_URL: expected mysql://user:password@host:port/database' })
  databaseUrl!: string;

  /** A second user that owns the schema, for migrations and triggers. */
  @IsOptional()
  @Matches(DATABASE_ADDRESS, { message: 'DATABASE_OWNER_URL: expected mysql://user:password@host:port/database' })
  databaseOwnerUrl?: string;

  @IsInt({ message: 'DATABASE_POOL: expected a whole number from 1 to 200' })
  @Min(1, { message: 'DATABASE_POOL: expected a whole number from 1 to 200' })
  @Max(200, { message: 'DATABASE_POOL: expected a whole number from 1 to 200' })
  databasePool!: number;

  @IsInt({ message: 'PORT: expected a port from 0 to 65535' })
  @Min(0, { message: 'PORT: expected a port from 0 to 65535' })
  @Max(65535, { message: 'PORT: expected a port from 0 to 65535' })
  port!: number;

  @Matches(/^[\w.:-]+$/, { message: 'HOST: expected an address to listen on, such as 127.0.0.1' })
  host!: string;

  /** Printed on the cards; without a slash at its end. */
  @IsUrl(WEB_ADDRESS, { message: 'PUBLIC_URL: expected the address of this service, such as https://grid.example.org' })
  publicUrl!: string;

  @IsOptional()
  @IsString()
  h5Dir?: string;

  @IsString({ message: 'KEY_FILE: expected the path of the file with the keys that encrypt personal fields' })
  @MinLength(1, { message: 'KEY_FILE: expected the path of the file with the keys that encrypt personal fields' })
  keyFile!: string;

  @IsBoolean({ message: 'DEMO: expected 1 or 0' })
  demo!: boolean;

  @IsIn(['production', 'development', 'test'], { message: 'NODE_ENV: expected production, development or test' })
  nodeEnv!: string;

  @IsIn(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
    message: 'LOG_LEVEL: expected fatal, error, warn, info, debug, trace or silent',
  })
  logLevel!: string;

  @IsUrl(WEB_ADDRESS, { message: 'WECHAT_API_BASE: expected a web address' })
  wechatApiBase!: string;

  @IsOptional()
  @Matches(/^\w{6,40}$/, { message: 'WECHAT_APP_ID: expected the id of the mini-program, such as wx0123456789abcdef' })
  wechatAppId?: string;

  @IsOptional()
  @Matches(/^\w{8,80}$/, { message: 'WECHAT_APP_SECRET: expected the secret of the mini-program' })
  wechatAppSecret?: string;

  /** Bytes a request body may have. */
  @IsInt({ message: 'BODY_LIMIT: expected a number of bytes from 1024 to 33554432' })
  @Min(1024, { message: 'BODY_LIMIT: expected a number of bytes from 1024 to 33554432' })
  @Max(33_554_432, { message: 'BODY_LIMIT: expected a number of bytes from 1024 to 33554432' })
  bodyLimit!: number;

  /** Proxies in front whose X-Forwarded-For is believed: a number of hops, or addresses; empty believes none. */
  @Matches(/^(\d{1,2}|[\da-fA-F.:/, ]*)$/, { message: 'TRUST_PROXY: expected a number of hops or a list of addresses' })
  trustProxy!: string;

  /** Appeals that guests may file by one card on one day of the community. */
  @IsInt({ message: 'CARD_APPEALS_A_DAY: expected a whole number from 1 to 1000000' })
  @Min(1, { message: 'CARD_APPEALS_A_DAY: expected a whole number from 1 to 1000000' })
  @Max(1_000_000, { message: 'CARD_APPEALS_A_DAY: expected a whole number from 1 to 1000000' })
  cardAppealsADay!: number;

  get production(): boolean {
    return this.nodeEnv === 'production';
  }
}
