import { ApiProperty } from '@nestjs/swagger';

const strings = (description?: string) => ({
  type: 'array',
  items: { type: 'string' },
  ...(description && { description }),
});

const RULE = {
  type: 'object',
  properties: {
    name: { type: 'string' },
    when: {
      type: 'object',
      description: 'All that are given must hold, of each list one',
      properties: {
        phrases: strings('Words behind each other; `refund*` at the end'),
        senders: strings('An address, or a domain with those below it'),
        headers: {
          type: 'array',
          items: { type: 'object', properties: { name: { type: 'string' }, contains: { type: 'string' } } },
        },
        attachments: strings('Endings of names, `pdf`'),
        languages: strings(),
        categories: strings(),
        types: strings(),
      },
    },
    set: {
      type: 'object',
      properties: {
        category: { type: 'string' },
        type: { type: 'string' },
        level: { type: 'string' },
        priority: { type: 'number', description: 'Added to the log-odds, -5 to 5' },
        target: { type: 'string' },
      },
    },
    stop: { type: 'boolean', default: false },
  },
};

/** What a tenant says of its mail. Checked as a whole by `domain/policy.ts`. */
export class PolicyInputDto {
  @ApiProperty({ type: 'array', items: RULE })
  rules!: unknown[];
  @ApiProperty({
    type: 'object',
    properties: {
      categories: { type: 'object', additionalProperties: { type: 'string' } },
      otherwise: { type: 'string', nullable: true },
    },
  })
  routing!: unknown;
  @ApiProperty({
    type: 'object',
    nullable: true,
    properties: {
      timeZone: { type: 'string' },
      hours: { type: 'object', additionalProperties: true, description: 'Windows of `{from, to}` for `mon` to `sun`' },
      holidays: { type: 'array', items: { type: 'string' } },
      targets: {
        type: 'array',
        items: { type: 'object' },
        description: '`{category?, type?, level?, hours}`; the first that fits',
      },
    },
  })
  serviceLevel!: unknown;
}

export class PolicyDto extends PolicyInputDto {
  @ApiProperty({ description: '0 for the empty one that every tenant begins with' })
  version!: number;
  @ApiProperty({ type: String, nullable: true })
  createdAt!: string | null;
}

export class LearnedDto {
  @ApiProperty({ description: 'Rises with each correction and with each reset; 0 before the first' })
  version!: number;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'number' },
    description: 'What each thing adds to the log-odds of a priority, in this tenant; words and addresses as hashes',
  })
  weights!: Readonly<Record<string, number>>;
  @ApiProperty({ description: 'Corrected mails that others are held against for category, type and target' })
  mails!: number;
}
