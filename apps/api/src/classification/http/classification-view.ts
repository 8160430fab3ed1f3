import { publicId } from '@app/kernel';
import type { ClassificationState } from '../classification.service.js';
import type { ClassificationDto } from './dto/classification.dto.js';

export const statusUrlOf = (documentId: string): string => `/v1/classifications/${publicId('document', documentId)}`;

/** A classification as the API answers it; before its end its parts are null. */
export function classificationView({ document, result, cached, processingMs }: ClassificationState): ClassificationDto {
  return {
    documentId: publicId('document', document.id),
    status: document.status,
    industry: result?.industry ?? null,
    type: result?.type ?? null,
    confidence: result?.confidence ?? null,
    alternatives: result?.alternatives ?? [],
    reasoning: result?.reasoning ?? null,
    metadata: document.metadata,
    cached,
    processingMs,
    error: document.error,
  };
}
