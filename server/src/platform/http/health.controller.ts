/** Tells whoever starts or watches the server whether it lives and whether it can work. */
import { Controller, Get, Header } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { isCurrent } from '../database/migrate';
import { fail } from './fail';

@Controller('health')
export class HealthController {
  constructor(private readonly dataSource: DataSource) {}

  @Get('live')
  @Header('Cache-Control', 'no-store')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('ready')
  @Header('Cache-Control', 'no-store')
  async ready(): Promise<{ status: 'ok' }> {
    const current = await isCurrent(this.dataSource).catch((error: unknown) =>
      fail('PART_DOWN', { retryAfter: 2 }, error),
    );
    return current ? { status: 'ok' } : fail('PART_DOWN', { retryAfter: 10 }, new Error('migrations are missing'));
  }
}
