import type { Migration } from './migration.js';

/** Documents that stand behind each other in one file: parts with pages of their own, and what was said of splitting. */
export const partsMigration: Migration = {
  id: '0022-parts',
  sql: `
ALTER TABLE documents
  -- Of a part: its pages in the file, from 1, both included.
  ADD COLUMN first_page int,
  ADD COLUMN last_page  int,
  -- Null where nothing was to be said; 'whole' where a person said that the file is one document.
  ADD COLUMN split      text CHECK (split IN ('proposed', 'split', 'whole')),
  DROP CONSTRAINT documents_role_check,
  ADD CONSTRAINT documents_role_check CHECK (role IN ('attachment', 'member', 'embedded', 'part')),
  ADD CONSTRAINT documents_pages_check
    CHECK ((role IS NOT DISTINCT FROM 'part') = (first_page IS NOT NULL) AND (first_page IS NULL) = (last_page IS NULL)
           AND (first_page IS NULL OR first_page BETWEEN 1 AND last_page));
CREATE INDEX documents_proposed ON documents (tenant_id, id) WHERE split = 'proposed';
`,
};
