import { Roles, Scope } from '@app/tenancy';
import { Body, Controller, Delete, Get, HttpCode, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Dispatch } from '../dispatch.service.js';
import type { PolicyVersion } from '../domain/correction.js';
import { LearnedDto, PolicyDto, PolicyInputDto } from './dto/dispatch.dto.js';

const policyView = ({ version, policy, createdAt }: PolicyVersion): PolicyDto => ({
  version,
  rules: [...policy.rules],
  routing: policy.routing,
  serviceLevel: policy.serviceLevel,
  createdAt: createdAt?.toISOString() ?? null,
});

/** Rules, routing and service levels of a tenant, and what it has taught. */
@ApiTags('triage')
@ApiBearerAuth()
@Controller('v1/triage')
export class DispatchController {
  constructor(private readonly dispatch: Dispatch) {}

  @Get('rules')
  @Scope('documents:read')
  @ApiOkResponse({ type: PolicyDto })
  async rules(): Promise<PolicyDto> {
    return policyView(await this.dispatch.policy());
  }

  @Put('rules')
  @Roles('admin')
  @Scope('triage:write')
  @ApiBody({ type: PolicyInputDto })
  @ApiOkResponse({ type: PolicyDto, description: 'The next version; mails that come from now on go by it' })
  // `unknown` keeps the pipe of all other routes away: a policy is checked as a whole.
  async putRules(@Body() body: unknown): Promise<PolicyDto> {
    return policyView(await this.dispatch.putPolicy(body));
  }

  @Get('learned')
  @Scope('documents:read')
  @ApiOkResponse({ type: LearnedDto })
  learned(): Promise<LearnedDto> {
    return this.dispatch.learned();
  }

  @Delete('learned')
  @HttpCode(204)
  @Roles('admin')
  @Scope('triage:write')
  @ApiNoContentResponse({ description: 'Corrections stay on their mails and teach nothing any more' })
  async reset(): Promise<void> {
    await this.dispatch.reset();
  }
}
