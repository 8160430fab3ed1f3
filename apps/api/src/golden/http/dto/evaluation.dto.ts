import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { AGAINST, STATUSES } from '../../domain/evaluation.js';
import { VERDICTS } from '../../domain/score.js';

class EvaluationThresholdsDto {
  @ApiPropertyOptional({ minimum: 0, maximum: 1 })
  classify?: number;
  @ApiPropertyOptional({ minimum: 0, maximum: 1 })
  extract?: number;
}

const THRESHOLDS = {
  type: EvaluationThresholdsDto,
  description: 'Confidence below which a model is asked, in the place of the tenant’s; 0: never',
} as const;

export class EvaluationInputDto {
  @ApiPropertyOptional({ description: 'A schema that is published or built in; this or `schema`' })
  schemaId?: string;
  @ApiPropertyOptional({ minimum: 1, description: 'Left out: the latest' })
  version?: number;
  @ApiPropertyOptional({ type: 'object', additionalProperties: true, description: 'As POST /v1/schemas takes it' })
  schema?: object;
  @ApiPropertyOptional({ enum: AGAINST, default: 'last', description: 'What it is held against' })
  against?: string;
  @ApiPropertyOptional(THRESHOLDS)
  modelThresholds?: EvaluationThresholdsDto;
}

export class PublicationInputDto {
  @ApiProperty({ type: 'object', additionalProperties: true, description: 'As POST /v1/schemas takes it' })
  schema!: object;
  @ApiPropertyOptional({ minimum: 0, maximum: 1, default: 0, description: 'Micro F1 that may be lost all the same' })
  tolerance?: number;
  @ApiPropertyOptional(THRESHOLDS)
  modelThresholds?: EvaluationThresholdsDto;
}

class RatesDto {
  @ApiProperty({ type: Number, nullable: true })
  precision!: number | null;
  @ApiProperty({ type: Number, nullable: true })
  recall!: number | null;
  @ApiProperty({ type: Number, nullable: true })
  f1!: number | null;
}

class TallyDto {
  @ApiProperty()
  right!: number;
  @ApiProperty({ description: 'Another value' })
  wrong!: number;
  @ApiProperty({ description: 'Nothing was found' })
  missing!: number;
  @ApiProperty({ description: 'Found where there is nothing' })
  invented!: number;
  @ApiProperty({ description: 'Rightly nothing' })
  empty!: number;
}

class FieldFiguresDto extends RatesDto {
  @ApiProperty({ description: 'Cells of lists as `list.column`' })
  name!: string;
  @ApiProperty()
  tally!: TallyDto;
}

class FiguresDto {
  @ApiProperty()
  documents!: number;
  @ApiProperty({ description: 'Documents in which all that is scored is right' })
  allRight!: number;
  @ApiProperty({ type: Number, nullable: true })
  typeAccuracy!: number | null;
  @ApiProperty({ description: 'Each value counts alike' })
  micro!: RatesDto;
  @ApiProperty({ description: 'Each field counts alike' })
  macro!: RatesDto;
  @ApiProperty({ type: [FieldFiguresDto] })
  fields!: readonly FieldFiguresDto[];
}

class DocumentChangeDto {
  @ApiProperty()
  documentId!: string;
  @ApiProperty({ type: [String], description: 'Fields that were right and are not any more; `@type` is the type' })
  regressed!: readonly string[];
  @ApiProperty({ type: [String], description: 'Fields that are right now and were not' })
  improved!: readonly string[];
}

class EvaluationUsageDto {
  @ApiProperty()
  tokensIn!: number;
  @ApiProperty()
  tokensOut!: number;
  @ApiProperty({ type: 'object', properties: { amount: { type: 'string' }, currency: { type: 'string' } } })
  cost!: object;
}

class EvaluationErrorDto {
  @ApiProperty()
  code!: string;
  @ApiProperty()
  detail!: string;
}

export class EvaluationDto {
  @ApiProperty({ example: 'evl_0197a2b3c4d57e6f8a9b0c1d2e3f4a5b' })
  id!: string;
  @ApiProperty()
  goldenSetId!: string;
  @ApiProperty({ enum: STATUSES })
  status!: string;
  @ApiProperty()
  schemaKey!: string;
  @ApiProperty({
    type: 'object',
    nullable: true,
    additionalProperties: true,
    description: '{schemaId, version}; null for a schema that came with the request',
  })
  schema!: object | null;
  @ApiProperty({
    type: 'object',
    nullable: true,
    additionalProperties: true,
    description: '{schemaId, version} or {evaluationId}; null where there was nothing to hold it against',
  })
  against!: object | null;
  @ApiProperty({ description: 'Documents that have been read' })
  documents!: number;
  @ApiProperty({ type: FiguresDto, nullable: true, description: 'Null before the end' })
  figures!: FiguresDto | null;
  @ApiProperty({ type: FiguresDto, nullable: true, description: 'Of what it is held against' })
  baseline!: FiguresDto | null;
  @ApiProperty({ type: [DocumentChangeDto] })
  changes!: readonly DocumentChangeDto[];
  @ApiProperty({
    type: 'object',
    nullable: true,
    additionalProperties: true,
    description: 'Of publications: {status: "published", schemaId, version} or {status: "refused", code}',
  })
  publication!: object | null;
  @ApiProperty()
  usage!: EvaluationUsageDto;
  @ApiProperty({ type: EvaluationErrorDto, nullable: true })
  error!: EvaluationErrorDto | null;
  @ApiProperty({ format: 'date-time' })
  createdAt!: string;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  completedAt!: string | null;
}

export class ListedEvaluationDto {
  @ApiProperty()
  id!: string;
  @ApiProperty({ enum: STATUSES })
  status!: string;
  @ApiProperty()
  schemaKey!: string;
  @ApiProperty({ type: 'object', nullable: true, additionalProperties: true })
  schema!: object | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Micro F1; null before the end' })
  f1!: number | null;
  @ApiProperty({ format: 'date-time' })
  createdAt!: string;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  completedAt!: string | null;
}

export class EvaluationListDto {
  @ApiProperty({ type: [ListedEvaluationDto] })
  items!: readonly ListedEvaluationDto[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

class ScoreDto {
  @ApiProperty()
  name!: string;
  @ApiProperty({ enum: VERDICTS })
  verdict!: string;
  @ApiProperty({ type: String, nullable: true })
  expected!: string | null;
  @ApiProperty({ type: String, nullable: true })
  found!: string | null;
}

class RowScoreDto {
  @ApiProperty({ type: Number, nullable: true, description: 'Place of the row in the truth, from 0' })
  expected!: number | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Place of the row that was found, from 0' })
  found!: number | null;
  @ApiProperty({ type: [ScoreDto] })
  cells!: readonly ScoreDto[];
}

class FieldScoreDto extends ScoreDto {
  @ApiPropertyOptional({ type: [RowScoreDto], description: 'Of a list' })
  rows?: readonly RowScoreDto[];
}

export class DocumentOutcomeDto {
  @ApiProperty()
  documentId!: string;
  @ApiProperty({ type: [FieldScoreDto] })
  fields!: readonly FieldScoreDto[];
}

export class OutcomeListDto {
  @ApiProperty({ type: [DocumentOutcomeDto] })
  items!: readonly DocumentOutcomeDto[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}
