export { specifySchema } from './domain/infer-concepts.js';
export {
  type Concept,
  type ExtractionSchema,
  FIELD_FAMILIES,
  type FieldSpec,
  type FieldType,
  labelsOf,
} from './domain/schema-model.js';
export { schemaForType } from './registry/extractor-registry.js';
export { SchemasModule } from './schemas.module.js';
export { SchemasService } from './schemas.service.js';
