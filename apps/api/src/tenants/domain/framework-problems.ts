import type { FieldProblem } from '@app/kernel';
import { belowFramework, frameworkOf } from '@model/privacy';
import type { TenantSettings } from './tenant-settings.js';

/**
 * What a change makes weaker than the framework asks for. What was weaker before stays as it is, so that other settings can be
 * changed; who chooses a framework has to reach it. Nothing, where the tenant has said why it stays below.
 */
export function frameworkProblems(before: TenantSettings, after: TenantSettings): FieldProblem[] {
  const framework = frameworkOf(after.complianceFramework);
  if (framework === null || after.privacy.belowFramework !== null) return [];
  const problems = belowFramework(framework, after);
  const isNew = before.complianceFramework !== after.complianceFramework || before.privacy.belowFramework !== null;
  if (isNew) return problems;
  const known = new Set(belowFramework(framework, before).map(({ pointer }) => pointer));
  return problems.filter(({ pointer }) => !known.has(pointer));
}
