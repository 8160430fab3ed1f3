import { ApiProperty } from '@nestjs/swagger';
import { MOST_CHARACTERS, MOST_EXAMPLES, MOST_TEXTS } from '../../domain/examples-input.js';

export class ExampleInputDto {
  @ApiProperty({ maxLength: MOST_CHARACTERS })
  text!: string;
  @ApiProperty({ description: 'The name of a label of the classifier' })
  label!: string;
}

export class ExamplesInputDto {
  @ApiProperty({ type: [ExampleInputDto], minItems: 1, maxItems: MOST_EXAMPLES, description: 'At most 10 MB of texts' })
  examples!: ExampleInputDto[];
}

export class ExamplesReceiptDto {
  @ApiProperty()
  received!: number;
  @ApiProperty()
  added!: number;
  @ApiProperty({ description: 'Texts that were there already: they have the label now that was sent' })
  replaced!: number;
  @ApiProperty({ description: 'How many the classifier has' })
  examples!: number;
}

export class TextsInputDto {
  @ApiProperty({
    type: 'array',
    items: { type: 'string', maxLength: MOST_CHARACTERS },
    minItems: 1,
    maxItems: MOST_TEXTS,
  })
  texts!: string[];
}

export class RankedLabelDto {
  @ApiProperty()
  label!: string;
  @ApiProperty()
  confidence!: number;
}

export class PredictionDto {
  @ApiProperty({ type: String, nullable: true, description: 'Null where `unknown`' })
  label!: string | null;
  @ApiProperty({ description: '0 to 1: how likely the likeliest label is right, if it is one of those that there are' })
  confidence!: number;
  @ApiProperty({ type: [RankedLabelDto], description: 'Where `unknown`, the likeliest label is the first of them' })
  alternatives!: readonly RankedLabelDto[];
  @ApiProperty({ description: 'The text is of none of the labels' })
  unknown!: boolean;
}

export class PredictionsDto {
  @ApiProperty({ description: 'The version that answered' })
  version!: number;
  @ApiProperty({ type: [PredictionDto], description: 'In the order of the texts' })
  predictions!: readonly PredictionDto[];
}
