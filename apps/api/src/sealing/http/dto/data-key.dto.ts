import { ApiProperty } from '@nestjs/swagger';
import type { RotationState } from '../../data-key-rotation.service.js';

const STATES = ['waiting', 'resealing', 'settled'] as const satisfies readonly RotationState[];

export class LookedThroughDto {
  @ApiProperty({ description: 'Gone through once for this version' })
  readonly once!: number;

  @ApiProperty({ description: 'And once more an hour later, for what was written meanwhile' })
  readonly twice!: number;

  @ApiProperty({ description: 'Tables, and the stored files as one more' })
  readonly of!: number;
}

export class DataKeyDto {
  @ApiProperty()
  readonly tenantId!: string;

  @ApiProperty({ enum: STATES })
  readonly state!: RotationState;

  @ApiProperty({ description: 'The newest version' })
  readonly version!: number;

  @ApiProperty({ format: 'date-time', description: 'From when on new values are sealed with it' })
  readonly activeFrom!: string;

  @ApiProperty({ description: 'Older versions that still open values' })
  readonly olderVersions!: number;

  @ApiProperty({ description: 'Older versions that open nothing any more' })
  readonly destroyedVersions!: number;

  @ApiProperty({ type: LookedThroughDto })
  readonly lookedThrough!: LookedThroughDto;

  @ApiProperty({ description: 'Rows and files under an older version that do not open: it is kept because of them' })
  readonly valuesThatDoNotOpen!: number;
}
