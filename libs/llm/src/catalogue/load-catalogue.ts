import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readSecret, type SecretSource } from '@app/config';
import { AppError } from '@app/kernel';
import type { LlmConfig } from '../llm.config.js';
import {
  type Catalogue,
  type CatalogueFile,
  catalogueSchema,
  type ProviderKey,
  type ProviderSpec,
  type Purpose,
  PURPOSES,
} from './model-spec.js';

const EMPTY: Catalogue = { providers: [], routes: new Map(), hedging: new Map() };

type SecretReader = (source: SecretSource) => string | undefined;

/** The providers and routes that the configuration names; none where it names none. Throws `invalid_configuration` that lists all problems. */
export function loadCatalogue(config: LlmConfig, secretOf: SecretReader = (source) => readSecret(source)): Catalogue {
  if (config.file !== undefined) return catalogueOf(parseFile(config.file), secretOf);
  if (config.baseUrl === undefined && config.model === undefined) return EMPTY;
  if (config.baseUrl === undefined || config.model === undefined)
    throw invalid(['LLM_BASE_URL and LLM_MODEL belong together.']);
  return catalogueOf(fileOfVariables(config, config.baseUrl, config.model), ({ ...source }) =>
    'env' in source ? config.apiKeys[Number(source.env)] : undefined,
  );
}

/** The variables that name one model, as the file would have it; keys are numbered instead of named. */
const fileOfVariables = (config: LlmConfig, baseUrl: string, model: string): unknown => ({
  providers: [
    {
      id: 'default',
      baseUrl,
      keys: config.apiKeys.map((_, index) => ({ env: String(index) })),
      timeoutMs: config.timeoutMs,
      models: [
        { name: model, structure: config.structure, price: { input: config.inputPrice, output: config.outputPrice } },
      ],
    },
  ],
  routes: { default: [`default/${model}`] },
});

function parseFile(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw invalid([`LLM_CONFIG_FILE: ${error instanceof SyntaxError ? 'is not JSON' : 'cannot be read'}`]);
  }
}

function catalogueOf(source: unknown, secretOf: SecretReader): Catalogue {
  const parsed = catalogueSchema.safeParse(source);
  if (!parsed.success) throw invalid(parsed.error.issues.map(({ path, message }) => `/${path.join('/')}: ${message}`));
  const problems: string[] = [];
  const providers = parsed.data.providers.map((provider) => providerOf(provider, secretOf, problems));
  const hedging = new Map(Object.entries(parsed.data.hedgeAfterMs) as [Purpose, number][]);
  const catalogue = { providers, routes: routesOf(parsed.data), hedging };
  problems.push(...inconsistencies(catalogue));
  if (problems.length > 0) throw invalid(problems);
  return catalogue;
}

function providerOf(
  provider: CatalogueFile['providers'][number],
  secretOf: SecretReader,
  problems: string[],
): ProviderSpec {
  const keys = provider.keys.flatMap((source): ProviderKey[] => {
    const secret = secretOf(source);
    if (secret !== undefined) return [keyOf(secret)];
    problems.push(`provider ${provider.id}: there is no key in ${'env' in source ? source.env : source.file}`);
    return [];
  });
  const models = provider.models.map(({ region = provider.region, ...model }) => ({
    ...model,
    ...(region !== undefined && { region }),
    id: `${provider.id}/${model.name}`,
  }));
  return { ...provider, keys, models };
}

/** A key with a fingerprint that may stand in ledgers: 48 bits of its hash tell keys apart and give nothing away. */
export const keyOf = (secret: string): ProviderKey => ({
  id: createHash('sha256').update(secret).digest('hex').slice(0, 12),
  secret,
});

function routesOf({ providers, routes }: CatalogueFile): Catalogue['routes'] {
  const chat = providers.flatMap(({ id, models }) =>
    models.filter(({ embeddingDimensions }) => embeddingDimensions === undefined).map(({ name }) => `${id}/${name}`),
  );
  const embedding = providers.flatMap(({ id, models }) =>
    models.filter(({ embeddingDimensions }) => embeddingDimensions !== undefined).map(({ name }) => `${id}/${name}`),
  );
  const usual = (purpose: Purpose): readonly string[] => (purpose === 'embed' ? embedding : (routes.default ?? chat));
  return new Map(PURPOSES.map((purpose) => [purpose, routes[purpose] ?? usual(purpose)] as const));
}

/** What the schema cannot see: names that stand twice, routes to models that are not there or cannot do the work. */
function inconsistencies({ providers, routes }: Catalogue): string[] {
  const problems: string[] = [];
  const models = new Map(providers.flatMap((provider) => provider.models.map((model) => [model.id, model] as const)));
  const count = providers.reduce((sum, provider) => sum + provider.models.length, 0);
  if (models.size < count) problems.push('a model of a provider stands there twice');
  if (new Set(providers.map(({ id }) => id)).size < providers.length) problems.push('two providers have the same id');
  for (const [purpose, ids] of routes)
    for (const id of ids) {
      const model = models.get(id);
      if (model === undefined) problems.push(`/routes/${purpose}: there is no model ${id}`);
      else if ((model.embeddingDimensions !== undefined) !== (purpose === 'embed'))
        problems.push(`/routes/${purpose}: ${id} is ${purpose === 'embed' ? 'no' : 'an'} embedding model`);
    }
  return problems;
}

const invalid = (problems: readonly string[]): AppError =>
  new AppError('invalid_configuration', 'invalid', {
    detail: `The models' configuration is not valid:\n  ${problems.join('\n  ')}`,
  });
