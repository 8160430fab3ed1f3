export {
  type Concept,
  type ExtractionSchema,
  FIELD_FAMILIES,
  type FieldSpec,
  type FieldType,
  labelsOf,
} from './domain/schema-model.js';
export { SHIP_TO } from './registry/party-labels.js';
export { specifySchema } from './inference/infer-fields.js';
export { schemaForType } from './registry/extractor-registry.js';
export { SchemasModule } from './schemas.module.js';
export { type SchemaDraft, SchemasService } from './schemas.service.js';
