import { PageQuery } from '@app/http';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsISO8601, IsOptional, Matches, MaxLength } from 'class-validator';
import {
  AUDIT_KINDS,
  AUDIT_OUTCOMES,
  type AuditKind,
  type AuditOutcome,
  type AuditRole,
} from '../../domain/audit-entry.js';
import { PROBLEM_KINDS, type ProblemKind } from '../../domain/verify-chain.js';

/** A day, or a time with its offset from UTC (RFC 3339). */
const TIME = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2}))?$/;
const NO_TIME = { message: '$property must be a day, or a time with its offset from UTC (RFC 3339)' };

export class AuditQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'A day in UTC, or a time: entries from then on', example: '2026-11-01' })
  @IsOptional()
  @Matches(TIME, NO_TIME)
  @IsISO8601({ strict: true }, NO_TIME)
  from?: string;

  @ApiPropertyOptional({ description: 'A day in UTC, or a time: entries before it', example: '2026-12-01T12:00:00Z' })
  @IsOptional()
  @Matches(TIME, NO_TIME)
  @IsISO8601({ strict: true }, NO_TIME)
  to?: string;

  @ApiPropertyOptional({ example: 'documents.review.create' })
  @IsOptional()
  @MaxLength(200)
  action?: string;

  @ApiPropertyOptional({ description: 'Id of a user or an API key' })
  @IsOptional()
  @MaxLength(100)
  actor?: string;

  @ApiPropertyOptional({ description: 'Id of a document, a user, or whatever else a path names' })
  @IsOptional()
  @MaxLength(100)
  resourceId?: string;
}

export class AuditResourceDto {
  @ApiProperty({ example: 'documents' })
  type!: string;
  @ApiProperty({ type: String, nullable: true })
  id!: string | null;
}

export class AuditDetailDto {
  @ApiProperty({ type: [String], description: "Which parts the request's body had" })
  given!: string[];
  @ApiPropertyOptional({ type: [String], description: 'Names of fields' })
  fields?: string[];
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'What a review said, by field',
  })
  verdicts?: Record<string, string>;
}

export class AuditEntryDto {
  @ApiProperty()
  id!: string;
  @ApiProperty({ format: 'date-time' })
  occurredAt!: string;
  @ApiProperty({ enum: AUDIT_KINDS })
  kind!: AuditKind;
  @ApiProperty({ example: 'documents.review.create' })
  action!: string;
  @ApiProperty({ type: String, nullable: true, description: 'Id of a user or an API key; null for nobody known' })
  actor!: string | null;
  @ApiProperty({ type: String, nullable: true, enum: ['viewer', 'analyst', 'admin', 'platform', null] })
  actorRole!: AuditRole | null;
  @ApiProperty({ type: AuditResourceDto, nullable: true })
  resource!: AuditResourceDto | null;
  @ApiProperty({ enum: AUDIT_OUTCOMES, description: '`unknown`: it had begun when its process died' })
  outcome!: AuditOutcome;
  @ApiProperty({ type: Number, nullable: true })
  status!: number | null;
  @ApiProperty({ type: String, nullable: true })
  requestId!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Where from, as exactly as the tenant has it recorded' })
  source!: string | null;
  @ApiProperty({ type: AuditDetailDto, nullable: true })
  detail!: AuditDetailDto | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Place in the chain; null for the first seconds' })
  seq!: number | null;
}

export class AuditListDto {
  @ApiProperty({ type: [AuditEntryDto] })
  items!: AuditEntryDto[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

export class AuditKeyDto {
  @ApiProperty()
  kty!: string;
  @ApiProperty()
  crv!: string;
  @ApiProperty()
  x!: string;
}

export class AuditHeadDto {
  @ApiProperty()
  number!: number;
  @ApiProperty()
  seq!: number;
  @ApiProperty({ description: 'SHA-256, hexadecimal' })
  hash!: string;
  @ApiProperty({ description: 'Ed25519, base64url' })
  signature!: string;
  @ApiProperty({ format: 'date-time' })
  signedAt!: string;
  @ApiProperty()
  keyId!: string;
  @ApiProperty({ type: AuditKeyDto, nullable: true, description: 'The public key, as a JWK' })
  key!: AuditKeyDto | null;
}

export class AuditProblemDto {
  @ApiProperty({ type: Number, nullable: true })
  seq!: number | null;
  @ApiProperty({ enum: PROBLEM_KINDS })
  kind!: ProblemKind;
  @ApiProperty()
  detail!: string;
}

export class AuditVerificationDto {
  @ApiProperty({ enum: ['intact', 'broken'] })
  state!: 'intact' | 'broken';
  @ApiProperty()
  entries!: number;
  @ApiProperty({ description: 'Entries that have their place in the chain; the others get one within seconds' })
  chained!: number;
  @ApiProperty({ type: AuditHeadDto, nullable: true })
  head!: AuditHeadDto | null;
  @ApiProperty({ type: [AuditProblemDto], description: 'The first hundred' })
  problems!: AuditProblemDto[];
}
