import { Public } from '@app/tenancy';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import { HealthCheck, HealthCheckService } from '@nestjs/terminus';
import { HealthService } from './health.service.js';

const VERSION = '0.1.0';

@ApiTags('operations')
@Public()
@Controller()
export class HealthController {
  constructor(
    private readonly checks: HealthCheckService,
    private readonly health: HealthService,
  ) {}

  /** The process runs and its event loop turns; nothing else is asked, so that a lost dependency does not restart it. */
  @Get('health/live')
  @ApiOkResponse()
  live() {
    return { status: 'ok' };
  }

  @Get('health/ready')
  @HealthCheck()
  @ApiOkResponse()
  @ApiServiceUnavailableResponse()
  ready() {
    return this.all();
  }

  @Get('health')
  @HealthCheck()
  @ApiOkResponse()
  @ApiServiceUnavailableResponse()
  async overview() {
    return {
      ...(await this.all()),
      version: VERSION,
      node: process.version,
      uptimeSeconds: Math.round(process.uptime()),
    };
  }

  private all() {
    const { database, cache, storage, queue, providers } = this.health;
    return this.checks.check([database, cache, storage, queue, providers]);
  }
}
