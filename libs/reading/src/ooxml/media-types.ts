/** Media types of Office Open XML files, lower case: the plain one, its template, its show, and those with macros. */
export const WORD_TYPES = [
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.template',
  'application/vnd.ms-word.document.macroenabled.12',
  'application/vnd.ms-word.template.macroenabled.12',
] as const;

export const PRESENTATION_TYPES = [
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/vnd.openxmlformats-officedocument.presentationml.template',
  'application/vnd.openxmlformats-officedocument.presentationml.slideshow',
  'application/vnd.ms-powerpoint.presentation.macroenabled.12',
  'application/vnd.ms-powerpoint.template.macroenabled.12',
  'application/vnd.ms-powerpoint.slideshow.macroenabled.12',
] as const;

export const SPREADSHEET_TYPES = [
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.template',
  'application/vnd.ms-excel.sheet.macroenabled.12',
  'application/vnd.ms-excel.template.macroenabled.12',
] as const;

export const BINARY_WORKBOOK_TYPE = 'application/vnd.ms-excel.sheet.binary.macroenabled.12';

/** Content types of main parts whose media type is not the same without `.main+xml` (ECMA-376 part 2, 10.1; [MS-OFFMACRO2]). */
const BY_MAIN_PART: Readonly<Record<string, string>> = {
  'application/vnd.ms-word.template.macroenabledtemplate': 'application/vnd.ms-word.template.macroenabled.12',
  'application/vnd.ms-excel.sheet.binary.macroenabled': BINARY_WORKBOOK_TYPE,
  'application/vnd.ms-excel.addin.macroenabled': 'application/vnd.ms-excel.addin.macroenabled.12',
  'application/vnd.ms-powerpoint.addin.macroenabled': 'application/vnd.ms-powerpoint.addin.macroenabled.12',
  'application/vnd.ms-visio.drawing': 'application/vnd.visio',
  'application/vnd.ms-visio.drawing.macroenabled': 'application/vnd.visio',
  'application/vnd.ms-visio.template': 'application/vnd.visio',
  'application/vnd.ms-visio.stencil': 'application/vnd.visio',
};

const KNOWN: ReadonlySet<string> = new Set([...WORD_TYPES, ...PRESENTATION_TYPES, ...SPREADSHEET_TYPES]);

/** The media type of a file by the content type of its main part; null where that is no main part of a kind we know. */
export function mediaTypeOfMainPart(contentType: string): string | null {
  const match = /^(.+?)\.main(?:\+xml)?$/.exec(contentType.trim().toLowerCase());
  const base = match?.[1];
  if (base === undefined) return null;
  const plain = BY_MAIN_PART[base];
  if (plain !== undefined) return plain;
  if (KNOWN.has(base)) return base;
  return KNOWN.has(`${base}.12`) ? `${base}.12` : null;
}
