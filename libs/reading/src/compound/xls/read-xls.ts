import type { BlockInput } from '../../blocks.js';
import { ChildCollector } from '../../children/child-collector.js';
import { cellText } from '../../flow/recast.js';
import { ReadingBuilder } from '../../reading-builder.js';
import type { Reading } from '../../reading-model.js';
import type { ReadingLimits } from '../../readers/format-reader.js';
import { sheetHeading } from '../../sheets/sheet-blocks.js';
import { ByteView } from '../byte-view.js';
import { CompoundFile, isCompoundFile } from '../compound-file.js';
import { addObjects } from '../embedded-objects.js';
import { addPictures } from '../office-art/pictures.js';
import { readMetadata } from '../property-set.js';
import { biffRecords } from './biff-records.js';
import { decryptWorkbook } from './decrypt-workbook.js';
import { isBof, type SheetEntry, XlsWorkbook } from './workbook.js';
import { XlsSheet } from './xls-sheet.js';

/**
 * Reads an Excel workbook of the versions 2 to 2003 ([MS-XLS], and older formats): each sheet is a page. Throws
 * `encrypted_document`, `corrupt_document`.
 */
export async function readXls(bytes: Uint8Array, mediaType: string, limits: ReadingLimits): Promise<Reading> {
  const file = isCompoundFile(bytes) ? CompoundFile.open(bytes) : null;
  const stream = file === null ? bytes : (file.stream('Workbook') ?? file.stream('Book') ?? new Uint8Array());
  const workbook = new XlsWorkbook(decryptWorkbook(new ByteView(stream)));
  const builder = new ReadingBuilder(mediaType, limits.maxCharacters);
  addSheets(builder, workbook, limits);
  const children = new ChildCollector(limits);
  if (file !== null) {
    builder.setMetadata(readMetadata(file));
    if (file.isDamaged) builder.lose('file_damaged');
    if (file.entry('_VBA_PROJECT_CUR') !== null) builder.warn('macros_not_read');
    await addObjects(
      children,
      file,
      file.childrenOf('').filter(({ name }) => OBJECT.test(name)),
    );
  }
  await addPictures(children, [joined(workbook.drawings)], new ByteView(new Uint8Array()));
  children.deliverTo(builder);
  return builder.build();
}

/** Storages of embedded objects ([MS-XLS] 2.1.7.15). */
const OBJECT = /^MBD[0-9A-F]{8}$/i;

/** A drawing goes on in the records that follow it. */
const joined = (parts: readonly ByteView[]): ByteView => new ByteView(Buffer.concat(parts.map(({ bytes }) => bytes)));

function addSheets(builder: ReadingBuilder, workbook: XlsWorkbook, limits: ReadingLimits): void {
  const entries = entriesOf(workbook);
  const read = new Set<number>();
  for (const entry of entries.slice(0, limits.maxPages)) {
    if (builder.isFull) break;
    if (entry.kind === 'macros') builder.warn('macros_not_read');
    // Two sheets are never in one place.
    if (read.has(entry.at)) builder.addFailedPage(builder.pageCount + 1, 'sheet_damaged');
    else addSheet(builder, workbook, { entry, maxCharacters: limits.maxCharacters });
    read.add(entry.at);
  }
  builder.addUnreadPages(
    entries.length - builder.pageCount,
    builder.pageCount === limits.maxPages ? 'page_limit' : 'character_limit',
  );
}

function addSheet(
  builder: ReadingBuilder,
  workbook: XlsWorkbook,
  { entry, maxCharacters }: { readonly entry: SheetEntry; readonly maxCharacters: number },
): void {
  const { name, at, isHidden } = entry;
  if (!isBof(workbook.stream.u16(at))) return builder.addFailedPage(builder.pageCount + 1, 'sheet_damaged');
  const sheet = new XlsSheet(workbook, maxCharacters);
  sheet.read(at);
  const content = sheet.blocks();
  const blocks: BlockInput[] = content.length === 0 ? [] : [...sheetHeading(name), ...content];
  builder.addBlocks(isHidden ? [] : blocks, { name });
  const page = builder.pageCount;
  if (isHidden) {
    builder.warn('hidden_sheets');
    builder.addHidden(page, cellText(blocks), 'invisible');
  }
  builder.addHidden(page, sheet.hidden, 'invisible');
  if (sheet.isFull) builder.lose('character_limit');
}

/** Kinds of what begins with a BOF record before Excel 5, and in files whose list of sheets is lost: sheets and charts. */
const SHEET_KINDS = new Set([0x0010, 0x0020, 0x0040]);

/** The sheets that the workbook lists, modules of macros aside; without a list all that begin somewhere. */
function entriesOf({ sheets, stream }: XlsWorkbook): readonly SheetEntry[] {
  if (sheets.length > 0) return sheets.filter(({ kind }) => kind !== 'module');
  const found: SheetEntry[] = [];
  let depth = 0;
  for (const { type, at, body } of biffRecords(stream)) {
    if (isBof(type) && depth++ === 0 && SHEET_KINDS.has(body.u16(2)))
      found.push({ name: `Sheet${found.length + 1}`, at, isHidden: false, kind: 'sheet' });
    else if (type === END) depth = Math.max(0, depth - 1);
  }
  return found;
}

const END = 0x000a;
