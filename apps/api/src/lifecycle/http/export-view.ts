import { publicId } from '@app/kernel';
import { exportProblem, notLookedThrough, type SubjectExport } from '../domain/subject-export.js';
import type { ExportDto } from './dto/export.dto.js';

export const exportView = ({ id, state, preview, subjectHash, counts, ...rest }: SubjectExport): ExportDto => ({
  id: publicId('subjectExport', id),
  status: state,
  preview,
  subjectHash,
  counts: {
    documents: counts.documents,
    files: counts.files,
    fileBytes: counts.fileBytes,
    rows: counts.rows,
    missing: counts.missing,
  },
  notLookedThrough: { documents: counts.unread, tables: notLookedThrough() },
  error: rest.errorCode === null ? null : exportProblem(rest.errorCode),
  sha256: rest.sizeBytes === null ? null : rest.sha256,
  sizeBytes: rest.sizeBytes,
  createdAt: rest.createdAt.toISOString(),
  completedAt: rest.completedAt?.toISOString() ?? null,
  expiresAt: rest.expiresAt?.toISOString() ?? null,
});
