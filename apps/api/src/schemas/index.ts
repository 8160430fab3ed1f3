export { type Concept, type ExtractionSchema, type FieldSpec, type FieldType } from './domain/schema-model.js';
export { schemaForType } from './registry/extractor-registry.js';
export { SchemasModule } from './schemas.module.js';
export { type SchemaDraft, SchemasService } from './schemas.service.js';
