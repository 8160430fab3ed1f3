import { PDFiumModule } from '@hyzyla/pdfium';

/**
 * The functions of pdfium's C interface (fpdfview.h, fpdf_text.h, fpdf_edit.h, fpdf_annot.h, fpdf_attachment.h, fpdf_doc.h,
 * fpdf_formfill.h, fpdf_flatten.h) that this library calls, straight on the WebAssembly exports: the wrapper's own layer checks every call, which costs more than
 * the call itself where there is one for each word. Pointers and handles are numbers; 0 is none.
 */
export interface PdfiumExports {
  malloc(size: number): number;
  free(pointer: number): void;
  FPDF_LoadMemDocument(data: number, size: number, password: number): number;
  FPDF_CloseDocument(document: number): void;
  FPDF_GetLastError(): number;
  FPDF_GetPageCount(document: number): number;
  FPDF_GetMetaText(document: number, tag: number, buffer: number, length: number): number;
  FPDF_GetFormType(document: number): number;
  FPDF_GetXFAPacketCount(document: number): number;
  FPDF_GetXFAPacketName(document: number, index: number, buffer: number, length: number): number;
  FPDF_GetXFAPacketContent(document: number, index: number, buffer: number, length: number, outLength: number): number;
  FPDFBookmark_GetFirstChild(document: number, bookmark: number): number;
  FPDFBookmark_GetNextSibling(document: number, bookmark: number): number;
  FPDFBookmark_GetTitle(bookmark: number, buffer: number, length: number): number;
  FPDF_LoadPage(document: number, index: number): number;
  FPDF_ClosePage(page: number): void;
  FPDF_GetPageWidthF(page: number): number;
  FPDF_GetPageHeightF(page: number): number;
  FPDF_GetPageBoundingBox(page: number, rect: number): number;
  FPDFPage_GetRotation(page: number): number;
  FPDFPage_GetAnnotCount(page: number): number;
  FPDFPage_GetAnnot(page: number, index: number): number;
  FPDFPage_CloseAnnot(annotation: number): void;
  FPDFAnnot_GetSubtype(annotation: number): number;
  FPDFAnnot_GetFlags(annotation: number): number;
  FPDFAnnot_GetRect(annotation: number, rect: number): number;
  FPDFAnnot_GetStringValue(annotation: number, key: number, buffer: number, length: number): number;
  FPDFAnnot_GetObjectCount(annotation: number): number;
  FPDFAnnot_GetObject(annotation: number, index: number): number;
  FPDFAnnot_GetFileAttachment(annotation: number): number;
  FPDFPage_Flatten(page: number, flag: number): number;
  FPDFPage_CountObjects(page: number): number;
  FPDFPage_GetObject(page: number, index: number): number;
  FPDFPageObj_GetType(object: number): number;
  FPDFPageObj_GetBounds(object: number, left: number, bottom: number, right: number, top: number): number;
  FPDFPageObj_GetFillColor(object: number, red: number, green: number, blue: number, alpha: number): number;
  FPDFPath_GetDrawMode(path: number, fillMode: number, stroke: number): number;
  FPDFTextObj_GetTextRenderMode(text: number): number;
  FPDFTextObj_GetFont(text: number): number;
  FPDFFont_GetBaseFontName(font: number, buffer: number, length: number): number;
  FPDFText_LoadPage(page: number): number;
  FPDFText_ClosePage(textPage: number): void;
  FPDFText_CountChars(textPage: number): number;
  FPDFText_GetText(textPage: number, start: number, count: number, buffer: number): number;
  FPDFText_GetUnicode(textPage: number, index: number): number;
  FPDFText_GetTextObject(textPage: number, index: number): number;
  FPDFText_GetCharAngle(textPage: number, index: number): number;
  FPDFText_GetLooseCharBox(textPage: number, index: number, rect: number): number;
  FPDFBitmap_CreateEx(width: number, height: number, format: number, scan0: number, stride: number): number;
  FPDFBitmap_FillRect(bitmap: number, left: number, top: number, width: number, height: number, color: number): void;
  FPDFBitmap_GetBuffer(bitmap: number): number;
  FPDFBitmap_GetStride(bitmap: number): number;
  FPDFBitmap_Destroy(bitmap: number): void;
  FPDF_RenderPageBitmap(
    bitmap: number,
    page: number,
    x: number,
    y: number,
    width: number,
    height: number,
    rotate: number,
    flags: number,
  ): void;
  FPDFDoc_GetAttachmentCount(document: number): number;
  FPDFDoc_GetAttachment(document: number, index: number): number;
  FPDFAttachment_GetName(attachment: number, buffer: number, length: number): number;
  FPDFAttachment_GetFile(attachment: number, buffer: number, length: number, outLength: number): number;
}

export interface Pdfium {
  readonly call: PdfiumExports;
  /** The heap as it is now: WebAssembly replaces the buffer when it grows, so views are never kept across calls. */
  bytes(): Uint8Array;
  view(): DataView;
  /** The heap as 32-bit floats: the one at address `a` has index `a / 4`. */
  floats(): Float32Array;
  /** `SCRATCH_BYTES` inside the module for results of single calls. */
  readonly scratch: number;
}

/** Bytes of memory that every call may use and none may rely on. */
export const SCRATCH_BYTES = 128;

let loading: Promise<Pdfium> | undefined;

/** The module, instantiated once a process, and anew where it was discarded. */
export function loadPdfium(): Promise<Pdfium> {
  loading ??= instantiate();
  return loading;
}

/**
 * Throws the module away. After a trap its memory is as the trap left it, locks held and lists half linked: every later
 * call may fail, or worse, answer something.
 */
export function discardPdfium(): void {
  loading = undefined;
}

async function instantiate(): Promise<Pdfium> {
  const module = await PDFiumModule({});
  module._FPDF_InitLibraryWithConfig({});
  const call = module.wasmExports as unknown as PdfiumExports;
  let view = new DataView(module.HEAPU8.buffer);
  let floats = new Float32Array(module.HEAPU8.buffer);
  return {
    call,
    bytes: () => module.HEAPU8,
    view: () => {
      if (view.buffer !== module.HEAPU8.buffer) view = new DataView(module.HEAPU8.buffer);
      return view;
    },
    floats: () => {
      if (floats.buffer !== module.HEAPU8.buffer) floats = new Float32Array(module.HEAPU8.buffer);
      return floats;
    },
    scratch: call.malloc(SCRATCH_BYTES),
  };
}

/** Memory inside the module, freed when `work` ends. */
export function withMemory<T>(pdfium: Pdfium, size: number, work: (pointer: number) => T): T {
  const pointer = pdfium.call.malloc(Math.max(size, 1));
  if (pointer === 0) throw new RangeError('pdfium: memory allocation failed');
  try {
    return work(pointer);
  } finally {
    pdfium.call.free(pointer);
  }
}

/** A string of ASCII, closed with a zero, for the time of `work`. */
export function withAscii<T>(pdfium: Pdfium, text: string, work: (pointer: number) => T): T {
  return withMemory(pdfium, text.length + 1, (pointer) => {
    const heap = pdfium.bytes();
    for (let index = 0; index < text.length; index++) heap[pointer + index] = text.charCodeAt(index);
    heap[pointer + text.length] = 0;
    return work(pointer);
  });
}

const utf16 = new TextDecoder('utf-16le');

/** A string of the functions that answer its length in bytes (UTF-16LE, closing zero included) and fill a buffer. */
export function readUtf16(pdfium: Pdfium, fill: (buffer: number, length: number) => number): string {
  const length = fill(0, 0);
  if (length <= 2) return '';
  return withMemory(pdfium, length, (pointer) => {
    fill(pointer, length);
    return utf16.decode(pdfium.bytes().subarray(pointer, pointer + length - 2));
  });
}

const utf8 = new TextDecoder();

/** The same of functions that write UTF-8. */
export function readUtf8(pdfium: Pdfium, fill: (buffer: number, length: number) => number): string {
  const length = fill(0, 0);
  if (length <= 1) return '';
  return withMemory(pdfium, length, (pointer) => {
    fill(pointer, length);
    return utf8.decode(pdfium.bytes().subarray(pointer, pointer + length - 1));
  });
}
