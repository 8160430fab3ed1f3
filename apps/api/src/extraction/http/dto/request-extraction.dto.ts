import { ApiProperty } from '@nestjs/swagger';
import { IsNotEmpty, IsString, MaxLength } from 'class-validator';

export class RequestExtractionDto {
  @ApiProperty({ description: 'Id of a schema, see GET /v1/schemas', maxLength: 100 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  schemaId!: string;
}
