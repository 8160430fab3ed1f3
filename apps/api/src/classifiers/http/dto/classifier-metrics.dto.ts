import { ApiProperty } from '@nestjs/swagger';

export class LabelMetricsDto {
  @ApiProperty()
  name!: string;
  @ApiProperty({ description: 'Examples of the label that were held back' })
  heldBack!: number;
  @ApiProperty()
  precision!: number;
  @ApiProperty()
  recall!: number;
  @ApiProperty()
  f1!: number;
}

export class ConfusionDto {
  @ApiProperty()
  label!: string;
  @ApiProperty()
  predicted!: string;
  @ApiProperty()
  count!: number;
}

export class UnknownMetricsDto {
  @ApiProperty({ description: 'Share of held-back examples that it refused, though their label is known' })
  refused!: number;
  @ApiProperty({ description: 'Of those, the share that it would have got wrong' })
  wrongAmongRefused!: number;
  @ApiProperty({ description: 'Share of right answers among held-back examples that it did not refuse' })
  accuracyOfAnswered!: number;
  @ApiProperty({
    type: Number,
    nullable: true,
    description:
      'Share of examples that it refused when it was trained without their labels; null with fewer than five labels or more than 3,000 examples',
  })
  strangersRefused!: number | null;
}

export class ClassifierMetricsDto {
  @ApiProperty({ description: 'Examples of this version' })
  examples!: number;
  @ApiProperty({
    description: 'Examples that were held back once: all figures are about them, by models that did not see them',
  })
  heldBack!: number;
  @ApiProperty({ description: 'Whether all examples were held back in turn (five parts), or one fifth of them' })
  crossValidated!: boolean;
  @ApiProperty({ description: 'Share of right answers, before any are refused' })
  accuracy!: number;
  @ApiProperty()
  macroF1!: number;
  @ApiProperty({ description: 'Mean distance between confidence and share of right answers' })
  calibrationError!: number;
  @ApiProperty({ type: [LabelMetricsDto] })
  labels!: readonly LabelMetricsDto[];
  @ApiProperty({ type: [ConfusionDto], description: 'The commonest mistakes' })
  confusions!: readonly ConfusionDto[];
  @ApiProperty({ type: UnknownMetricsDto, nullable: true })
  unknown!: UnknownMetricsDto | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'The sentence encoder, where it takes part: English texts only',
  })
  encoder!: string | null;
  @ApiProperty()
  trainingMs!: number;
}
