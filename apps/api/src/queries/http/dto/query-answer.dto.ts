import { ApiProperty } from '@nestjs/swagger';

/** Shapes of answers, for the OpenAPI document. What builds them is `http/query-view.ts`. */
export class SearchRanksDto {
  @ApiProperty({ type: Number, nullable: true })
  lexical!: number | null;
  @ApiProperty({ type: Number, nullable: true })
  vector!: number | null;
}

export class SearchHitDto {
  @ApiProperty()
  documentId!: string;
  @ApiProperty()
  filename!: string;
  @ApiProperty()
  chunkId!: string;
  @ApiProperty()
  page!: number;
  @ApiProperty()
  text!: string;
  @ApiProperty({ description: 'Comparable within one answer only' })
  score!: number;
  @ApiProperty()
  ranks!: SearchRanksDto;
}

export class SearchAnswerDto {
  @ApiProperty({ type: [SearchHitDto] })
  hits!: SearchHitDto[];
}

export class CitationBoxDto {
  @ApiProperty()
  x!: number;
  @ApiProperty()
  y!: number;
  @ApiProperty()
  width!: number;
  @ApiProperty()
  height!: number;
}

export class CitationDto {
  @ApiProperty()
  documentId!: string;
  @ApiProperty()
  filename!: string;
  @ApiProperty()
  page!: number;
  @ApiProperty({ description: 'The text of the document at the span' })
  quote!: string;
  @ApiProperty({ type: [Number], minItems: 2, maxItems: 2, description: 'Start and end in UTF-16 code units' })
  span!: number[];
  @ApiProperty({ type: CitationBoxDto, nullable: true })
  box!: CitationBoxDto | null;
}

export class AnswerOriginDto {
  @ApiProperty()
  engine!: string;
  @ApiProperty()
  agent!: string;
  @ApiProperty({ type: String, nullable: true })
  model!: string | null;
  @ApiProperty({ type: String, nullable: true })
  runId!: string | null;
}

export class AnswerCostDto {
  @ApiProperty({ description: 'Decimal string' })
  amount!: string;
  @ApiProperty()
  currency!: string;
}

export class AnswerUsageDto {
  @ApiProperty()
  tokensIn!: number;
  @ApiProperty()
  tokensOut!: number;
  @ApiProperty()
  cost!: AnswerCostDto;
  @ApiProperty()
  cacheHit!: boolean;
  @ApiProperty()
  durationMs!: number;
}

export class QueryAnswerDto {
  @ApiProperty()
  id!: string;
  @ApiProperty({ description: 'False where the documents do not say' })
  answered!: boolean;
  @ApiProperty({ type: String, nullable: true, description: 'In the words of the documents' })
  answer!: string | null;
  @ApiProperty({ type: [CitationDto] })
  citations!: CitationDto[];
  @ApiProperty()
  origin!: AnswerOriginDto;
  @ApiProperty()
  usage!: AnswerUsageDto;
}

export class ListedQueryDto extends QueryAnswerDto {
  @ApiProperty()
  question!: string;
  @ApiProperty({ type: Boolean, nullable: true })
  helpful!: boolean | null;
  @ApiProperty()
  createdAt!: string;
}

export class QueryListDto {
  @ApiProperty({ type: [ListedQueryDto] })
  items!: ListedQueryDto[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}
