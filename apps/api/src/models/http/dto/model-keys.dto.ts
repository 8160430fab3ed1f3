import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsString, Length, Matches } from 'class-validator';

const MAX_KEYS = 10;
/** Shorter than any key that a provider gives out: a slip of the hand, and its fingerprint could be guessed. */
const MIN_LENGTH = 8;
const MAX_LENGTH = 2_048;
/** Keys travel in a header. */
const HEADER_SAFE = /^[\x21-\x7e]*$/;

export class ModelKeysInputDto {
  @ApiProperty({
    type: 'array',
    items: { type: 'string', minLength: MIN_LENGTH, maxLength: MAX_LENGTH, writeOnly: true },
    minItems: 1,
    maxItems: MAX_KEYS,
    description: "All of the tenant's keys for the provider; calls are spread over them. They are never shown again",
    example: ['sk-the-first-key', 'sk-the-second-key'],
  })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MAX_KEYS)
  @ArrayUnique()
  @IsString({ each: true })
  @Length(MIN_LENGTH, MAX_LENGTH, { each: true })
  @Matches(HEADER_SAFE, { each: true, message: 'each key must be printable ASCII without spaces' })
  keys!: string[];
}

export class ModelKeyDto {
  @ApiProperty({ description: 'As the configuration of the service names it', example: 'openai' })
  provider!: string;
  @ApiProperty({ description: 'Tells keys apart, in the ledger too, and gives nothing away', example: '3f1a9c0b77de' })
  fingerprint!: string;
  @ApiProperty({ format: 'date-time', example: '2026-11-02T10:00:00.000Z' })
  createdAt!: string;
}

export class ModelKeyListDto {
  @ApiProperty({ type: [ModelKeyDto] })
  items!: ModelKeyDto[];
}
