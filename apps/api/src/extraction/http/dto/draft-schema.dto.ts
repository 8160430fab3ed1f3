import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsString, MaxLength } from 'class-validator';

const MAX_SAMPLES = 20;

export class DraftSchemaDto {
  @ApiProperty({ type: [String], maxItems: MAX_SAMPLES, description: 'Documents of one kind that have been read' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MAX_SAMPLES)
  @ArrayUnique()
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  documentIds!: string[];
}

class DraftProblemDto {
  @ApiProperty()
  pointer!: string;
  @ApiProperty()
  detail!: string;
}

export class SchemaDraftDto {
  @ApiProperty({ type: 'object', additionalProperties: true, description: 'As POST /v1/schemas takes it; not kept' })
  schema!: object;
  @ApiProperty({ type: [DraftProblemDto], description: 'What has to be mended before it can be kept' })
  problems!: readonly DraftProblemDto[];
}
