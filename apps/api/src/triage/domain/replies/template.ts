import type { RequestTypeName } from '../triage-model.js';

/** What a template may leave open. Each is filled from the mail by rules, or marked for a person. */
export const PLACEHOLDERS = ['name', 'reference', 'amount', 'deadline', 'answer'] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

/** What a tenant says of a template. */
export interface TemplateContent {
  readonly name: string;
  /** ISO 639-1: of the mails that it answers. */
  readonly language: string;
  /** Categories of the mails that it answers; empty for all. */
  readonly categories: readonly string[];
  /** Types of request that it answers; empty for all. */
  readonly types: readonly RequestTypeName[];
  readonly text: string;
}

export interface ReplyTemplate extends TemplateContent {
  readonly id: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

const BRACES = /\{\{([^{}]{0,100})\}\}|\{\{|\}\}/g;

const isPlaceholder = (word: string): word is Placeholder => PLACEHOLDERS.some((name) => name === word);

/** What is wrong with the placeholders of a text, in words for its writer. */
export function placeholderProblems(text: string): string[] {
  return [...text.matchAll(BRACES)].flatMap(([found, name]) => {
    if (name === undefined) return ['has braces that do not belong together: a placeholder is {{name}}'];
    if (isPlaceholder(name.trim())) return [];
    return [`has ${found}, which is no placeholder: there are ${PLACEHOLDERS.map((one) => `{{${one}}}`).join(', ')}`];
  });
}

/** What is not known is left for a person. */
export const GAP = '[…]';

/** The text with what is known; nothing that is put in is read as a placeholder. */
export function filled(text: string, values: Readonly<Partial<Record<Placeholder, string | null>>>): string {
  return text.replace(BRACES, (found, name: string | undefined) => {
    const word = name?.trim() ?? '';
    return isPlaceholder(word) ? (values[word] ?? GAP) : found;
  });
}

/** A mail as templates see it. */
export interface MailKind {
  readonly language: string;
  readonly category: string;
  readonly type: string;
}

const admits = (conditions: readonly string[], value: string): boolean =>
  conditions.length === 0 || conditions.includes(value);

/** Those that a mail may be answered with, the most special one first: a category says more than a type. */
export function fitting<T extends TemplateContent>(templates: readonly T[], mail: MailKind): T[] {
  const rank = ({ categories, types }: T): number => (categories.length > 0 ? 2 : 0) + (types.length > 0 ? 1 : 0);
  return templates
    .filter(
      ({ language, categories, types }) =>
        language === mail.language && admits(categories, mail.category) && admits(types, mail.type),
    )
    .toSorted((a, b) => rank(b) - rank(a) || (a.name < b.name ? -1 : 1));
}
