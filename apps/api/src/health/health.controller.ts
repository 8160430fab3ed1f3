import { AppError } from '@app/kernel';
import { Public } from '@app/tenancy';
import { Controller, Get, ServiceUnavailableException } from '@nestjs/common';
import { ApiOkResponse, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import { HealthCheck, type HealthCheckResult, HealthCheckService } from '@nestjs/terminus';
import { HealthService } from './health.service.js';

const VERSION = '0.1.0';

/** The same answer as any other error, with the state of each dependency, so that a probe's log tells what is down. */
function notReady(error: ServiceUnavailableException): AppError {
  const { details } = error.getResponse() as HealthCheckResult;
  const states = Object.entries(details).map(([name, { status }]) => ({ name, status }));
  const down = states.filter(({ status }) => status !== 'up').map(({ name }) => name);
  return new AppError('not_ready', 'unavailable', {
    detail: `Not ready; down: ${down.join(', ')}.`,
    errors: states.map(({ name, status }) => ({ pointer: `/details/${name}`, detail: status })),
  });
}

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

  private async all(): Promise<HealthCheckResult> {
    const { database, cache, storage, queue, providers } = this.health;
    try {
      return await this.checks.check([database, cache, storage, queue, providers]);
    } catch (error) {
      throw error instanceof ServiceUnavailableException ? notReady(error) : error;
    }
  }
}
