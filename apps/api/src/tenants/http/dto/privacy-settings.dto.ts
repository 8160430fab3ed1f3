import { REGION } from '@app/kernel';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { SETTING_BOUNDS } from '../../domain/tenant-settings.js';

const STATEMENT = { type: 'string', nullable: true, minLength: 1, maxLength: SETTING_BOUNDS.statement } as const;
const MODEL_INPUT_BASIS = { ...STATEMENT, description: 'Why models may get plain text, in your words' } as const;
const TRANSFER_REGIONS = {
  type: 'array',
  items: { type: 'string', pattern: REGION.source },
  maxItems: SETTING_BOUNDS.transferRegions,
  description: 'Regions beside the own one whose models may get texts',
} as const;
const TRANSFER_BASIS = { ...STATEMENT, description: 'What allows texts to go there, in your words' } as const;
const BELOW_FRAMEWORK = {
  ...STATEMENT,
  description: 'Why settings may be weaker than the framework asks for; shown by GET /v1/privacy/status',
} as const;

export class PrivacyChangeDto {
  @ApiPropertyOptional(MODEL_INPUT_BASIS)
  modelInputBasis?: string | null;

  @ApiPropertyOptional(TRANSFER_REGIONS)
  transferRegions?: string[];

  @ApiPropertyOptional(TRANSFER_BASIS)
  transferBasis?: string | null;

  @ApiPropertyOptional(BELOW_FRAMEWORK)
  belowFramework?: string | null;
}

export class PrivacySettingsDto {
  @ApiProperty(MODEL_INPUT_BASIS) modelInputBasis!: string | null;
  @ApiProperty(TRANSFER_REGIONS) transferRegions!: string[];
  @ApiProperty(TRANSFER_BASIS) transferBasis!: string | null;
  @ApiProperty(BELOW_FRAMEWORK) belowFramework!: string | null;
}
