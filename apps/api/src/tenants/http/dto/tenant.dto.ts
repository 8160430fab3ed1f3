import { MayBeAbsent } from '@app/http';
import { publicId, REGION } from '@app/kernel';
import { COMPLIANCE_FRAMEWORKS } from '@app/privacy';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Allow, IsIn, IsString, Length, Matches } from 'class-validator';
import {
  AUDIT_SOURCES,
  DUPLICATE_POLICIES,
  MODEL_INPUTS,
  SETTING_BOUNDS,
  type SettingsChange,
  SPLITTING_POLICIES,
} from '../../domain/tenant-settings.js';
import { PRINTABLE, SLUG, type Tenant } from '../../domain/tenant.js';
import { PrivacyChangeDto, PrivacySettingsDto } from './privacy-settings.dto.js';
import {
  OWN_CLASSIFIER,
  REPLY_KNOWLEDGE,
  TRIAGE_BELOW,
  TriageAgentsChangeDto,
  TriageAgentsDto,
  TriageChangeDto,
  TriageSettingsDto,
} from './triage-settings.dto.js';

const REQUESTS = {
  type: 'integer',
  minimum: SETTING_BOUNDS.requests.min,
  maximum: SETTING_BOUNDS.requests.max,
} as const;
const QUOTA = { type: 'integer', nullable: true, minimum: 0, maximum: SETTING_BOUNDS.quota.max } as const;
const RETENTION = {
  type: 'integer',
  nullable: true,
  minimum: SETTING_BOUNDS.retentionDays.min,
  maximum: SETTING_BOUNDS.retentionDays.max,
  description: 'Days after which documents are erased; null keeps them until somebody deletes them',
} as const;
const DAYS_OF_TYPE = {
  ...RETENTION,
  description: 'Days after which documents of the type are erased; null keeps them until somebody deletes them',
} as const;
const UPLOAD = {
  type: 'integer',
  minimum: SETTING_BOUNDS.uploadBytes.min,
  maximum: SETTING_BOUNDS.uploadBytes.max,
} as const;
const PAGES = {
  type: 'integer',
  nullable: true,
  minimum: SETTING_BOUNDS.pages.min,
  maximum: SETTING_BOUNDS.pages.max,
  description: 'Pages of one document that are read; null for as many as the service reads of any',
} as const;
const OCR_PAGES = {
  type: 'integer',
  nullable: true,
  minimum: SETTING_BOUNDS.ocrPages.min,
  maximum: SETTING_BOUNDS.ocrPages.max,
  description: 'Pages of one document that are recognised; null for as many as the service recognises of any',
} as const;
const ROUTES = {
  type: 'object',
  additionalProperties: { type: 'array', items: { type: 'string' }, minItems: 1, maxItems: 20 },
  description:
    'By purpose (`classify`, `extract`, …; `default` for those without a route of their own) the models to ask, `provider/model`, in their order',
  example: { default: ['local/some-model', 'openai/some-model'], answer: ['openai/some-model'] },
} as const;

const THRESHOLD = {
  type: 'number',
  minimum: SETTING_BOUNDS.threshold.min,
  maximum: SETTING_BOUNDS.threshold.max,
} as const;
const CLASSIFY_BELOW = {
  ...THRESHOLD,
  description: 'Confidence of the type below which a model is asked as well; 0 for never, 1 for always',
} as const;
const EXTRACT_BELOW = {
  ...THRESHOLD,
  description: 'Confidence of a field below which a model is asked for it as well; 0 for never, 1 for always',
} as const;
const ACCEPT_AT_ERROR = {
  type: 'number',
  nullable: true,
  minimum: SETTING_BOUNDS.acceptAtError.min,
  maximum: SETTING_BOUNDS.acceptAtError.max,
  description:
    'Share of documents with an error that may go without a review: documents are accepted from the confidence on that keeps it. Null for none set',
  example: 0.02,
} as const;
const REVIEW_BELOW = {
  ...THRESHOLD,
  description: 'Confidence below which a document waits for a person, where reviews do not tell a better one',
} as const;

const CLASSIFIER = {
  ...OWN_CLASSIFIER,
  description: 'The own classifier that says of which type documents are, its labels being types; null for none',
} as const;

class TypeRetentionDto {
  @ApiProperty({ example: 'invoice' }) type!: string;
  @ApiProperty(DAYS_OF_TYPE) days!: number | null;
}

class RetentionSettingsDto {
  @ApiProperty({
    type: [TypeRetentionDto],
    maxItems: SETTING_BOUNDS.typesWithRetention,
    description: 'Rules for types of documents; they win over `retentionDays`. Given, they replace all there were',
  })
  byType!: TypeRetentionDto[];
}

class RateLimitsChangeDto {
  @ApiPropertyOptional({ ...REQUESTS, description: 'Requests in a fixed window of 60 seconds' })
  requestsPerMinute?: number;

  @ApiPropertyOptional({ ...REQUESTS, description: 'Requests in any one second of it' })
  burst?: number;
}

class QuotasChangeDto {
  @ApiPropertyOptional({ ...QUOTA, description: 'Documents in a calendar month (UTC); null for any number' })
  documentsPerMonth?: number | null;

  @ApiPropertyOptional({ ...QUOTA, description: 'Bytes of stored files; null for any number' })
  storageBytes?: number | null;
}

class PiiPolicyChangeDto {
  @ApiPropertyOptional({ enum: MODEL_INPUTS, description: 'How a text goes to the model of a provider' })
  modelInput?: (typeof MODEL_INPUTS)[number];

  @ApiPropertyOptional({
    type: 'array',
    items: { type: 'string', pattern: '^[A-Z][A-Z_]{0,63}$' },
    maxItems: SETTING_BOUNDS.piiTypes,
    description: 'Types of personal data that the policy is about; empty for all',
  })
  types?: string[];
}

class ModelThresholdsChangeDto {
  @ApiPropertyOptional(CLASSIFY_BELOW)
  classify?: number;

  @ApiPropertyOptional(EXTRACT_BELOW)
  extract?: number;

  @ApiPropertyOptional(TRIAGE_BELOW)
  triage?: number;
}

class ReviewChangeDto {
  @ApiPropertyOptional(ACCEPT_AT_ERROR)
  acceptAtError?: number | null;

  @ApiPropertyOptional(REVIEW_BELOW)
  minConfidence?: number;
}

class ClassificationChangeDto {
  @ApiPropertyOptional(CLASSIFIER)
  classifierId?: string | null;
}

/** Any part of the settings. What stands inside is checked by the settings' own schema, the one place that knows it. */
export class SettingsChangeDto {
  @ApiPropertyOptional({ enum: COMPLIANCE_FRAMEWORKS })
  @Allow()
  complianceFramework?: (typeof COMPLIANCE_FRAMEWORKS)[number];

  @ApiPropertyOptional(RETENTION)
  @Allow()
  retentionDays?: number | null;

  @ApiPropertyOptional({ type: RetentionSettingsDto })
  @Allow()
  retention?: RetentionSettingsDto;

  @ApiPropertyOptional({ type: PiiPolicyChangeDto })
  @Allow()
  piiPolicy?: PiiPolicyChangeDto;

  @ApiPropertyOptional({ type: PrivacyChangeDto })
  @Allow()
  privacy?: PrivacyChangeDto;

  @ApiPropertyOptional(ROUTES)
  @Allow()
  providerRoutes?: SettingsChange['providerRoutes'];

  @ApiPropertyOptional({ type: ModelThresholdsChangeDto })
  @Allow()
  modelThresholds?: ModelThresholdsChangeDto;

  @ApiPropertyOptional({ type: ReviewChangeDto })
  @Allow()
  review?: ReviewChangeDto;

  @ApiPropertyOptional({ type: RateLimitsChangeDto })
  @Allow()
  rateLimits?: RateLimitsChangeDto;

  @ApiPropertyOptional(UPLOAD)
  @Allow()
  maxUploadBytes?: number;

  @ApiPropertyOptional(PAGES)
  @Allow()
  maxPages?: number | null;

  @ApiPropertyOptional(OCR_PAGES)
  @Allow()
  maxOcrPages?: number | null;

  @ApiPropertyOptional({ type: QuotasChangeDto })
  @Allow()
  quotas?: QuotasChangeDto;

  @ApiPropertyOptional({
    enum: DUPLICATE_POLICIES,
    description: 'What happens to a file that the tenant has sent before',
  })
  @Allow()
  duplicates?: (typeof DUPLICATE_POLICIES)[number];

  @ApiPropertyOptional({
    enum: SPLITTING_POLICIES,
    description: 'What happens to a file that holds several documents',
  })
  @Allow()
  splitting?: (typeof SPLITTING_POLICIES)[number];

  @ApiPropertyOptional({
    enum: AUDIT_SOURCES,
    description: 'How exactly the audit trail says where requests came from',
  })
  @Allow()
  auditSource?: (typeof AUDIT_SOURCES)[number];

  @ApiPropertyOptional({ type: ClassificationChangeDto })
  @Allow()
  classification?: ClassificationChangeDto;

  @ApiPropertyOptional({ type: TriageChangeDto })
  @Allow()
  triage?: TriageChangeDto;

  @ApiPropertyOptional({ type: TriageAgentsChangeDto })
  @Allow()
  triageAgents?: TriageAgentsChangeDto;

  @ApiPropertyOptional(REPLY_KNOWLEDGE)
  @Allow()
  replyKnowledge?: Record<string, unknown> | null;
}

export class TenantPatchDto extends SettingsChangeDto {
  @ApiPropertyOptional({ minLength: 1, maxLength: 200 })
  @MayBeAbsent()
  @IsString()
  @Length(1, 200)
  @Matches(PRINTABLE)
  name?: string;

  @ApiPropertyOptional({ pattern: REGION.source })
  @MayBeAbsent()
  @IsString()
  @Matches(REGION)
  region?: string;
}

export class AdminTenantPatchDto extends TenantPatchDto {
  @ApiPropertyOptional({ minLength: 1, maxLength: 50 })
  @MayBeAbsent()
  @IsString()
  @Length(1, 50)
  @Matches(PRINTABLE)
  plan?: string;

  @ApiPropertyOptional({ enum: ['active', 'suspended'] })
  @MayBeAbsent()
  @IsIn(['active', 'suspended'])
  status?: 'active' | 'suspended';
}

/** The tenant's own part of a request that makes one. */
export class NewTenantDto {
  @ApiProperty({ minLength: 1, maxLength: 200 })
  @IsString()
  @Length(1, 200)
  @Matches(PRINTABLE)
  name!: string;

  @ApiProperty({ pattern: SLUG.source })
  @IsString()
  @Matches(SLUG)
  slug!: string;

  @ApiPropertyOptional({
    pattern: REGION.source,
    description: 'That of the instance where absent; `default` where it has none',
  })
  @MayBeAbsent()
  @IsString()
  @Matches(REGION)
  region?: string;

  @ApiPropertyOptional({ minLength: 1, maxLength: 50, default: 'standard' })
  @MayBeAbsent()
  @IsString()
  @Length(1, 50)
  @Matches(PRINTABLE)
  plan?: string;
}

class RateLimitsDto {
  @ApiProperty(REQUESTS) requestsPerMinute!: number;
  @ApiProperty(REQUESTS) burst!: number;
}

class QuotasDto {
  @ApiProperty(QUOTA) documentsPerMonth!: number | null;
  @ApiProperty(QUOTA) storageBytes!: number | null;
}

class PiiPolicyDto {
  @ApiProperty({ enum: MODEL_INPUTS }) modelInput!: (typeof MODEL_INPUTS)[number];
  @ApiProperty({ type: [String] }) types!: string[];
}

class ModelThresholdsDto {
  @ApiProperty(CLASSIFY_BELOW) classify!: number;
  @ApiProperty(EXTRACT_BELOW) extract!: number;
  @ApiProperty(TRIAGE_BELOW) triage!: number;
}

class ReviewSettingsDto {
  @ApiProperty(ACCEPT_AT_ERROR) acceptAtError!: number | null;
  @ApiProperty(REVIEW_BELOW) minConfidence!: number;
}

class ClassificationSettingsDto {
  @ApiProperty(CLASSIFIER) classifierId!: string | null;
}

/** A tenant as it is answered. */
export class TenantDto {
  @ApiProperty({ example: 'ten_0193a1b2c3d47e8f90a1b2c3d4e5f607' }) id!: string;
  @ApiProperty() name!: string;
  @ApiProperty() slug!: string;
  @ApiProperty() region!: string;
  @ApiProperty() plan!: string;
  @ApiProperty({ enum: ['active', 'suspended'] }) status!: string;
  @ApiProperty({ enum: COMPLIANCE_FRAMEWORKS }) complianceFramework!: (typeof COMPLIANCE_FRAMEWORKS)[number];
  @ApiProperty(RETENTION) retentionDays!: number | null;
  @ApiProperty({ type: RetentionSettingsDto }) retention!: RetentionSettingsDto;
  @ApiProperty({ type: PiiPolicyDto }) piiPolicy!: PiiPolicyDto;
  @ApiProperty({ type: PrivacySettingsDto }) privacy!: PrivacySettingsDto;
  @ApiProperty(ROUTES) providerRoutes!: Record<string, unknown>;
  @ApiProperty({ type: ModelThresholdsDto }) modelThresholds!: ModelThresholdsDto;
  @ApiProperty({ type: RateLimitsDto }) rateLimits!: RateLimitsDto;
  @ApiProperty(UPLOAD) maxUploadBytes!: number;
  @ApiProperty(PAGES) maxPages!: number | null;
  @ApiProperty(OCR_PAGES) maxOcrPages!: number | null;
  @ApiProperty({ type: QuotasDto }) quotas!: QuotasDto;
  @ApiProperty({ enum: DUPLICATE_POLICIES }) duplicates!: (typeof DUPLICATE_POLICIES)[number];
  @ApiProperty({ type: ReviewSettingsDto }) review!: ReviewSettingsDto;
  @ApiProperty({ enum: SPLITTING_POLICIES }) splitting!: (typeof SPLITTING_POLICIES)[number];
  @ApiProperty({ enum: AUDIT_SOURCES }) auditSource!: (typeof AUDIT_SOURCES)[number];
  @ApiProperty({ type: ClassificationSettingsDto }) classification!: ClassificationSettingsDto;
  @ApiProperty({ type: TriageSettingsDto }) triage!: TriageSettingsDto;
  @ApiProperty({ type: TriageAgentsDto }) triageAgents!: TriageAgentsDto;
  @ApiProperty(REPLY_KNOWLEDGE) replyKnowledge!: Record<string, unknown> | null;
  @ApiProperty({ format: 'date-time' }) createdAt!: string;
  @ApiProperty({ format: 'date-time' }) updatedAt!: string;
}

export class TenantListDto {
  @ApiProperty({ type: [TenantDto] }) items!: TenantDto[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;
}

/** The fields of a DTO class without the class. */
type Plain<T> = { [K in keyof T]: T[K] };

export const toTenantDto = ({ settings, createdAt, updatedAt, ...tenant }: Tenant): Plain<TenantDto> => ({
  ...tenant,
  id: publicId('tenant', tenant.id),
  ...settings,
  createdAt: createdAt.toISOString(),
  updatedAt: updatedAt.toISOString(),
});
