import { ApiProperty } from '@nestjs/swagger';
import { DELETION_STATES } from '../../domain/tenant-end.js';

export class KeptDto {
  @ApiProperty({ description: 'Table' }) where!: string;
  @ApiProperty() why!: string;
  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date-time',
    description: 'Of the audit trail, minutes after the tenant has ended; null: for good, or not known yet',
  })
  until!: string | null;
}

class EndReceiptDto {
  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' }, description: 'Rows removed, by table' })
  rows!: Record<string, number>;
  @ApiProperty({ type: 'integer' }) files!: number;
  @ApiProperty({ type: 'integer', description: 'Entries of caches' }) cached!: number;
  @ApiProperty({ type: 'integer', description: 'Versions of the data key that were destroyed' }) keys!: number;
  @ApiProperty({ type: [KeptDto] }) kept!: KeptDto[];
}

export class TenantDeletionDto {
  @ApiProperty({ example: 'ten_0193a1b2c3d47e8f90a1b2c3d4e5f607' }) tenantId!: string;
  @ApiProperty({ enum: DELETION_STATES }) status!: (typeof DELETION_STATES)[number];
  @ApiProperty({ format: 'date-time', description: 'Until then it can be undone' }) dueAt!: string;
  @ApiProperty({ type: EndReceiptDto }) receipt!: EndReceiptDto;
  @ApiProperty({ format: 'date-time' }) createdAt!: string;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) completedAt!: string | null;
}

export class TenantDeletionListDto {
  @ApiProperty({ type: [TenantDeletionDto] }) items!: TenantDeletionDto[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;
}
