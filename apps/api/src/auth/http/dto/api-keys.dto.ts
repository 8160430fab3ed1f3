import { publicId } from '@app/kernel';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsISO8601,
  IsOptional,
  IsString,
  Length,
  Matches,
} from 'class-validator';
import type { ApiKey } from '../../api-keys.service.js';
import type { Plain } from '../plain.js';
import { PRINTABLE } from '../../domain/input-rules.js';
import { type ApiScope, SCOPES } from '../../domain/scopes.js';

const RFC_3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;

export class CreateApiKeyDto {
  @ApiProperty({ minLength: 1, maxLength: 200 })
  @IsString()
  @Length(1, 200)
  @Matches(PRINTABLE)
  name!: string;

  @ApiProperty({ enum: SCOPES, isArray: true, minItems: 1 })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(SCOPES.length)
  @IsIn(SCOPES, { each: true })
  scopes!: ApiScope[];

  @ApiPropertyOptional({ type: String, format: 'date-time', nullable: true, description: 'Never, where absent' })
  @IsOptional()
  @IsISO8601({ strict: true, strictSeparator: true })
  @Matches(RFC_3339, { message: 'expiresAt must be a time with its offset from UTC (RFC 3339)' })
  expiresAt?: string | null;
}

export class ApiKeyDto {
  @ApiProperty({ example: 'key_0193a1b2c3d47e8f90a1b2c3d4e5f607' }) id!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ description: 'The beginning of the key, to tell keys apart by' }) prefix!: string;
  @ApiProperty({ enum: SCOPES, isArray: true }) scopes!: string[];
  @ApiProperty({ type: String, nullable: true }) createdBy!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) expiresAt!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) lastUsedAt!: string | null;
  @ApiProperty({ format: 'date-time' }) createdAt!: string;
}

export class CreatedApiKeyDto extends ApiKeyDto {
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'The key itself, shown this once; null where the answer to an Idempotency-Key is repeated',
  })
  key!: string | null;
}

export class ApiKeyListDto {
  @ApiProperty({ type: [ApiKeyDto] }) items!: ApiKeyDto[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;
}

export const toApiKeyDto = (key: ApiKey): Plain<ApiKeyDto> => ({
  id: publicId('apiKey', key.id),
  name: key.name,
  prefix: `dsr_${key.publicId}`,
  scopes: [...key.scopes],
  createdBy: key.createdBy === null ? null : publicId('user', key.createdBy),
  expiresAt: key.expiresAt?.toISOString() ?? null,
  lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
  createdAt: key.createdAt.toISOString(),
});
