import { AppError } from '@app/kernel';
import { DOCUMENT_TYPES, type DocumentTypeId, INDUSTRIES, type IndustryId } from './document-types.js';

export interface Industry {
  readonly id: string;
  readonly name: string;
  readonly description: string;
}

export interface Category {
  readonly id: string;
  readonly name: string;
  readonly description: string;
}

/** A map that refuses two entries under one key, so that a double entry stops the boot and not a request. */
export function uniqueMap<K, V>(entries: readonly V[], keyOf: (entry: V) => K, what: string): ReadonlyMap<K, V> {
  const map = new Map<K, V>();
  for (const entry of entries) {
    const key = keyOf(entry);
    if (map.has(key))
      throw new AppError('double_entry', 'bug', { detail: `${what} ${String(key)} is registered twice.` });
    map.set(key, entry);
  }
  return map;
}

const typesById = uniqueMap(DOCUMENT_TYPES, (entry) => entry.id as string, 'Document type');
const industriesById = uniqueMap(INDUSTRIES, (entry) => entry.id as string, 'Industry');

export const DOCUMENT_TYPE_IDS: readonly DocumentTypeId[] = DOCUMENT_TYPES.map((entry) => entry.id);

export const isIndustry = (id: string): id is IndustryId => industriesById.has(id);

export const isDocumentType = (id: string): id is DocumentTypeId => typesById.has(id);

/** The home industry of a built-in type; `general` for a type that only a tenant knows. */
export const industryOf = (type: string): IndustryId => typesById.get(type)?.industry ?? 'general';

/** The name of a type as people read it, in the middle of a sentence. */
export const typeName = (type: string): string => typesById.get(type)?.name.toLowerCase() ?? type.replaceAll('_', ' ');

export const listIndustries = (): readonly Industry[] => INDUSTRIES;

/** The types of an industry, or null where the industry is not known. */
export function listCategories(industry: string): readonly Category[] | null {
  if (!isIndustry(industry)) return null;
  return DOCUMENT_TYPES.filter((entry) => entry.industry === industry).map(({ id, name, description }) => ({
    id,
    name,
    description,
  }));
}
