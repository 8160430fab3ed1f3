import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PLACEHOLDERS } from '../../domain/replies/template.js';
import { REQUEST_TYPES } from '../../domain/triage-model.js';
import { TEMPLATE_BOUNDS } from '../../replies/template-input.js';

const NAME = { minLength: 1, maxLength: TEMPLATE_BOUNDS.name, description: 'Unique in the tenant' } as const;
const LANGUAGE = { pattern: '^[a-z]{2}$', description: 'Of the mails that it answers', example: 'de' } as const;
const CATEGORIES = {
  type: 'array',
  items: { type: 'string' },
  maxItems: TEMPLATE_BOUNDS.conditions,
  description: 'Categories of the mails that it answers, built in or labels of the own classifier; empty for all',
} as const;
const TYPES = {
  enum: REQUEST_TYPES,
  isArray: true,
  description: 'Types of request that it answers; empty for all',
} as const;
const TEXT = {
  minLength: 1,
  maxLength: TEMPLATE_BOUNDS.text,
  description: `May hold ${PLACEHOLDERS.map((name) => `{{${name}}}`).join(', ')}. What a mail does not say becomes […]`,
} as const;

export class NewReplyTemplateDto {
  @ApiProperty(NAME)
  name!: string;
  @ApiProperty(LANGUAGE)
  language!: string;
  @ApiPropertyOptional(CATEGORIES)
  categories?: readonly string[];
  @ApiPropertyOptional(TYPES)
  types?: readonly string[];
  @ApiProperty(TEXT)
  text!: string;
}

export class ReplyTemplateChangeDto {
  @ApiPropertyOptional(NAME)
  name?: string;
  @ApiPropertyOptional(LANGUAGE)
  language?: string;
  @ApiPropertyOptional(CATEGORIES)
  categories?: readonly string[];
  @ApiPropertyOptional(TYPES)
  types?: readonly string[];
  @ApiPropertyOptional(TEXT)
  text?: string;
}

export class ReplyTemplateDto {
  @ApiProperty({ example: 'tpl_0193a1b2c3d47e8f90a1b2c3d4e5f607' })
  id!: string;
  @ApiProperty(NAME)
  name!: string;
  @ApiProperty(LANGUAGE)
  language!: string;
  @ApiProperty(CATEGORIES)
  categories!: readonly string[];
  @ApiProperty(TYPES)
  types!: readonly string[];
  @ApiProperty(TEXT)
  text!: string;
  @ApiProperty({ format: 'date-time' })
  createdAt!: string;
  @ApiProperty({ format: 'date-time' })
  updatedAt!: string;
}

export class ReplyTemplateListDto {
  @ApiProperty({ type: [ReplyTemplateDto] })
  items!: readonly ReplyTemplateDto[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}
