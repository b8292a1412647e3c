/** Everything that domains build on, known to all of them without an import. */
import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditLog } from './audit/audit-log';
import { Audits } from './audit/audits';
import { Clock } from './clock/clock';
import { ClockShift } from './clock/clock-shift';
import { Config } from './config/config';
import { Keys, readKeys } from './config/keys';
import { dataSourceOptions } from './database/data-source';
import { FieldCipher } from './database/field-cipher';
import { Texts } from './database/texts';
import { UnitOfWork } from './database/unit-of-work';
import { Ceilings } from './http/ceilings';
import { HealthController } from './http/health.controller';
import { InputGuard } from './http/input.guard';
import { KeyGuard } from './http/key.guard';
import { Log } from './http/log';
import { PermissionGuard } from './http/permission.guard';
import { SessionGuard } from './http/session.guard';
import { ForgetOldKeys } from './jobs/forget-old-keys';
import { Leases } from './jobs/leases';
import { Outbox } from './jobs/outbox';
import { Scheduler } from './jobs/scheduler';
import { Seals } from './seal/seals';
import { WechatGateway } from './wechat/wechat.gateway';

/** In the order in which they are asked. */
const GUARDS = [SessionGuard, PermissionGuard, KeyGuard, InputGuard];

const SERVICES = [
  AuditLog,
  Audits,
  Clock,
  ClockShift,
  FieldCipher,
  Leases,
  Outbox,
  Scheduler,
  Seals,
  Texts,
  UnitOfWork,
  WechatGateway,
];

/** What a test or a command sets otherwise than the server does. */
export interface PlatformOptions {
  log?: Log;
  ceilings?: Ceilings;
}

@Module({})
export class PlatformModule {
  static with(config: Config, options: PlatformOptions = {}): DynamicModule {
    return {
      module: PlatformModule,
      global: true,
      imports: [
        TypeOrmModule.forRoot({
          ...dataSourceOptions(config),
          autoLoadEntities: true,
          retryAttempts: 10,
          retryDelay: 1000,
        }),
      ],
      controllers: [HealthController],
      providers: [
        ...SERVICES,
        ForgetOldKeys,
        { provide: Config, useValue: config },
        { provide: Keys, useFactory: () => readKeys(config.keyFile) },
        { provide: Log, useValue: options.log ?? new Log(config.logLevel) },
        { provide: Ceilings, useValue: options.ceilings ?? new Ceilings() },
        ...GUARDS.map((guard) => ({ provide: APP_GUARD, useClass: guard })),
      ],
      exports: [...SERVICES, Config, Keys, Log, Ceilings],
    };
  }
}
