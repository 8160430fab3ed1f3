import { ApiProperty } from '@nestjs/swagger';

export class ThreadItemDto {
  @ApiProperty()
  threadId!: string;
  @ApiProperty({ type: String, nullable: true })
  subject!: string | null;
  @ApiProperty()
  mails!: number;
  @ApiProperty({ description: 'Mails that somebody waits for an answer to' })
  open!: number;
  @ApiProperty()
  firstAt!: string;
  @ApiProperty()
  lastAt!: string;
}

export class ThreadListDto {
  @ApiProperty({ type: [ThreadItemDto] })
  items!: ThreadItemDto[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

export class ThreadMailDto {
  @ApiProperty()
  documentId!: string;
  @ApiProperty({ type: String, nullable: true })
  from!: string | null;
  @ApiProperty({ type: [String] })
  to!: string[];
  @ApiProperty({ type: String, nullable: true })
  subject!: string | null;
  @ApiProperty()
  sentAt!: string;
  @ApiProperty({ type: String, nullable: true })
  category!: string | null;
  @ApiProperty({ type: String, nullable: true })
  priority!: string | null;
  @ApiProperty({ type: String, nullable: true })
  summary!: string | null;
  @ApiProperty({ description: 'True of a mail that says what an earlier one said' })
  isDuplicate!: boolean;
}

export class QuotedDto {
  @ApiProperty({ description: 'Words of the mail' })
  quote!: string;
  @ApiProperty()
  documentId!: string;
}

export class OpenPointDto extends QuotedDto {
  @ApiProperty({ description: 'Nobody else has written of it since' })
  open!: boolean;
  @ApiProperty({ type: String, nullable: true, description: 'The mail that answered it' })
  answeredBy!: string | null;
}

export class ThreadDeadlineDto extends OpenPointDto {
  @ApiProperty({ description: 'YYYY-MM-DD' })
  date!: string;
}

export class ThreadSummaryDto {
  @ApiProperty({ description: 'How it began, and how it stands' })
  text!: string;
  @ApiProperty({ type: [QuotedDto] })
  keyPoints!: QuotedDto[];
  @ApiProperty({ type: [OpenPointDto] })
  questions!: OpenPointDto[];
  @ApiProperty({ type: [OpenPointDto] })
  actionItems!: OpenPointDto[];
  @ApiProperty({ type: [ThreadDeadlineDto] })
  deadlines!: ThreadDeadlineDto[];
}

export class ThreadDto {
  @ApiProperty({ description: 'The id that it has now; ids of threads that were joined to it find it too' })
  threadId!: string;
  @ApiProperty({ type: String, nullable: true })
  subject!: string | null;
  @ApiProperty({ type: [String] })
  participants!: string[];
  @ApiProperty()
  firstAt!: string;
  @ApiProperty()
  lastAt!: string;
  @ApiProperty({
    type: [ThreadMailDto],
    description: 'In the order in which they were sent; of a long thread the last 200',
  })
  mails!: ThreadMailDto[];
  @ApiProperty({ type: QuotedDto, nullable: true })
  openQuestion!: QuotedDto | null;
  @ApiProperty()
  summary!: ThreadSummaryDto;
}
