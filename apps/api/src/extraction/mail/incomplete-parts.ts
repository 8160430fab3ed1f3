import { publicId } from '@app/kernel';
import type { DocumentRecord } from '../../documents/index.js';

type Receipt = NonNullable<DocumentRecord['receipt']>;
type IncompletePart = NonNullable<Receipt['children']['incomplete']>[number];

/** Parts of an e-mail that were taken on and not understood whole. What its receipt has skipped is named there already. */
export function incompleteOf({ children }: Receipt, parts: readonly DocumentRecord[]): IncompletePart[] {
  const skipped = new Set(children.skipped.map(({ name, reason }) => `${reason} ${name}`));
  return parts.flatMap(({ id, filename, status, error }) => {
    if (status === 'succeeded') return [];
    const reason = status === 'failed' ? (error?.code ?? status) : status;
    return skipped.has(`${reason} ${filename}`)
      ? []
      : [{ documentId: publicId('document', id), name: filename, reason }];
  });
}
