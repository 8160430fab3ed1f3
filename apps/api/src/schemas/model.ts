// What threads may load: no framework, no I/O.
export { FIELD_FAMILIES, labelsOf } from './domain/schema-model.js';
export { specifySchema } from './inference/infer-fields.js';
export { contentWords } from './inference/words.js';
export { SHIP_TO } from './registry/party-labels.js';
