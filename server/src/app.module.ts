/** The whole server: the platform and all domains on it. */
import { Module, type DynamicModule } from '@nestjs/common';
import { DOMAINS } from './domains';
import type { Config } from './platform/config/config';
import { PlatformModule, type PlatformOptions } from './platform/platform.module';

@Module({})
export class AppModule {
  static with(config: Config, options: PlatformOptions = {}): DynamicModule {
    return { module: AppModule, imports: [PlatformModule.with(config, options), ...DOMAINS] };
  }
}
