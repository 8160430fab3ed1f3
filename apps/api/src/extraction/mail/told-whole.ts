import type { Calibrator } from '../../quality/index.js';
import type { MailResult } from './mail-source.js';

/**
 * The fields of an e-mail with a confidence in the whole that means what it says, as single documents have it: that of its one
 * document by the verdicts on documents of the schema; of several documents the chance that all are right. Those of its fields are
 * calibrated where they were read.
 */
export function toldWhole(result: MailResult, calibrator: Calibrator): MailResult {
  const told = (schemaId: string, own: number): number =>
    calibrator({ kind: 'document', engine: null, group: schemaId, field: null }, own);
  const documents = result.documents?.map((one) => ({ ...one, confidence: told(one.schemaId, one.confidence) }));
  const confidence = documents
    ? Math.round(documents.reduce((chance, one) => chance * one.confidence, 1) * 1000) / 1000
    : told(result.schemaId, result.confidence);
  return {
    ...result,
    ...(documents && { documents }),
    confidence,
    ...(confidence !== result.confidence && { rawConfidence: result.confidence }),
  };
}
