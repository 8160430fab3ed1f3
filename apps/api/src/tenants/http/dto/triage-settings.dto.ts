import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { AGENT_MODES, SETTING_BOUNDS } from '../../domain/tenant-settings.js';

export const TRIAGE_BELOW = {
  type: 'number',
  minimum: SETTING_BOUNDS.threshold.min,
  maximum: SETTING_BOUNDS.threshold.max,
  description: 'Confidence of an agent of triage below which a model is asked as well; 0 for never, 1 for always',
} as const;

const AGENT_MODE = {
  enum: AGENT_MODES,
  description: 'Whom this agent of triage asks: the engine alone, a model below the threshold, or a model in any case',
} as const;

export const REPLY_KNOWLEDGE = {
  type: 'object',
  additionalProperties: true,
  nullable: true,
  description:
    'Metadata of the documents whose sentences may stand in drafts of replies, all keys; null where none may',
  example: { collection: 'help' },
} as const;

type AgentMode = (typeof AGENT_MODES)[number];

export class TriageAgentsChangeDto {
  @ApiPropertyOptional(AGENT_MODE)
  classify?: AgentMode;

  @ApiPropertyOptional(AGENT_MODE)
  prioritise?: AgentMode;

  @ApiPropertyOptional(AGENT_MODE)
  summarise?: AgentMode;

  @ApiPropertyOptional(AGENT_MODE)
  reply?: AgentMode;
}

export class TriageAgentsDto {
  @ApiProperty(AGENT_MODE)
  classify!: AgentMode;

  @ApiProperty(AGENT_MODE)
  prioritise!: AgentMode;

  @ApiProperty(AGENT_MODE)
  summarise!: AgentMode;

  @ApiProperty(AGENT_MODE)
  reply!: AgentMode;
}

export const OWN_CLASSIFIER = { type: 'string', nullable: true, pattern: '^clf_[0-9a-f]{32}$' } as const;

const MAIL_CLASSIFIER = {
  ...OWN_CLASSIFIER,
  description: 'The own classifier that says of which category e-mails are, its labels being categories; null for none',
} as const;

export class TriageChangeDto {
  @ApiPropertyOptional(MAIL_CLASSIFIER)
  classifierId?: string | null;
}

export class TriageSettingsDto {
  @ApiProperty(MAIL_CLASSIFIER) classifierId!: string | null;
}
