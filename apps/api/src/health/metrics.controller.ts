import { timingSafeEqual } from 'node:crypto';
import { AppError } from '@app/kernel';
import { register } from '@app/observability';
import { Public } from '@app/tenancy';
import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type HealthConfig, healthConfig } from './health.config.js';

const sameToken = (given: string, expected: string): boolean => {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
};

/** Prometheus' view of this process. Its labels hold no tenant, so it may be public inside a network; a token closes it. */
@ApiTags('operations')
@Public()
@Controller('metrics')
export class MetricsController {
  constructor(@Inject(healthConfig.token) private readonly config: HealthConfig) {}

  @Get()
  @ApiProduces('text/plain')
  @ApiOkResponse({ schema: { type: 'string' } })
  async metrics(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { metricsToken } = this.config;
    const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
    if (metricsToken !== undefined && !sameToken(given, metricsToken))
      throw new AppError('invalid_token', 'unauthenticated', { detail: 'Metrics need their own token.' });
    void reply.header('content-type', register.contentType);
    return register.metrics();
  }
}
