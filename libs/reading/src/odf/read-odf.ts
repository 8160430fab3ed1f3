import { isAppError } from '@app/kernel';
import type { BlockInput } from '../blocks.js';
import { ChildCollector } from '../children/child-collector.js';
import { nameByContent, unpackOleObject } from '../compound/ole-object.js';
import { cellText } from '../flow/recast.js';
import { childOf, childrenOf, elementsOf, type XmlNode } from '../ooxml/xml-tree.js';
import { ReadingBuilder } from '../reading-builder.js';
import { readingError } from '../reading.errors.js';
import type { Reading } from '../reading-model.js';
import type { ReadInput, ReadingLimits } from '../readers/format-reader.js';
import { sheetHeading } from '../sheets/sheet-blocks.js';
import { formulaOf, mathText } from './mathml.js';
import { blocksOf } from './odf-blocks.js';
import { type CopyBudget, MAX_COPIED_CELLS, OdfContext, type OdfReference } from './odf-context.js';
import { collectControls } from './odf-controls.js';
import { metadataOf } from './odf-meta.js';
import { type OdfParts, openOdf } from './odf-package.js';
import { contentOf, databaseBlocks } from './odf-database.js';
import { OdfSheet } from './odf-sheet.js';
import { OdfSlides } from './odf-slides.js';
import { OdfStyles } from './odf-styles.js';
import { textBlocks } from './odf-text.js';
import { OdfTreeReader } from './odf-tree.js';

/** Reads a text, spreadsheet, presentation, drawing or formula (OpenDocument 1.3), in a package or as flat XML. */
export async function readOdf(input: ReadInput): Promise<Reading> {
  const parts = await openOdf(input);
  const work = new Work(parts, input.mediaType, input.limits);
  for await (const chunk of work.untilDamaged(parts.content())) work.write(chunk);
  work.end();
  const children = new ChildCollector(input.limits);
  for (const reference of work.context.references.values()) await addChild(children, reference, parts);
  children.deliverTo(work.builder);
  return work.builder.build();
}

/** Puts the reading of one document together while its content arrives. */
class Work {
  readonly builder: ReadingBuilder;
  readonly context: OdfContext;
  private readonly styles = new OdfStyles();
  private readonly copies: CopyBudget = { left: MAX_COPIED_CELLS, isSpent: false };
  private readonly reader: OdfTreeReader;
  private sheet: OdfSheet | null = null;
  private sheets = 0;

  constructor(
    private readonly parts: OdfParts,
    mediaType: string,
    private readonly limits: ReadingLimits,
  ) {
    this.builder = new ReadingBuilder(mediaType, limits.maxCharacters);
    if (parts.styles !== null) this.styles.add(parts.styles);
    const isSpreadsheet = /spreadsheet|calc/.test(mediaType);
    this.context = new OdfContext({
      styles: this.styles,
      objects: parts.objects,
      isSpreadsheet,
      blocksOf,
      copies: this.copies,
    });
    this.reader = new OdfTreeReader({
      opened: (node, parents) => this.opened(node, parents),
      closed: (node, parents) => this.closed(node, parents),
    });
  }

  /** The pieces of the content up to where it is damaged; what comes before is read. */
  async *untilDamaged(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
    try {
      yield* chunks;
    } catch (error) {
      if (!isAppError(error) || error.code !== 'corrupt_document') throw error;
      this.builder.lose('file_damaged');
    }
  }

  write(chunk: Uint8Array): void {
    this.reader.write(chunk);
  }

  end(): void {
    const root = this.reader.end();
    const { builder, parts } = this;
    builder.setMetadata(metadataOf(parts.meta ?? root));
    if (parts.hasMacros) builder.warn('macros_not_read');
    if (parts.isDamaged) builder.lose('file_damaged');
    const body = childOf(root, 'body');
    const formula = formulaOf(root);
    if (formula !== undefined) builder.addBlocks([{ kind: 'paragraph', text: mathText(formula) }]);
    else if (body === undefined) throw readingError('corrupt_document');
    else this.addContent(body);
    if (this.copies.isSpent) builder.lose('repeated_cells_cut');
  }

  private addContent(body: XmlNode): void {
    // OpenOffice 1 has the content right in the body.
    const content = elementsOf(body).find(({ name }) => CONTENT.has(name)) ?? body;
    if (this.sheets > 0) this.builder.addUnreadPages(this.sheets - this.builder.pageCount, 'page_limit');
    else if (childrenOf(content, 'page').length > 0) this.addSlides(content);
    else {
      this.builder.addBlocks(
        content.name === 'database' ? this.databaseBlocks(content) : textBlocks(content, this.context),
      );
      this.addHidden();
    }
  }

  /** Forms and reports are documents in the package; nothing refers to them but their folder. */
  private databaseBlocks(content: XmlNode): BlockInput[] {
    const documents = [...this.parts.objects.values()].flatMap(contentOf);
    return [...databaseBlocks(content), ...this.context.blocks(documents)];
  }

  private addSlides(content: XmlNode): void {
    const slides = new OdfSlides(content, this.context);
    const pages = childrenOf(content, 'page');
    for (const node of pages.slice(0, this.limits.maxPages)) {
      const { name, blocks, isHidden } = slides.page(node);
      this.builder.addBlocks(blocks, { name: isHidden ? `${name} (hidden)`.trim() : name });
      if (isHidden) this.builder.warn('hidden_slides');
      this.addHidden();
    }
    this.builder.addUnreadPages(pages.length - this.builder.pageCount, 'page_limit');
  }

  private addHidden(): void {
    for (const text of this.context.takeHidden()) this.builder.addHidden(this.builder.pageCount, text, 'markup');
  }

  private opened(node: XmlNode, parents: readonly XmlNode[]): void {
    const [root] = parents;
    if (node.name === 'body' && root !== undefined) this.styles.add(root);
    if (isSheet(node, parents)) this.sheet = new OdfSheet(this.context, this.limits.maxCharacters);
  }

  private closed(node: XmlNode, parents: readonly XmlNode[]): boolean {
    if (node.name === 'forms') collectControls(node, this.context.controls);
    if (this.sheet === null) return true;
    if (isSheet(node, parents)) {
      this.finishSheet(this.sheet, node);
      this.sheet = null;
      return false;
    }
    if ((node.name !== 'table-row' && node.name !== 'table-column') || !isOfSheet(parents)) return true;
    if (node.name === 'table-row') this.sheet.readRow(node);
    else this.sheet.readColumn(node);
    return false;
  }

  private finishSheet(sheet: OdfSheet, node: XmlNode): void {
    this.sheets++;
    if (this.builder.pageCount >= this.limits.maxPages) return;
    const name = node.attributes['table:name'] ?? '';
    const found = sheet.finish(childrenOf(node, 'shapes').flatMap(elementsOf));
    const isHidden = this.styles.property('table', node.attributes['table:style-name'], 'table:display') === 'false';
    const blocks: BlockInput[] = found.blocks.length === 0 ? [] : [...sheetHeading(name), ...found.blocks];
    this.builder.addBlocks(isHidden ? [] : blocks, { name });
    const page = this.builder.pageCount;
    if (isHidden) {
      this.builder.warn('hidden_sheets');
      this.builder.addHidden(page, cellText(blocks), 'invisible');
    }
    this.builder.addHidden(page, found.hidden.join('\n'), 'invisible');
    if (sheet.isFull) this.builder.lose('character_limit');
  }
}

const CONTENT = new Set(['text', 'spreadsheet', 'presentation', 'drawing', 'chart', 'image', 'database']);

/** A table right in a spreadsheet; OpenOffice 1 has it in the body, where texts have their tables too. */
function isSheet({ name }: XmlNode, parents: readonly XmlNode[]): boolean {
  const parent = parents.at(-1);
  if (name !== 'table' || parent === undefined) return false;
  return (
    parent.name === 'spreadsheet' ||
    (parent.name === 'body' && parents[0]?.attributes['office:class'] === 'spreadsheet')
  );
}

/** True where the nearest table around is a sheet. */
function isOfSheet(parents: readonly XmlNode[]): boolean {
  const at = parents.findLastIndex(({ name }) => name === 'table');
  const table = parents[at];
  return table !== undefined && isSheet(table, parents.slice(0, at));
}

async function addChild(children: ChildCollector, { kind, path, bytes }: OdfReference, parts: OdfParts): Promise<void> {
  const content = bytes ?? (await parts.file(path));
  if (content === null) return children.skip(path, 'missing');
  if (/\.(?:svm|emf|wmf)$/i.test(path)) return children.skip(path, 'metafile');
  const base = path.split('/').at(-1) ?? path;
  if (kind === 'picture')
    return children.addPicture(bytes === undefined ? base : await nameByContent(base, content), content);
  const file = unpackOleObject(content);
  if (file === null) return children.skip(path, 'unreadable_object');
  await children.add(file.name === '' ? await nameByContent(base, file.bytes) : file.name, file.bytes);
}
