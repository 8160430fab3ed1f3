export { DocumentModels, type DocumentQuestion, type Subject } from './document-models.service.js';
export { ModelsModule } from './models.module.js';
export { modelsConfig } from './models.config.js';
