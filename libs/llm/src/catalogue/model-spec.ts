import { REGION } from '@app/kernel';
import { z } from 'zod';

/** What a piece of work asks a model for. Routes, budgets and the ledger go by it. */
export const PURPOSES = ['classify', 'extract', 'retry', 'triage', 'summarise', 'reply', 'answer', 'embed'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** `strict`: the provider holds the answer to a JSON schema; `json-object`: it answers some JSON; `prompt`: it is only asked to. */
export const STRUCTURE_MODES = ['strict', 'json-object', 'prompt'] as const;
export type StructureMode = (typeof STRUCTURE_MODES)[number];

const PROVIDER_KINDS = ['openai-compatible', 'anthropic'] as const;

const name = z
  .string()
  .min(1)
  .max(100)
  .regex(/^[A-Za-z0-9][\w.:/@-]*$/);
const usdPerMillion = z.number().min(0).max(10_000);

/** US dollars for a million tokens. Models of one's own cost nothing: all zeros. */
const priceSchema = z.strictObject({
  input: usdPerMillion,
  output: usdPerMillion,
  /** Of input that the provider had in its own cache; as `input` where absent. */
  cachedInput: usdPerMillion.optional(),
});
export type Price = z.output<typeof priceSchema>;

const limitsSchema = z.strictObject({
  requestsPerMinute: z.int().min(1).optional(),
  tokensPerMinute: z.int().min(1).optional(),
});
export type RateLimits = z.output<typeof limitsSchema>;

export const modelSchema = z.strictObject({
  /** As the provider calls it. */
  name,
  structure: z.enum(STRUCTURE_MODES).default('prompt'),
  vision: z.boolean().default(false),
  /** Tokens of input and output together: what does not fit goes to the next model. Where absent, everything is sent. */
  contextTokens: z.int().min(512).optional(),
  maxOutputTokens: z.int().min(16).default(4_096),
  /** Length of its vectors, of embedding models only. */
  embeddingDimensions: z.int().min(1).optional(),
  price: priceSchema.default({ input: 0, output: 0 }),
  /** Of one key. */
  limits: limitsSchema.default({}),
  /** Where the provider takes many requests at once and answers within a day for less: the share of the price that it takes off. */
  batch: z.strictObject({ discount: z.number().min(0).max(1).default(0.5) }).optional(),
  /** Some models take no temperature, and want `max_tokens` by its old name. */
  temperature: z.boolean().default(true),
  maxTokensField: z.enum(['max_completion_tokens', 'max_tokens']).default('max_completion_tokens'),
  /** Where it is run, if that is not the region of its provider. */
  region: z.string().regex(REGION).optional(),
});

const providerSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  kind: z.enum(PROVIDER_KINDS).default('openai-compatible'),
  /** Ends where `/chat/completions`, `/embeddings` or `/messages` begins. */
  baseUrl: z.url({ protocol: /^https?$/ }),
  /** Where its models are run: tenants of other regions are not served by them. Where absent, all are. */
  region: z.string().regex(REGION).optional(),
  /** Names of environment variables or files that hold the keys; none for servers that ask for none. */
  keys: z
    .array(z.union([z.strictObject({ env: z.string().min(1) }), z.strictObject({ file: z.string().min(1) })]))
    .default([]),
  /** Sent with each request: an API version, an organisation. */
  headers: z.record(z.string(), z.string()).default({}),
  models: z.array(modelSchema).min(1),
  /** Calls under way at once, over all its models, of one instance of the service. */
  concurrency: z.int().min(1).max(10_000).default(64),
  /** Longest time of one attempt. */
  timeoutMs: z.int().min(100).max(600_000).default(60_000),
});

const modelId = z.string().regex(/^[a-z][a-z0-9-]{0,39}\/.+$/, 'provider/model');

/** The file that `LLM_CONFIG_FILE` names. */
export const catalogueSchema = z.strictObject({
  providers: z.array(providerSchema).min(1),
  /** By purpose, the models to ask, in this order; `default` for purposes without a route of their own. */
  routes: z.partialRecord(z.enum([...PURPOSES, 'default']), z.array(modelId).min(1)).default({}),
  /** By purpose, milliseconds without an answer after which the route's second model is asked as well. It costs twice. */
  hedgeAfterMs: z.partialRecord(z.enum(PURPOSES), z.int().min(100).max(60_000)).default({}),
});
export type CatalogueFile = z.output<typeof catalogueSchema>;

/** A secret of a provider, with a name that may stand in ledgers and logs. */
export interface ProviderKey {
  /** A short fingerprint; never part of the secret. */
  readonly id: string;
  readonly secret: string;
}

export type ModelSpec = Readonly<z.output<typeof modelSchema>> & {
  /** `provider/name`: unique. */
  readonly id: string;
};

export type ProviderSpec = Omit<z.output<typeof providerSchema>, 'models' | 'keys'> & {
  readonly keys: readonly ProviderKey[];
  readonly models: readonly ModelSpec[];
};

/** All that can be asked, validated. */
export interface Catalogue {
  readonly providers: readonly ProviderSpec[];
  /** Model ids by purpose, each at least one. */
  readonly routes: ReadonlyMap<Purpose, readonly string[]>;
  /** Purposes whose second model is asked after so many milliseconds, while the first has not answered. */
  readonly hedging: ReadonlyMap<Purpose, number>;
}
