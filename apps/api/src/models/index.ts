export { ModelsModule } from './models.module.js';
export { modelsConfig } from './models.config.js';
