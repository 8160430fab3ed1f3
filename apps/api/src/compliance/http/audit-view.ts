import { publicId } from '@app/kernel';
import type { ListedEntry, VerifiedTrail } from '../audit.service.js';
import type { AuditDetailDto, AuditEntryDto, AuditVerificationDto } from './dto/audit.dto.js';

/** What somebody else has written there may be no JSON; the verification says that it is not ours. */
function detailIn(text: string | null): AuditDetailDto | null {
  if (text === null) return null;
  try {
    return JSON.parse(text) as AuditDetailDto;
  } catch {
    return null;
  }
}

export const entryView = ({ entry, seq }: ListedEntry): AuditEntryDto => ({
  id: publicId('auditEntry', entry.id),
  occurredAt: entry.occurredAt.toJSON(),
  kind: entry.kind,
  action: entry.action,
  actor: entry.actor,
  actorRole: entry.actorRole,
  resource: entry.resourceType === null ? null : { type: entry.resourceType, id: entry.resourceId },
  outcome: entry.outcome,
  status: entry.status,
  requestId: entry.requestId,
  source: entry.source,
  detail: detailIn(entry.detail),
  seq,
});

export const AUDIT_COLUMNS = [
  'id',
  'occurredAt',
  'kind',
  'action',
  'actor',
  'actorRole',
  'resourceType',
  'resourceId',
  'outcome',
  'status',
  'requestId',
  'source',
  'detail',
  'seq',
] as const;

export const entryLine = ({ entry, seq }: ListedEntry) => ({
  ...entry,
  id: publicId('auditEntry', entry.id),
  occurredAt: entry.occurredAt.toJSON(),
  seq,
});

export function verificationView({ head, key, problems, ...rest }: VerifiedTrail): AuditVerificationDto {
  return {
    ...rest,
    head: head && {
      number: head.number,
      seq: head.seq,
      hash: head.hash.toString('hex'),
      signature: head.signature.toString('base64url'),
      signedAt: head.signedAt.toJSON(),
      keyId: head.keyId,
      key,
    },
    problems: [...problems],
  };
}
