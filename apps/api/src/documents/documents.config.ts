import { type ConfigOf, defineConfig, setting, value } from '@app/config';

export const documentsConfig = defineConfig('documents', {
  maxBytes: setting(
    'DOCUMENTS_MAX_BYTES',
    value.integer(512 * 1024 * 1024, 1024),
    'Largest file that any tenant may send, bytes',
  ),
  maxChildren: setting(
    'DOCUMENTS_MAX_CHILDREN',
    value.integer(200, 0, 1000),
    'Children that one document may have; more are named in the receipt as skipped',
  ),
  maxDepth: setting('DOCUMENTS_MAX_DEPTH', value.integer(5, 0, 20), 'How deep files may lie inside files'),
  maxTreeDocuments: setting(
    'DOCUMENTS_MAX_TREE_DOCUMENTS',
    value.integer(1000, 0, 100_000),
    'Files inside one file that was sent, at any depth; more are named as skipped in the receipt of what they lie in',
  ),
  maxTreeBytes: setting(
    'DOCUMENTS_MAX_TREE_BYTES',
    value.integer(1024 * 1024 * 1024, 0),
    'Bytes of all files inside one file that was sent, at any depth, together',
  ),
});
export type DocumentsConfig = ConfigOf<typeof documentsConfig>;
