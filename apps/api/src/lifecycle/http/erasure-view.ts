import { publicId } from '@app/kernel';
import type { Erasure } from '../domain/erasure.js';
import { TABLE_RULES } from '../domain/table-rules.js';
import type { ErasureDto } from './dto/erasure.dto.js';

/** Entries of the trail name ids, which name nobody any more; they are kept because they show that the erasure was done. */
const TRAIL = { where: 'audit_entries', why: TABLE_RULES['audit_entries']?.kept ?? '' } as const;

export const erasureView = ({ id, cause, state, preview, subjectHash, receipt, ...times }: Erasure): ErasureDto => ({
  id: publicId('erasure', id),
  cause,
  status: state,
  preview,
  subjectHash,
  receipt: {
    documents: receipt.documents,
    files: receipt.files,
    rows: receipt.rows,
    cached: receipt.cached,
    held: Object.entries(receipt.held).map(([holdId, documents]) => ({ holdId, documents })),
    stays: [
      ...Object.entries(receipt.stays).map(([where, count]) => ({
        where,
        count,
        why: TABLE_RULES[where]?.kept ?? '',
      })),
      { ...TRAIL, count: 0 },
    ],
    unread: receipt.unread,
  },
  createdAt: times.createdAt.toISOString(),
  completedAt: times.completedAt?.toISOString() ?? null,
});
