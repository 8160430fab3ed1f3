import type { Rect } from '../layout/geometry.js';
import { displayed, type PageSpace, rectAt } from './page-space.js';
import { type FileBytes, readAttachment } from './pdf-attachments.js';
import { type Pdfium, readUtf16, withAscii } from './pdfium.js';

/** fpdf_annot.h, FPDF_ANNOT_*. */
const LINK = 2;
const FREE_TEXT = 3;
const POPUP = 16;
const FILE_ATTACHMENT = 17;
const WIDGET = 20;
/** Annotations whose `Contents` describe what a program draws, not what a person noted. */
const WITHOUT_NOTES: ReadonlySet<number> = new Set([LINK, POPUP, WIDGET]);
/** ISO 32000-1, table 165: the bits for Hidden and NoView. */
const NOT_SHOWN = 0x02 | 0x20;
/** fpdf_edit.h. */
const OBJECT_TEXT = 1;
const OBJECT_FORM = 5;
/** Annotations of one page that are looked at. */
const MAX_ANNOTATIONS = 5000;

export interface PlacedText {
  readonly text: string;
  /** Points, as displayed. */
  readonly rect: Rect;
}

/** What annotations add to a page. */
export interface PageAnnotations {
  /** Some of them show text that is not part of the page's content. */
  readonly showText: boolean;
  /** What people noted on the page. */
  readonly notes: readonly PlacedText[];
  /** Notes that no reader shows. */
  readonly hiddenNotes: readonly string[];
  /** Check boxes and radio buttons: `☒` or `☐`. */
  readonly boxes: readonly PlacedText[];
  /** Values of form fields that have no appearance. */
  readonly values: readonly PlacedText[];
  readonly files: readonly FileBytes[];
}

const NOTHING: PageAnnotations = { showText: false, notes: [], hiddenNotes: [], boxes: [], values: [], files: [] };

/** `fileBytes`: bytes that the files attached to the page may have together. */
export function readAnnotations(pdfium: Pdfium, page: number, space: PageSpace, fileBytes: number): PageAnnotations {
  const { call } = pdfium;
  const count = Math.min(call.FPDFPage_GetAnnotCount(page), MAX_ANNOTATIONS);
  if (count <= 0) return NOTHING;
  const found = new Collector(pdfium, space, fileBytes);
  for (let index = 0; index < count; index++) {
    const annotation = call.FPDFPage_GetAnnot(page, index);
    if (annotation === 0) continue;
    found.add(annotation);
    call.FPDFPage_CloseAnnot(annotation);
  }
  return found;
}

class Collector implements PageAnnotations {
  showText = false;
  readonly notes: PlacedText[] = [];
  readonly hiddenNotes: string[] = [];
  readonly boxes: PlacedText[] = [];
  readonly values: PlacedText[] = [];
  readonly files: FileBytes[] = [];

  constructor(
    private readonly pdfium: Pdfium,
    private readonly space: PageSpace,
    private bytesLeft: number,
  ) {}

  add(annotation: number): void {
    const subtype = this.pdfium.call.FPDFAnnot_GetSubtype(annotation);
    if (subtype === LINK || subtype === POPUP) return;
    const isShown = (this.pdfium.call.FPDFAnnot_GetFlags(annotation) & NOT_SHOWN) === 0;
    const showsText = isShown && this.showsText(annotation);
    if (showsText) this.showText = true;
    if (subtype === WIDGET) {
      if (isShown) this.addField(annotation, showsText);
      return;
    }
    if (subtype === FILE_ATTACHMENT) this.addFile(annotation);
    if (!WITHOUT_NOTES.has(subtype) && !(subtype === FREE_TEXT && showsText)) this.addNote(annotation, isShown);
  }

  private addField(annotation: number, showsText: boolean): void {
    const state = this.stringOf(annotation, 'AS');
    if (state !== '') this.boxes.push({ text: state === 'Off' ? '☐' : '☒', rect: this.rectOf(annotation) });
    else if (!showsText) {
      const value = this.stringOf(annotation, 'V');
      if (value.trim() !== '') this.values.push({ text: value, rect: this.rectOf(annotation) });
    }
  }

  private addNote(annotation: number, isShown: boolean): void {
    const text = this.stringOf(annotation, 'Contents').trim();
    if (text === '') return;
    if (isShown) this.notes.push({ text, rect: this.rectOf(annotation) });
    else this.hiddenNotes.push(text);
  }

  private addFile(annotation: number): void {
    const attachment = this.pdfium.call.FPDFAnnot_GetFileAttachment(annotation);
    if (attachment === 0) return;
    const file = readAttachment(this.pdfium, attachment, this.bytesLeft);
    if (typeof file.bytes === 'object') this.bytesLeft -= file.bytes.byteLength;
    this.files.push(file);
  }

  private showsText(annotation: number): boolean {
    const { call } = this.pdfium;
    const count = call.FPDFAnnot_GetObjectCount(annotation);
    for (let index = 0; index < count; index++) {
      const type = call.FPDFPageObj_GetType(call.FPDFAnnot_GetObject(annotation, index));
      if (type === OBJECT_TEXT || type === OBJECT_FORM) return true;
    }
    return false;
  }

  private stringOf(annotation: number, key: string): string {
    return withAscii(this.pdfium, key, (name) =>
      readUtf16(this.pdfium, (buffer, length) =>
        this.pdfium.call.FPDFAnnot_GetStringValue(annotation, name, buffer, length),
      ),
    );
  }

  private rectOf(annotation: number): Rect {
    const { call, floats, scratch } = this.pdfium;
    call.FPDFAnnot_GetRect(annotation, scratch);
    return displayed(this.space, ...rectAt(floats(), scratch));
  }
}
