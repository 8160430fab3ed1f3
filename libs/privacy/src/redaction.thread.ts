export { redactPersonalData as compute } from './redact-personal-data.js';
