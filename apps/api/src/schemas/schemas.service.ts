import { Injectable } from '@nestjs/common';
import type { ExtractionSchema } from './domain/schema-model.js';
import { builtInSchema, builtInSchemas, schemaForType } from './registry/extractor-registry.js';
import { unknownSchema } from './schemas.errors.js';

/** Knows the schemas by which fields are read. */
@Injectable()
export class SchemasService {
  list(): readonly ExtractionSchema[] {
    return builtInSchemas();
  }

  find(id: string): ExtractionSchema | null {
    return builtInSchema(id);
  }

  /** The schema with this id. Throws `unknown_schema`. */
  require(id: string): ExtractionSchema {
    const schema = builtInSchema(id);
    if (!schema) throw unknownSchema();
    return schema;
  }

  /** The schema for a document of a type, or of none. */
  forType(type: string | null): ExtractionSchema {
    return schemaForType(type);
  }
}
