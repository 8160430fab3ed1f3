import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { CHILD_ROLES, SPLITS, STAGES, STATUSES } from '../../domain/document.js';

const PAGES = {
  type: 'array',
  items: { type: 'integer', minimum: 1 },
  minItems: 2,
  maxItems: 2,
  nullable: true,
  description: 'Of a part: its first and last page in the file',
} as const;

/** Shapes of answers, for the OpenAPI document. What builds them is `domain/document-view.ts`. */
export class DocumentErrorDto {
  @ApiProperty()
  code!: string;
  @ApiProperty()
  detail!: string;
}

export class DocumentChildDto {
  @ApiProperty()
  id!: string;
  @ApiProperty()
  filename!: string;
  @ApiProperty({ enum: CHILD_ROLES })
  role!: string;
  @ApiProperty({ ...PAGES })
  pages!: readonly [number, number] | null;
  @ApiProperty({ type: String, nullable: true })
  type!: string | null;
  @ApiProperty({ enum: STATUSES })
  status!: string;
}

export class PageCountsDto {
  @ApiProperty()
  total!: number;
  @ApiProperty()
  read!: number;
  @ApiProperty()
  empty!: number;
  @ApiProperty()
  failed!: number;
}

export class SkippedChildDto {
  @ApiProperty()
  name!: string;
  @ApiProperty()
  reason!: string;
}

export class IncompletePartDto {
  @ApiProperty()
  documentId!: string;
  @ApiProperty()
  name!: string;
  @ApiProperty({ description: 'The code of its error, or partial, cancelled' })
  reason!: string;
}

export class ChildCountsDto {
  @ApiProperty()
  found!: number;
  @ApiProperty()
  processed!: number;
  @ApiProperty({ type: [SkippedChildDto] })
  skipped!: SkippedChildDto[];
  @ApiPropertyOptional({ type: [IncompletePartDto], description: 'Of an e-mail: parts that were not understood whole' })
  incomplete?: IncompletePartDto[];
  @ApiPropertyOptional({ description: 'How many of them are parts of this file' })
  parts?: number;
}

export class ReceiptDto {
  @ApiProperty()
  pages!: PageCountsDto;
  @ApiProperty()
  ocrPages!: number;
  @ApiProperty()
  characters!: number;
  @ApiProperty()
  children!: ChildCountsDto;
  @ApiProperty()
  truncated!: boolean;
  @ApiProperty({ type: [String] })
  warnings!: string[];
}

export class LanguageDto {
  @ApiProperty()
  code!: string;
  @ApiProperty()
  confidence!: number;
}

export class MoneyDto {
  @ApiProperty({ description: 'Decimal string' })
  amount!: string;
  @ApiProperty()
  currency!: string;
}

export class UsageDto {
  @ApiProperty()
  tokensIn!: number;
  @ApiProperty()
  tokensOut!: number;
  @ApiProperty()
  cost!: MoneyDto;
  @ApiProperty()
  cacheHit!: boolean;
  @ApiProperty()
  durationMs!: number;
}

export class EmailDto {
  @ApiProperty({ type: String, nullable: true })
  messageId!: string | null;
  @ApiProperty({ type: String, nullable: true })
  from!: string | null;
  @ApiProperty({ type: String, nullable: true })
  sender!: string | null;
  @ApiProperty({ type: [String] })
  to!: string[];
  @ApiProperty({ type: [String] })
  cc!: string[];
  @ApiProperty({ type: [String] })
  bcc!: string[];
  @ApiProperty({ type: [String] })
  replyTo!: string[];
  @ApiProperty({ type: String, nullable: true })
  subject!: string | null;
  @ApiProperty({ type: String, nullable: true })
  date!: string | null;
  @ApiProperty({ type: String, nullable: true })
  inReplyTo!: string | null;
  @ApiProperty({ type: [String] })
  references!: string[];
  @ApiProperty({ type: String, nullable: true, description: 'Mailing list, RFC 2919' })
  listId!: string | null;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'spf, dkim, dmarc as receiving servers wrote them (RFC 8601); claims, not checked here',
  })
  authentication!: Record<string, string>;
}

export class ListedDocumentDto {
  @ApiProperty()
  id!: string;
  @ApiProperty()
  filename!: string;
  @ApiProperty()
  mediaType!: string;
  @ApiProperty()
  sizeBytes!: number;
  @ApiProperty()
  sha256!: string;
  @ApiProperty({ type: String, nullable: true })
  duplicateOf!: string | null;
  @ApiProperty({ type: String, nullable: true })
  parentId!: string | null;
  @ApiProperty({ ...PAGES })
  pages!: readonly [number, number] | null;
  @ApiProperty({
    enum: SPLITS,
    nullable: true,
    description: 'Of a file with several documents; see POST /v1/documents/{id}/split',
  })
  split!: string | null;
  @ApiProperty({ enum: STATUSES })
  status!: string;
  @ApiProperty({ enum: STAGES })
  stage!: string;
  @ApiProperty({ type: DocumentErrorDto, nullable: true })
  error!: DocumentErrorDto | null;
  @ApiPropertyOptional({ type: String, nullable: true, description: 'In lists only' })
  industry?: string | null;
  @ApiPropertyOptional({ type: String, nullable: true, description: 'In lists only' })
  type?: string | null;
  @ApiProperty()
  createdAt!: string;
  @ApiProperty({ type: String, nullable: true })
  completedAt!: string | null;
  @ApiProperty({ type: 'object', additionalProperties: true })
  metadata!: Record<string, unknown>;
}

export class DocumentDto extends ListedDocumentDto {
  @ApiProperty({ type: [DocumentChildDto] })
  children!: DocumentChildDto[];
  @ApiProperty({ type: ReceiptDto, nullable: true })
  receipt!: ReceiptDto | null;
  @ApiProperty({ type: LanguageDto, nullable: true })
  language!: LanguageDto | null;
  @ApiProperty({
    type: 'object',
    nullable: true,
    additionalProperties: true,
    description:
      'industry, type, confidence, alternatives, reasoning, origin; parts where the file holds several documents',
  })
  classification!: object | null;
  @ApiProperty({
    type: 'object',
    nullable: true,
    additionalProperties: true,
    description: 'runId, schemaId, schemaVersion, fillRate, confidence, fields, ruleFailures',
  })
  extraction!: object | null;
  @ApiProperty({ type: EmailDto, nullable: true })
  email!: EmailDto | null;
  @ApiProperty({
    type: 'object',
    nullable: true,
    additionalProperties: true,
    description: 'E-mails only; see POST /v1/triage',
  })
  triage!: object | null;
  @ApiProperty()
  usage!: UsageDto;
}

export class DocumentListDto {
  @ApiProperty({ type: [ListedDocumentDto] })
  items!: ListedDocumentDto[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

export class ErasureReceiptDto {
  @ApiProperty()
  id!: string;
  @ApiProperty()
  erasedAt!: string;
  @ApiProperty({ description: 'The document and all that lay inside it' })
  documents!: number;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'number' }, description: 'Rows removed, by table' })
  rows!: Record<string, number>;
  @ApiProperty()
  files!: number;
}

export class RunDto {
  @ApiProperty()
  id!: string;
  @ApiProperty()
  documentId!: string;
  @ApiProperty({ enum: ['read', 'classify', 'extract', 'triage'] })
  kind!: string;
  @ApiProperty()
  engine!: string;
  @ApiProperty()
  engineVersion!: string;
  @ApiProperty({ type: String, nullable: true })
  model!: string | null;
  @ApiProperty({ type: String, nullable: true })
  schemaId!: string | null;
  @ApiProperty({ type: Number, nullable: true })
  schemaVersion!: number | null;
  @ApiProperty({ type: String, nullable: true })
  promptHash!: string | null;
  @ApiProperty()
  tokensIn!: number;
  @ApiProperty()
  tokensOut!: number;
  @ApiProperty()
  cost!: MoneyDto;
  @ApiProperty()
  cacheHit!: boolean;
  @ApiProperty()
  durationMs!: number;
  @ApiProperty()
  createdAt!: string;
  @ApiPropertyOptional({ type: 'object', additionalProperties: true, description: 'Of a single run only' })
  result?: unknown;
}

export class RunListDto {
  @ApiProperty({ type: [RunDto] })
  items!: RunDto[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}
