import type { PiiEntity } from '@app/privacy';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';

/** Characters of one text: its work is done while the caller waits, so it has to stay small. */
const MOST_CHARACTERS = 100_000;

export class PseudonymTextDto {
  @ApiProperty({ maxLength: MOST_CHARACTERS })
  @IsString()
  @MaxLength(MOST_CHARACTERS)
  text!: string;
}

class PseudonymEntityDto {
  @ApiProperty() type!: string;
  @ApiProperty({ description: 'Offset into the text that was sent' }) start!: number;
  @ApiProperty() end!: number;
  @ApiProperty() score!: number;
  @ApiPropertyOptional() country?: string;
  @ApiPropertyOptional() subtype?: string;
}

export class PseudonymizedDto {
  @ApiProperty({ example: '[PERSON_mzxw6ytbojtg633c] has not been paid' }) text!: string;
  @ApiProperty({ type: [PseudonymEntityDto] }) entities!: PiiEntity[];
}

export class RevealedDto {
  @ApiProperty() text!: string;
  @ApiProperty({ description: 'Different tokens of the text that were known' }) revealed!: number;
}
