/** What the server is told by its environment, checked once at boot. */
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  Max,
  Min,
  MinLength,
  ValidateIf,
} from 'class-validator';

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

  /** Where photos and voices are kept, unless S3 is given. */
  @IsString({ message: 'MEDIA_DIR: expected the folder that keeps photos and voices, or MEDIA_S3_URL and its bucket' })
  @MinLength(1, {
    message: 'MEDIA_DIR: expected the folder that keeps photos and voices, or MEDIA_S3_URL and its bucket',
  })
  mediaDir!: string;

  /** Of an S3-compatible store; the bucket is the first part of the path below it. */
  @IsOptional()
  @IsUrl(WEB_ADDRESS, { message: 'MEDIA_S3_URL: expected the address of an S3-compatible store' })
  mediaS3Url?: string;

  @ValidateIf((config: Config) => config.mediaS3Url !== undefined)
  @Matches(/^[a-z\d][a-z\d.-]{1,61}[a-z\d]$/, { message: 'MEDIA_S3_BUCKET: expected the name of a bucket' })
  mediaS3Bucket?: string;

  @Matches(/^[\w-]{1,40}$/, { message: 'MEDIA_S3_REGION: expected a region, such as us-east-1' })
  mediaS3Region!: string;

  @ValidateIf((config: Config) => config.mediaS3Url !== undefined)
  @Matches(/^[\x21-\x7e]{3,128}$/, { message: 'MEDIA_S3_KEY_ID: expected the id of an access key' })
  mediaS3KeyId?: string;

  @ValidateIf((config: Config) => config.mediaS3Url !== undefined)
  @Matches(/^[\x21-\x7e]{8,256}$/, { message: 'MEDIA_S3_SECRET: expected the secret of the access key' })
  mediaS3Secret?: string;

  /** Uploads that one person, or all guests of one card together, may begin within 24 hours. */
  @IsInt({ message: 'MEDIA_A_DAY: expected a whole number from 1 to 1000000' })
  @Min(1, { message: 'MEDIA_A_DAY: expected a whole number from 1 to 1000000' })
  @Max(1_000_000, { message: 'MEDIA_A_DAY: expected a whole number from 1 to 1000000' })
  mediaADay!: number;

  get production(): boolean {
    return this.nodeEnv === 'production';
  }
}
