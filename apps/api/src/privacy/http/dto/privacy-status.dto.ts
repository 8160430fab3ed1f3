import type { JsonObject } from '@app/kernel';
import { COMPLIANCE_FRAMEWORKS, type DemandId, DEMANDS } from '@app/privacy';
import { ApiProperty } from '@nestjs/swagger';
import { RULE_STATES, type RuleState } from '../../domain/privacy-rule.js';
import type { PrivacyStatus } from '../../privacy-status.service.js';

const TEXT = { type: String, nullable: true } as const;

class LawTextDto {
  @ApiProperty() title!: string;
  @ApiProperty({ format: 'uri' }) url!: string;
}

class PrivacyRuleDto {
  @ApiProperty({ enum: DEMANDS }) id!: DemandId;

  @ApiProperty({
    enum: RULE_STATES,
    description:
      '`met`, `violated`: so found of what `checked` names, and of no more; `not-checked`: nothing that a program sees tells it; ' +
      '`not-applicable`: the law, as it is described here, does not ask for it',
  })
  state!: RuleState;

  @ApiProperty({ ...TEXT, description: 'Article or section', example: 'Art. 5(1)(e)' }) source!: string | null;
  @ApiProperty({ type: () => [LawTextDto], description: 'Where it is officially published' })
  texts!: readonly LawTextDto[];
  @ApiProperty({ ...TEXT, description: 'What the law asks for' }) asks!: string | null;
  @ApiProperty({ ...TEXT, description: 'The time that the law gives', example: '72 hours' }) within!: string | null;

  @ApiProperty({ ...TEXT, description: 'What the state was found by; null where there is no check' }) checked!:
    | string
    | null;

  @ApiProperty({ type: 'object', additionalProperties: true, description: 'Settings, counts and times of now' })
  evidence!: JsonObject;

  @ApiProperty({ ...TEXT, description: 'What a person has to do, or to have done' }) toDo!: string | null;
}

class PrivacyRegionsDto {
  @ApiProperty({ description: 'Where the data of the tenant are kept' }) tenant!: string;
  @ApiProperty({ ...TEXT, description: 'Null: the instance has none' }) instance!: string | null;
  @ApiProperty({ enum: ['one', 'all'], description: 'Whether the instance serves tenants of its region only' })
  serves!: 'one' | 'all';
}

export class PrivacyStatusDto {
  @ApiProperty({ enum: COMPLIANCE_FRAMEWORKS }) framework!: (typeof COMPLIANCE_FRAMEWORKS)[number];
  @ApiProperty({ ...TEXT, description: 'Name of the law' }) name!: string | null;
  @ApiProperty({ format: 'date-time' }) checkedAt!: string;
  @ApiProperty({ type: PrivacyRegionsDto }) regions!: PrivacyRegionsDto;

  @ApiProperty({ ...TEXT, description: 'Why settings are weaker than the framework asks for, in words of the tenant' })
  belowFramework!: string | null;

  @ApiProperty({ type: [PrivacyRuleDto], description: 'Empty where no framework is chosen' }) rules!: PrivacyRuleDto[];
}

export const toPrivacyStatusDto = (status: PrivacyStatus): PrivacyStatusDto => {
  const { framework, name, checkedAt, tenantRegion, instanceRegion, belowFramework, rules } = status;
  return {
    framework,
    name,
    checkedAt: checkedAt.toISOString(),
    regions: { tenant: tenantRegion, instance: instanceRegion, serves: instanceRegion === null ? 'all' : 'one' },
    belowFramework,
    rules: [...rules],
  };
};
