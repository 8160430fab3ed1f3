export { findSubjects as compute } from './domain/subject.js';
