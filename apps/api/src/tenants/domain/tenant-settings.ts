import { type JsonObject, parsePublicId, REGION } from '@app/kernel';
import { COMPLIANCE_FRAMEWORKS } from '@model/privacy';
import { z } from 'zod';

/**
 * How a text goes to a model of a provider: as it is, with personal data masked, with pseudonyms that are turned back
 * in the answer, or not at all (the local engine only).
 */
export const MODEL_INPUTS = ['plain', 'masked', 'pseudonymized', 'local-only'] as const;

/** What happens to a file that the tenant has sent before: its result is used again, it is processed again, or refused. */
export const DUPLICATE_POLICIES = ['reuse', 'process', 'refuse'] as const;

/** What happens to a file that holds several documents: nothing, a proposal, or a split where it is sure, else a proposal. */
export const SPLITTING_POLICIES = ['off', 'propose', 'automatic'] as const;

/** The steps of triage that a model may be asked in. */
export const TRIAGE_AGENTS = ['classify', 'prioritise', 'summarise', 'reply'] as const;

/** Whom such a step asks: the local engine alone, a model where the engine is not sure, or a model in any case as well. */
export const AGENT_MODES = ['local', 'cascade', 'model'] as const;

/** How exactly the audit trail says where requests came from: not at all, by network (/24, /48), or by address. */
export const AUDIT_SOURCES = ['none', 'network', 'full'] as const;

/**
 * A local answer that is this sure is right nineteen times in twenty (classification) and nine times in ten (a field) on the
 * labelled documents that the engine was checked with: there a model seldom knows better. Triage is done for every mail of a day
 * and looks for one of eighteen categories: there a model is asked where the engine gives its answer less than one chance in four.
 */
const MODEL_THRESHOLDS = { classify: 0.85, extract: 0.7, triage: 0.25 } as const;

/** The fields of an e-mail wait for its triage: whoever wants models to have a say in it says so, and pays in time and money. */
const AGENTS = { classify: 'local', prioritise: 'local', summarise: 'local', reply: 'local' } as const;

/**
 * Below this one value in five is wrong by its own confidence, and most of those that are wrong lie below it; above it looking at
 * each document costs more than it mends.
 */
const REVIEW = { acceptAtError: null, minConfidence: 0.8 } as const;

/** Bounds of the settings; the HTTP contract shows the same ones. */
export const SETTING_BOUNDS = {
  retentionDays: { min: 1, max: 36_500 },
  typesWithRetention: 200,
  requests: { min: 1, max: 100_000_000 },
  uploadBytes: { min: 1, max: 5 * 1024 ** 3 },
  pages: { min: 1, max: 1_000_000 },
  ocrPages: { min: 0, max: 1_000_000 },
  quota: { min: 0, max: Number.MAX_SAFE_INTEGER },
  threshold: { min: 0, max: 1 },
  acceptAtError: { min: 0.001, max: 0.5 },
  providerRoutesCharacters: 16_384,
  piiTypes: 64,
  transferRegions: 32,
  statement: 500,
} as const;

const within = ({ min, max }: { min: number; max: number }) => z.number().int().min(min).max(max);
const quota = within(SETTING_BOUNDS.quota).nullable();
const acceptAtError = z.number().min(SETTING_BOUNDS.acceptAtError.min).max(SETTING_BOUNDS.acceptAtError.max);
const threshold = z.number().min(SETTING_BOUNDS.threshold.min).max(SETTING_BOUNDS.threshold.max);

const rateLimits = z.strictObject({
  requestsPerMinute: within(SETTING_BOUNDS.requests),
  burst: within(SETTING_BOUNDS.requests),
});
const quotas = z.strictObject({
  /** Documents that may be submitted in one calendar month (UTC); null for any number. */
  documentsPerMonth: quota,
  /** Bytes of stored files; null for any number. */
  storageBytes: quota,
});

/** What only the platform may raise: a tenant can set it lower for itself, never higher. */
const limits = z.strictObject({
  rateLimits,
  quotas,
  maxUploadBytes: within(SETTING_BOUNDS.uploadBytes),
  /** Pages of one document that are read; null for as many as the service reads of any. */
  maxPages: within(SETTING_BOUNDS.pages).nullable(),
  /** Pages of one document that are recognised (OCR); null for as many as the service recognises of any. */
  maxOcrPages: within(SETTING_BOUNDS.ocrPages).nullable(),
});

const LIMITS = Object.keys(limits.shape) as (keyof typeof limits.shape)[];
type Limit = (typeof LIMITS)[number];

/** What JSON can spell and Postgres cannot store: the NUL character and halves of surrogate pairs. */
const UNSTORABLE = /\\u(0000|d[89ab])/i;

const smallObject = z
  .record(z.string().max(100), z.json())
  .refine((routes) => JSON.stringify(routes).length <= SETTING_BOUNDS.providerRoutesCharacters, {
    message: `must not be longer than ${SETTING_BOUNDS.providerRoutesCharacters} characters`,
  })
  .refine((routes) => !UNSTORABLE.test(JSON.stringify(routes)), {
    message: 'must not have NUL characters or halves of surrogate pairs',
  }) as z.ZodType<JsonObject>;

const agentMode = z.enum(AGENT_MODES);

/** What a tenant states of itself; null where it has stated nothing. */
const statement = z
  .string()
  .min(1)
  .max(SETTING_BOUNDS.statement)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'must be one line of text')
  .nullable();

/** Metadata that marks documents; an empty one would mark all. */
const marks = smallObject.refine((keys) => Object.keys(keys).length > 0, { message: 'must have a key' });

/** Days by type of document; a rule for a type wins over `retentionDays`, and null keeps the type until somebody deletes it. */
const retentionByType = z
  .array(
    z.strictObject({
      type: z.string().regex(/^[a-z0-9][a-z0-9_-]{0,99}$/, 'must be the type of a document, invoice for one'),
      days: within(SETTING_BOUNDS.retentionDays).nullable(),
    }),
  )
  .max(SETTING_BOUNDS.typesWithRetention)
  .refine((rules) => new Set(rules.map(({ type }) => type)).size === rules.length, {
    message: 'must have one rule a type',
  });

/** Null for none. */
const classifierId = z
  .string()
  .refine((id) => parsePublicId('classifier', id) !== null, { message: 'must be the id of a classifier' })
  .nullable();

/** The settings of a tenant, complete. */
export const tenantSettingsSchema = z.strictObject({
  complianceFramework: z.enum(COMPLIANCE_FRAMEWORKS),
  /** Days after which documents are erased; null keeps them until somebody deletes them. */
  retentionDays: within(SETTING_BOUNDS.retentionDays).nullable(),
  retention: z.strictObject({ byType: retentionByType }),
  piiPolicy: z.strictObject({
    modelInput: z.enum(MODEL_INPUTS),
    /** Types of personal data that the policy is about; empty for all. */
    types: z
      .array(z.string().regex(/^[A-Z][A-Z_]{0,63}$/, 'must be a type of personal data, EMAIL_ADDRESS for one'))
      .max(SETTING_BOUNDS.piiTypes),
  }),
  privacy: z.strictObject({
    /** Why models may get plain text. */
    modelInputBasis: statement,
    /** Regions beside the tenant's own that texts may go to. */
    transferRegions: z
      .array(z.string().regex(REGION, 'must be the name of a region'))
      .max(SETTING_BOUNDS.transferRegions),
    /** What allows texts to go there. */
    transferBasis: statement,
    /** Why settings may be weaker than the framework asks for; shown wherever its state is. */
    belowFramework: statement,
  }),
  /** Which providers and models serve which purpose; held against the models that are set up where it is changed. */
  providerRoutes: smallObject,
  /** Confidence of the local engine, 0 to 1, below which a model is asked as well: 0 for never, 1 for always. */
  modelThresholds: z.strictObject({ classify: threshold, extract: threshold, triage: threshold }),
  review: z.strictObject({
    /** The share of documents with an error that may go without a review; null where the tenant has set none. */
    acceptAtError: acceptAtError.nullable(),
    /** Confidence below which a document waits for a person, where verdicts do not tell a better one. */
    minConfidence: threshold,
  }),
  duplicates: z.enum(DUPLICATE_POLICIES),
  splitting: z.enum(SPLITTING_POLICIES),
  auditSource: z.enum(AUDIT_SOURCES),
  /** The tenant's own classifier that says of which type documents are; its labels are types. */
  classification: z.strictObject({ classifierId }),
  /** The tenant's own classifier that says of which category e-mails are; its labels are categories. */
  triage: z.strictObject({ classifierId }),
  triageAgents: z.strictObject({ classify: agentMode, prioritise: agentMode, summarise: agentMode, reply: agentMode }),
  /** Metadata of the documents whose sentences may stand in drafts of replies, all keys; null where none may. */
  replyKnowledge: marks.nullable(),
  ...limits.shape,
});
export type TenantSettings = Readonly<z.infer<typeof tenantSettingsSchema>>;
export type TenantLimits = Readonly<z.infer<typeof limits>>;

/** A change of settings: any part of them. Objects are merged, except provider routes, which are replaced as a whole. */
export const settingsChangeSchema = tenantSettingsSchema
  .extend({
    rateLimits: rateLimits.partial(),
    quotas: quotas.partial(),
    piiPolicy: tenantSettingsSchema.shape.piiPolicy.partial(),
    privacy: tenantSettingsSchema.shape.privacy.partial(),
    modelThresholds: tenantSettingsSchema.shape.modelThresholds.partial(),
    review: tenantSettingsSchema.shape.review.partial(),
    classification: tenantSettingsSchema.shape.classification.partial(),
    triage: tenantSettingsSchema.shape.triage.partial(),
    triageAgents: tenantSettingsSchema.shape.triageAgents.partial(),
  })
  .partial();
export type SettingsChange = Readonly<z.infer<typeof settingsChangeSchema>>;

/** What the row of a tenant holds: only what was ever set, so that better defaults reach tenants that set nothing. */
export const storedSettingsSchema = settingsChangeSchema.extend({
  /** Limits that the platform has granted to this tenant, where they differ from the default ones. */
  granted: settingsChangeSchema
    .pick({ rateLimits: true, quotas: true, maxUploadBytes: true, maxPages: true, maxOcrPages: true })
    .optional(),
});
export type StoredSettings = Readonly<z.infer<typeof storedSettingsSchema>>;

const withoutUndefined = <T extends object>(value: T): Partial<T> =>
  Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as Partial<T>;

const MERGED = [
  'rateLimits',
  'quotas',
  'piiPolicy',
  'privacy',
  'modelThresholds',
  'review',
  'classification',
  'triage',
  'triageAgents',
] as const;

/** `change` over `base`, with the nested objects merged key by key. */
export function mergeSettings<B extends SettingsChange>(base: B, change: SettingsChange): B {
  const merged: Record<string, unknown> = { ...base, ...withoutUndefined(change) };
  for (const key of MERGED)
    if (change[key] !== undefined) merged[key] = { ...base[key], ...withoutUndefined(change[key]) };
  return merged as B;
}

/** The settings of a tenant that has set nothing. */
export const defaultSettings = (limitsByDefault: TenantLimits): TenantSettings => ({
  complianceFramework: 'none',
  retentionDays: null,
  retention: { byType: [] },
  piiPolicy: { modelInput: 'pseudonymized', types: [] },
  privacy: { modelInputBasis: null, transferRegions: [], transferBasis: null, belowFramework: null },
  providerRoutes: {},
  modelThresholds: MODEL_THRESHOLDS,
  duplicates: 'reuse',
  review: REVIEW,
  splitting: 'automatic',
  auditSource: 'none',
  classification: { classifierId: null },
  triage: { classifierId: null },
  triageAgents: AGENTS,
  replyKnowledge: null,
  ...limitsByDefault,
});

const lower = (own: number, granted: number): number => Math.min(own, granted);
/** Null is no limit. */
const lowerOrNone = (own: number | null, granted: number | null): number | null =>
  own === null ? granted : granted === null ? own : Math.min(own, granted);

/** The limits of a change, or of settings, without the rest. */
const limitsIn = <T extends Partial<Record<Limit, unknown>>>(settings: T): Pick<T, Limit & keyof T> =>
  Object.fromEntries(LIMITS.filter((key) => settings[key] !== undefined).map((key) => [key, settings[key]])) as Pick<
    T,
    Limit & keyof T
  >;

/** The limits that the platform grants to a tenant. */
export function grantedLimits(stored: StoredSettings, limitsByDefault: TenantLimits): TenantLimits {
  return limitsIn(mergeSettings(defaultSettings(limitsByDefault), stored.granted ?? {}));
}

/** The settings that hold: what the tenant has set over the defaults, and no limit above what it was granted. */
export function effectiveSettings(stored: StoredSettings, limitsByDefault: TenantLimits): TenantSettings {
  const granted = grantedLimits(stored, limitsByDefault);
  const { granted: _, ...own } = stored;
  const wanted = mergeSettings(defaultSettings(granted), own);
  return {
    ...wanted,
    rateLimits: {
      requestsPerMinute: lower(wanted.rateLimits.requestsPerMinute, granted.rateLimits.requestsPerMinute),
      burst: lower(wanted.rateLimits.burst, granted.rateLimits.burst),
    },
    quotas: {
      documentsPerMonth: lowerOrNone(wanted.quotas.documentsPerMonth, granted.quotas.documentsPerMonth),
      storageBytes: lowerOrNone(wanted.quotas.storageBytes, granted.quotas.storageBytes),
    },
    maxUploadBytes: lower(wanted.maxUploadBytes, granted.maxUploadBytes),
    maxPages: lowerOrNone(wanted.maxPages, granted.maxPages),
    maxOcrPages: lowerOrNone(wanted.maxOcrPages, granted.maxOcrPages),
  };
}

const above = (wanted: number | null | undefined, granted: number | null): boolean =>
  wanted !== undefined && granted !== null && (wanted === null || wanted > granted);

/** JSON pointers of the limits in a change that are higher than what the platform has granted. */
export function limitsAboveGrant(change: SettingsChange, granted: TenantLimits): string[] {
  const checks: readonly [string, number | null | undefined, number | null][] = [
    ['/rateLimits/requestsPerMinute', change.rateLimits?.requestsPerMinute, granted.rateLimits.requestsPerMinute],
    ['/rateLimits/burst', change.rateLimits?.burst, granted.rateLimits.burst],
    ['/quotas/documentsPerMonth', change.quotas?.documentsPerMonth, granted.quotas.documentsPerMonth],
    ['/quotas/storageBytes', change.quotas?.storageBytes, granted.quotas.storageBytes],
    ['/maxUploadBytes', change.maxUploadBytes, granted.maxUploadBytes],
    ['/maxPages', change.maxPages, granted.maxPages],
    ['/maxOcrPages', change.maxOcrPages, granted.maxOcrPages],
  ];
  return checks.filter(([, wanted, most]) => above(wanted, most)).map(([pointer]) => pointer);
}

/** A change by the platform: limits are granted, and what the tenant had set lower for itself is lifted with them. */
export function grantChange(stored: StoredSettings, change: SettingsChange): StoredSettings {
  const given = limitsIn(change);
  const merged = mergeSettings(stored, change);
  return Object.keys(given).length === 0 ? merged : { ...merged, granted: mergeSettings(stored.granted ?? {}, given) };
}
