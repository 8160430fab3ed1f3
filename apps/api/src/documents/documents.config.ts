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
});
export type DocumentsConfig = ConfigOf<typeof documentsConfig>;
