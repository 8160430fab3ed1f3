import type { FieldProblem } from '@app/kernel';
import type { DemandId, Framework } from './framework.js';

/** What of a tenant's settings a framework has a say in. */
export interface FrameworkSettings {
  readonly retentionDays: number | null;
  readonly piiPolicy: { readonly modelInput: string; readonly types: readonly string[] };
  readonly privacy: {
    readonly modelInputBasis: string | null;
    readonly transferRegions: readonly string[];
    readonly transferBasis: string | null;
  };
}

type Check = (settings: FrameworkSettings, framework: Framework) => string | null;

const CHECKS: readonly { readonly demand: DemandId; readonly pointer: string; readonly check: Check }[] = [
  {
    demand: 'minimisation',
    pointer: '/piiPolicy/modelInput',
    check: ({ piiPolicy, privacy }) =>
      piiPolicy.modelInput === 'plain' && privacy.modelInputBasis === null
        ? 'plain needs a stated /privacy/modelInputBasis'
        : null,
  },
  {
    demand: 'redaction',
    pointer: '/piiPolicy/types',
    check: ({ piiPolicy }, framework) => {
      const missing = unprotectedTypes(piiPolicy.types, framework);
      return missing.length === 0 ? null : `must be empty or name ${missing.join(', ')} too`;
    },
  },
  {
    demand: 'retention',
    pointer: '/retentionDays',
    check: ({ retentionDays }) => (retentionDays === null ? 'must say how long documents are kept' : null),
  },
  {
    demand: 'transfers',
    pointer: '/privacy/transferRegions',
    check: ({ privacy }) =>
      privacy.transferRegions.length > 0 && privacy.transferBasis === null
        ? 'needs a stated /privacy/transferBasis'
        : null,
  },
];

/** Types that the framework protects and a policy leaves out; a policy without types is about all of them. */
export const unprotectedTypes = (types: readonly string[], { protects }: Framework): readonly string[] =>
  types.length === 0 ? [] : protects.filter((type) => !types.includes(type));

/** What of the settings is weaker than the framework asks for, with pointers into the settings. */
export function belowFramework(framework: Framework, settings: FrameworkSettings): FieldProblem[] {
  return CHECKS.flatMap(({ demand, pointer, check }): FieldProblem[] => {
    const asked = framework.demands[demand];
    const problem = asked === undefined ? null : check(settings, framework);
    return problem === null ? [] : [{ pointer, detail: `${problem} (${framework.name}: ${asked?.source})` }];
  });
}
