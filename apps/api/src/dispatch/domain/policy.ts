import { z } from 'zod';
import { hasWords } from './word-matcher.js';

export const LEVELS = ['urgent', 'high', 'normal', 'low'] as const;
export type Level = (typeof LEVELS)[number];
export const TYPES = ['incident', 'request', 'problem', 'change', 'question', 'information'] as const;

/** Bounds of a policy; it is looked through for each mail. */
export const POLICY_BOUNDS = {
  rules: 200,
  values: 50,
  phrases: 2_000,
  characters: 200,
  targets: 200,
  holidays: 500,
} as const;

const text = z.string().trim().min(1).max(POLICY_BOUNDS.characters);
const values = z.array(text).min(1).max(POLICY_BOUNDS.values);

const when = z
  .strictObject({
    /** Words behind each other in subject or body; `refund*` is any word that begins so. */
    phrases: z
      .array(text.refine(hasWords, { message: 'must have one to twelve words' }))
      .min(1)
      .max(POLICY_BOUNDS.values)
      .optional(),
    /** An address, or a domain with those below it. */
    senders: values.optional(),
    headers: z
      .array(z.strictObject({ name: text, contains: text }))
      .min(1)
      .max(POLICY_BOUNDS.values)
      .optional(),
    /** Endings of the names of files, `pdf`. */
    attachments: values.optional(),
    /** Languages, ISO 639-1. */
    languages: values.optional(),
    /** Categories, and types, that the mail has so far. */
    categories: values.optional(),
    types: values.optional(),
  })
  .refine((conditions) => Object.values(conditions).some((value) => value !== undefined), {
    message: 'must have a condition',
  });

const set = z
  .strictObject({
    category: text.optional(),
    type: z.enum(TYPES).optional(),
    /** At least this level, or exactly it where it is lower than what the mail has. */
    level: z.enum(LEVELS).optional(),
    /** Added to the log-odds of the priority: 1 is what an urgent word adds. */
    priority: z.number().min(-5).max(5).optional(),
    target: text.optional(),
  })
  .refine((actions) => Object.values(actions).some((value) => value !== undefined), { message: 'must do something' });

const rule = z.strictObject({
  name: text,
  /** All kinds of conditions that are given must hold, of each list one. */
  when,
  set,
  /** No rule after this one is looked at where it holds. */
  stop: z.boolean().default(false),
});

const time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'must be a time, 09:00');
const window = z
  .strictObject({ from: time, to: time })
  .refine(({ from, to }) => from < to, { message: 'must end after it begins' });
const day = z.array(window).max(4).default([]);

const isZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).format(0) !== '';
  } catch {
    return false;
  }
};

const serviceLevel = z
  .strictObject({
    timeZone: z.string().max(64).refine(isZone, { message: 'must be a time zone, Europe/Berlin' }),
    hours: z.strictObject({ mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day }),
    /** Days on which nobody works, `YYYY-MM-DD`. */
    holidays: z.array(z.iso.date()).max(POLICY_BOUNDS.holidays).default([]),
    /** The first that fits says in how many hours of work a mail is answered. */
    targets: z
      .array(
        z.strictObject({
          category: text.optional(),
          type: z.enum(TYPES).optional(),
          level: z.enum(LEVELS).optional(),
          hours: z.number().positive().max(2_000),
        }),
      )
      .max(POLICY_BOUNDS.targets),
  })
  .refine(({ hours }) => Object.values(hours).some((windows) => windows.length > 0), {
    message: 'must have a time of work',
    path: ['hours'],
  });

/** What a tenant says of its mail: rules, who gets which category, in which time mails are answered. */
export const policySchema = z
  .strictObject({
    rules: z.array(rule).max(POLICY_BOUNDS.rules).default([]),
    routing: z
      .strictObject({
        /** Targets by category. */
        categories: z.record(text, text).default({}),
        otherwise: text.nullable().default(null),
      })
      .default({ categories: {}, otherwise: null }),
    serviceLevel: serviceLevel.nullable().default(null),
  })
  .superRefine(({ rules, routing }, context) => {
    const seen = new Set<string>();
    let phrases = 0;
    for (const [index, { name, when: conditions }] of rules.entries()) {
      if (seen.has(name))
        context.addIssue({ code: 'custom', path: ['rules', index, 'name'], message: 'is there twice' });
      seen.add(name);
      phrases += conditions.phrases?.length ?? 0;
    }
    if (phrases > POLICY_BOUNDS.phrases)
      context.addIssue({
        code: 'custom',
        path: ['rules'],
        message: `must not have more than ${POLICY_BOUNDS.phrases} phrases`,
      });
    if (Object.keys(routing.categories).length > POLICY_BOUNDS.targets)
      context.addIssue({
        code: 'custom',
        path: ['routing', 'categories'],
        message: `must not have more than ${POLICY_BOUNDS.targets} targets`,
      });
  });
export type Policy = Readonly<z.infer<typeof policySchema>>;
export type Rule = Policy['rules'][number];
export type ServiceLevel = NonNullable<Policy['serviceLevel']>;

export const NO_POLICY: Policy = { rules: [], routing: { categories: {}, otherwise: null }, serviceLevel: null };
