import { HandlesIdempotencyItself } from '@app/http';
import { PlatformOnly } from '@app/tenancy';
import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { TenantFounding } from '../tenant-founding.service.js';
import { CreatedTenantDto, CreateTenantDto, toCreatedTenantDto } from './dto/admin-tenants.dto.js';
import type { Plain } from './plain.js';
import { SecretAnswers } from './secret-answers.js';

@ApiTags('platform')
@ApiBearerAuth()
@PlatformOnly()
@Controller('v1/admin/tenants')
export class TenantFoundingController {
  constructor(
    private readonly founding: TenantFounding,
    private readonly answers: SecretAnswers,
  ) {}

  @Post()
  @HandlesIdempotencyItself()
  @ApiCreatedResponse({ type: CreatedTenantDto })
  create(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: CreateTenantDto,
  ): Promise<Plain<CreatedTenantDto>> {
    const work = async (): Promise<Plain<CreatedTenantDto>> =>
      toCreatedTenantDto(await this.founding.foundTenant(body));
    return this.answers.once(request, reply, work, (answer) => ({
      ...answer,
      admin: { id: answer.admin.id, email: answer.admin.email, password: null },
    }));
  }
}
