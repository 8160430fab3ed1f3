import { BLOCK_KINDS } from '@app/reading';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

/** Shapes of `GET …/text?format=json`, for the OpenAPI document. Offsets count UTF-16 code units of `text`. */
export class BoxDto {
  @ApiProperty({ description: '0..1 of the width of the page, from the left.' })
  x!: number;
  @ApiProperty({ description: '0..1 of the height of the page, from the top.' })
  y!: number;
  @ApiProperty()
  width!: number;
  @ApiProperty()
  height!: number;
}

class SpanDto {
  @ApiProperty({ description: 'Where it begins in `text`.' })
  start!: number;
  @ApiProperty({ description: 'Behind its last character in `text`.' })
  end!: number;
  @ApiProperty({ type: BoxDto, nullable: true })
  box!: BoxDto | null;
}

export class WordDto extends SpanDto {
  @ApiPropertyOptional({ description: '0..1, of words that were recognised in a picture.' })
  confidence?: number;
}

export class LineDto extends SpanDto {
  @ApiProperty({ type: [WordDto] })
  words!: WordDto[];
}

export class TableCellDto extends SpanDto {
  @ApiProperty({ description: 'From 0.' })
  row!: number;
  @ApiProperty({ description: 'From 0.' })
  column!: number;
  @ApiPropertyOptional({ description: 'Rows that it covers, where more than one.' })
  rowSpan?: number;
  @ApiPropertyOptional({ description: 'Columns that it covers, where more than one.' })
  columnSpan?: number;
  @ApiPropertyOptional({ description: 'True of cells that name the rows or columns.' })
  isHeader?: boolean;
}

export class TableDto {
  @ApiProperty()
  rows!: number;
  @ApiProperty()
  columns!: number;
  @ApiProperty({ type: [TableCellDto] })
  cells!: TableCellDto[];
}

export class BlockDto extends SpanDto {
  @ApiProperty({ enum: BLOCK_KINDS })
  kind!: string;
  @ApiPropertyOptional({ description: 'Of headings 1 to 6, of list items their depth from 1.' })
  level?: number;
  @ApiPropertyOptional({ type: TableDto, description: 'Of tables.' })
  table?: TableDto;
}

export class PageDto {
  @ApiProperty({ description: 'From 1.' })
  number!: number;
  @ApiPropertyOptional({ description: 'The name of a sheet, the title of a slide or chapter.' })
  name?: string;
  @ApiProperty({ description: 'Points (1/72 inch); 0 where the format has no pages.' })
  width!: number;
  @ApiProperty()
  height!: number;
  @ApiProperty()
  start!: number;
  @ApiProperty()
  end!: number;
  @ApiProperty({ enum: ['text-layer', 'ocr', 'markup'] })
  provenance!: string;
  @ApiPropertyOptional({ description: '0..1, of pages that were recognised.' })
  quality?: number;
  @ApiProperty({ type: [LineDto] })
  lines!: LineDto[];
  @ApiProperty({ type: [BlockDto], description: 'Headings, paragraphs, lists, tables, in reading order.' })
  blocks!: BlockDto[];
}

export class HiddenTextDto {
  @ApiProperty({ description: 'From 1.' })
  page!: number;
  @ApiProperty()
  text!: string;
  @ApiProperty({ enum: ['invisible', 'too-small', 'off-page', 'markup'] })
  reason!: string;
}

export class ReadingDto {
  @ApiProperty({ description: 'The same as `format=plain` answers.' })
  text!: string;
  @ApiProperty({ type: [PageDto] })
  pages!: PageDto[];
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'Title, author, dates and the like, where the file has them.',
  })
  metadata!: Record<string, string>;
  @ApiProperty({ type: [HiddenTextDto], description: 'Text that nobody sees who looks at the document.' })
  hidden!: HiddenTextDto[];
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    nullable: true,
    description: 'Of e-mails: sender, recipients, subject, date, and where the body stands in `text`.',
  })
  email!: Record<string, unknown> | null;
}
