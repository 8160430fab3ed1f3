import { MayBeAbsent, PageQuery } from '@app/http';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsString, MaxLength } from 'class-validator';
import { DUPLICATE_KINDS, MAIL_STATUSES, type MailStatus } from '../../domain/mail.js';

const ORDERS = ['priority', 'dueAt', 'receivedAt'] as const;
const LEVELS = ['urgent', 'high', 'normal', 'low'] as const;

export class InboxQuery extends PageQuery {
  @ApiPropertyOptional({ enum: MAIL_STATUSES })
  @MayBeAbsent()
  @IsIn(MAIL_STATUSES)
  status?: MailStatus;

  @ApiPropertyOptional()
  @MayBeAbsent()
  @IsString()
  @MaxLength(100)
  category?: string;

  @ApiPropertyOptional({ enum: LEVELS })
  @MayBeAbsent()
  @IsIn(LEVELS)
  priority?: string;

  @ApiPropertyOptional({ description: 'The queue or team that it is for' })
  @MayBeAbsent()
  @IsString()
  @MaxLength(100)
  target?: string;

  @ApiPropertyOptional({ enum: ORDERS, default: 'priority', description: '`dueAt`: only mails that are due' })
  @IsIn(ORDERS)
  sort: (typeof ORDERS)[number] = 'priority';
}

export class InboxDuplicateDto {
  @ApiProperty({ description: 'The first document that says the same' })
  of!: string;
  @ApiProperty({ enum: DUPLICATE_KINDS })
  kind!: string;
  @ApiProperty({ description: '0..1' })
  similarity!: number;
}

export class InboxItemDto {
  @ApiProperty()
  documentId!: string;
  @ApiProperty()
  threadId!: string;
  @ApiProperty({ type: String, nullable: true })
  subject!: string | null;
  @ApiProperty({ type: String, nullable: true })
  from!: string | null;
  @ApiProperty({ enum: MAIL_STATUSES })
  status!: string;
  @ApiProperty()
  category!: string;
  @ApiProperty()
  type!: string;
  @ApiProperty({ enum: LEVELS })
  priority!: string;
  @ApiProperty({ description: '0..1' })
  score!: number;
  @ApiProperty({ type: String, nullable: true })
  target!: string | null;
  @ApiProperty({ type: String, nullable: true })
  dueAt!: string | null;
  @ApiProperty({ type: InboxDuplicateDto, nullable: true })
  duplicate!: InboxDuplicateDto | null;
  @ApiProperty()
  sentAt!: string;
  @ApiProperty()
  receivedAt!: string;
}

export class InboxDto {
  @ApiProperty({ type: [InboxItemDto] })
  items!: InboxItemDto[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}
