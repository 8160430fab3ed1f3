import type { JsonObject } from '@app/kernel';
import { NO_REGION } from '@app/kernel';
import type { PrivacyFacts } from '../domain/privacy-facts.js';
import type { Finding, PrivacyRule } from '../domain/privacy-rule.js';

/** Texts go to models unless the tenant wants the local engine only. */
const usesModels = ({ settings, models }: PrivacyFacts): boolean =>
  settings.piiPolicy.modelInput !== 'local-only' && models.length > 0;

function stateOf(facts: PrivacyFacts): Finding['state'] {
  const { settings, tenantRegion, instanceRegion, models } = facts;
  const { transferRegions, transferBasis } = settings.privacy;
  if (transferRegions.length > 0 && transferBasis === null) return 'violated';
  if (instanceRegion !== null && instanceRegion !== tenantRegion) return 'violated';
  const isKnown = instanceRegion !== null && tenantRegion !== NO_REGION;
  const areKnown = !usesModels(facts) || models.every(({ region }) => region !== null);
  // A basis is stated by the tenant; nobody has looked whether it holds.
  return isKnown && areKnown && transferRegions.length === 0 ? 'met' : 'not-checked';
}

/** Where the tenant's data are and where texts may go. Models of other regions than those named are never asked. */
export const transfersRule: PrivacyRule = {
  demand: 'transfers',
  checks: 'Regions of the tenant, the instance and the models, as they are configured.',
  check: (facts) => {
    const { settings, tenantRegion, instanceRegion, models } = facts;
    const evidence: JsonObject = {
      tenantRegion,
      instanceRegion,
      transferRegions: settings.privacy.transferRegions,
      transferBasis: settings.privacy.transferBasis,
      models: usesModels(facts) ? models.map(({ model, region }) => ({ model, region })) : [],
    };
    return { state: stateOf(facts), evidence };
  },
};
