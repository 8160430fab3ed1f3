import { ApiProperty } from '@nestjs/swagger';

export class ReplayDto {
  @ApiProperty({ description: 'Of the run that comes of it; there is none before it is done' })
  runId!: string;
  @ApiProperty()
  documentId!: string;
  @ApiProperty({ enum: ['queued', 'done'] })
  status!: 'queued' | 'done';
}
