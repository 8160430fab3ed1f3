import type { BlockInput } from '../../blocks.js';
import { cellText } from '../../flow/recast.js';
import type { ReadInput, ReadingLimits } from '../../readers/format-reader.js';
import { ReadingBuilder } from '../../reading-builder.js';
import type { Reading } from '../../reading-model.js';
import { addEmbeddedFiles } from '../embedded-files.js';
import { OoxmlPackage } from '../package.js';
import { propertiesOf } from '../properties.js';
import { commentBlocks } from './comments.js';
import { regionsOf } from './regions.js';
import { regionBlocks } from './region-blocks.js';
import { readSheet, type Sheet } from './sheet.js';
import { sheetDrawings } from './sheet-drawings.js';
import { type DefinedTable, definedTables } from './defined-tables.js';
import { readWorkbook, type SheetEntry, type Workbook } from './workbook.js';

/** An Excel workbook (ECMA-376 part 1, 18): each sheet is a page, its tables as blocks. What is hidden is kept out of the text. */
export async function readXlsx({ bytes, mediaType, limits }: ReadInput): Promise<Reading> {
  const opened = await OoxmlPackage.open(bytes, limits);
  const mainPart = await opened.mainPart('xl/workbook.xml');
  const builder = new ReadingBuilder(mediaType, limits.maxCharacters);
  const workbook = await readWorkbook(opened, mainPart, limits.maxCharacters);
  if (!workbook.strings.isWhole) builder.lose('character_limit');
  await addSheets(opened, { builder, workbook, limits });
  builder.setMetadata(await propertiesOf(opened));
  await addEmbeddedFiles(builder, opened, mainPart, { limits });
  if (opened.isDamaged) builder.lose('file_damaged');
  return builder.build();
}

interface Work {
  readonly builder: ReadingBuilder;
  readonly workbook: Workbook;
  readonly limits: ReadingLimits;
}

async function addSheets(opened: OoxmlPackage, work: Work): Promise<void> {
  const { builder, workbook, limits } = work;
  const { sheets } = workbook;
  let left = limits.maxCharacters;
  for (const entry of sheets.slice(0, limits.maxPages)) {
    if (left < 0 || builder.isFull) break;
    const sheet = await readSheet(opened, entry.part, { workbook, maxCharacters: left + 1 });
    if (sheet === null) builder.addFailedPage(builder.pageCount + 1, 'sheet_damaged');
    else left -= await addSheet(opened, { entry, sheet, work });
  }
  builder.addUnreadPages(
    sheets.length - builder.pageCount,
    builder.pageCount === limits.maxPages ? 'page_limit' : 'character_limit',
  );
}

/** Answers the characters that the sheet took. */
async function addSheet(
  opened: OoxmlPackage,
  { entry, sheet, work }: { readonly entry: SheetEntry; readonly sheet: Sheet; readonly work: Work },
): Promise<number> {
  const { builder, workbook } = work;
  const blocks = await sheetBlocks(opened, { entry, sheet, workbook });
  const { start, end } = builder.addBlocks(entry.isHidden ? [] : blocks, { name: entry.name });
  const page = builder.pageCount;
  builder.addHidden(page, sheet.hidden, 'invisible');
  if (entry.isHidden) {
    builder.warn('hidden_sheets');
    builder.addHidden(page, cellText(blocks), 'invisible');
  }
  if (sheet.uncalculated.length > 0) {
    builder.warn('formulas_without_values');
    builder.addHidden(page, sheet.uncalculated.join('\n'), 'markup');
  }
  return end - start;
}

/** Name, tables, drawings and comments of a sheet, between what is printed above and below it. Nothing where it is empty. */
async function sheetBlocks(
  opened: OoxmlPackage,
  { entry, sheet, workbook }: { readonly entry: SheetEntry; readonly sheet: Sheet; readonly workbook: Workbook },
): Promise<BlockInput[]> {
  const content = [
    ...tableBlocks(sheet, await definedTables(opened, entry.part)),
    ...(await sheetDrawings(opened, entry.part)),
    ...(await commentBlocks(opened, entry.part, workbook)),
  ];
  if (content.length === 0) return [];
  const { header, footer } = sheet.printed;
  return [
    { kind: 'header', text: header },
    { kind: 'heading', level: 1, text: entry.name },
    ...content,
    { kind: 'footer', text: footer },
  ];
}

function tableBlocks(sheet: Sheet, tables: readonly DefinedTable[]): BlockInput[] {
  return regionsOf(sheet.cells).flatMap((region): BlockInput[] => {
    const inside = tables.filter(({ range }) =>
      region.some(({ row, column }) => row === range.top && column >= range.left && column <= range.right),
    );
    const names = inside
      .filter(({ isNamed }) => isNamed)
      .map(({ name }): BlockInput => ({ kind: 'heading', level: 2, text: name }));
    return [
      ...names,
      ...regionBlocks(
        region,
        inside.some(({ range, hasHeader }) => hasHeader && range.top === region[0]?.row),
      ),
    ];
  });
}
