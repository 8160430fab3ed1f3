import { MayBeAbsent } from '@app/http';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsString,
  Length,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { MOST_LABELS } from '../../domain/examples-input.js';
import { ClassifierMetricsDto } from './classifier-metrics.dto.js';

const STATUSES = ['empty', 'training', 'ready'] as const;

export class LabelInputDto {
  @ApiProperty({ maxLength: 200, example: 'card_arrival' })
  @IsString()
  @Length(1, 200)
  name!: string;

  @ApiPropertyOptional({
    maxLength: 2000,
    description: 'What belongs under the label. It is learnt from, as its name is',
  })
  @MayBeAbsent()
  @IsString()
  @MaxLength(2000)
  description?: string;
}

export class ClassifierInputDto {
  @ApiProperty({ maxLength: 200, example: 'Requests to the bank' })
  @IsString()
  @Length(1, 200)
  name!: string;

  @ApiPropertyOptional({ maxLength: 2000 })
  @MayBeAbsent()
  @IsString()
  @MaxLength(2000)
  description?: string;

  @ApiProperty({ type: [LabelInputDto], minItems: 2, maxItems: MOST_LABELS })
  @IsArray()
  @ArrayMinSize(2)
  @ArrayMaxSize(MOST_LABELS)
  @ArrayUnique(({ name }: LabelInputDto) => name, { message: 'labels must have different names' })
  @ValidateNested({ each: true })
  @Type(() => LabelInputDto)
  labels!: LabelInputDto[];

  @ApiPropertyOptional({ default: false, description: 'Whether it may say that a text is of none of its labels' })
  @MayBeAbsent()
  @IsBoolean()
  unknown?: boolean;
}

export class LabelDto {
  @ApiProperty()
  name!: string;
  @ApiPropertyOptional()
  description?: string | undefined;
}

export class ClassifierErrorDto {
  @ApiProperty({ example: 'training_timeout' })
  code!: string;
  @ApiProperty()
  detail!: string;
}

export class ClassifierDto {
  @ApiProperty({ example: 'clf_0197a2b3c4d57e6f8a9b0c1d2e3f4a5b' })
  id!: string;
  @ApiProperty()
  name!: string;
  @ApiProperty({ type: String, nullable: true })
  description!: string | null;
  @ApiProperty({ type: [LabelDto] })
  labels!: readonly LabelDto[];
  @ApiProperty()
  unknown!: boolean;
  @ApiProperty({ enum: STATUSES, description: 'While it is trained again, the version before answers' })
  status!: (typeof STATUSES)[number];
  @ApiProperty({ description: 'How many examples it has' })
  examples!: number;
  @ApiProperty({ type: Number, nullable: true, description: 'The version that answers' })
  version!: number | null;
  @ApiProperty({ type: ClassifierMetricsDto, nullable: true, description: 'Of the version that answers' })
  metrics!: ClassifierMetricsDto | null;
  @ApiProperty({ type: ClassifierErrorDto, nullable: true, description: 'Why the last training failed' })
  error!: ClassifierErrorDto | null;
  @ApiProperty({ format: 'date-time' })
  createdAt!: string;
}

export class ClassifierListDto {
  @ApiProperty({ type: [ClassifierDto] })
  items!: ClassifierDto[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

export class ClassifierVersionDto {
  @ApiProperty({ description: 'From 1' })
  version!: number;
  @ApiProperty({ description: 'Whether it is the one that answers' })
  active!: boolean;
  @ApiProperty({ type: ClassifierMetricsDto })
  metrics!: ClassifierMetricsDto;
  @ApiProperty({ format: 'date-time' })
  createdAt!: string;
}

export class ClassifierVersionListDto {
  @ApiProperty({ type: [ClassifierVersionDto], description: 'The newest first' })
  items!: ClassifierVersionDto[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}
