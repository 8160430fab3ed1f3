import { fold } from '@app/text';
import { DOCUMENT_TYPES } from '../taxonomy/document-types.js';
import { isDocumentType } from '../taxonomy/taxonomy.js';
import type { OwnTypes } from './own-types.js';

/** What an id of a type or an industry looks like. */
export const TYPE_ID = /^[a-z][a-z0-9_]{0,63}$/;
const MOST = 64;

/** An id made of a name: `Carbon report (2024)` is `carbon_report_2024`. Empty where nothing of it can be in an id. */
export const idOf = (name: string): string =>
  fold(name)
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+/, '')
    .slice(0, MOST)
    .replace(/_+$/, '');

/** The type that a label of a tenant's classifier names, by its id or by its name; else a type of that name. Null where it is no name of a type. */
export function typeOfLabel(label: string, own: OwnTypes): string | null {
  if (isDocumentType(label) || own.has(label)) return label;
  const wanted = fold(label);
  const named = [...own.types, ...DOCUMENT_TYPES].find(({ name }) => fold(name) === wanted);
  const id = named?.id ?? idOf(label);
  return id === '' ? null : id;
}
