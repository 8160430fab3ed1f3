import { decodeCursor, HandlesIdempotencyItself, PageQuery, pageOf } from '@app/http';
import { requirePublicId } from '@app/kernel';
import { Roles } from '@app/tenancy';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiKeysService } from '../api-keys.service.js';
import { ApiKeyListDto, CreateApiKeyDto, CreatedApiKeyDto, toApiKeyDto } from './dto/api-keys.dto.js';
import type { Plain } from './plain.js';
import { SecretAnswers } from './secret-answers.js';

@ApiTags('api-keys')
@ApiBearerAuth()
@Roles('admin')
@Controller('v1/api-keys')
export class ApiKeysController {
  constructor(
    private readonly keys: ApiKeysService,
    private readonly answers: SecretAnswers,
  ) {}

  @Get()
  @ApiOkResponse({ type: ApiKeyListDto })
  async list(@Query() { limit, cursor }: PageQuery): Promise<ApiKeyListDto> {
    const rows = await this.keys.list(decodeCursor(cursor), limit + 1);
    const { items, nextCursor } = pageOf(rows, limit, ({ id }) => id, toApiKeyDto);
    return { items: [...items], nextCursor };
  }

  @Post()
  @HandlesIdempotencyItself()
  @ApiCreatedResponse({ type: CreatedApiKeyDto })
  create(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() { name, scopes, expiresAt }: CreateApiKeyDto,
  ): Promise<Plain<CreatedApiKeyDto>> {
    const work = async (): Promise<Plain<CreatedApiKeyDto>> => {
      const made = await this.keys.create({ name, scopes, expiresAt: expiresAt ? new Date(expiresAt) : null });
      return { ...toApiKeyDto(made.record), key: made.key };
    };
    return this.answers.once(request, reply, work, (answer) => ({ ...answer, key: null }));
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  async revoke(@Param('id') id: string): Promise<void> {
    await this.keys.revoke(requirePublicId('apiKey', id));
  }
}
