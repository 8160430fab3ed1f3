import type { Pdfium, PdfiumExports } from './pdfium.js';

/** fpdf_edit.h: kinds of page objects. */
const OBJECT_IMAGE = 3;
const OBJECT_FORM = 5;

/** fpdf_edit.h */
interface ObjectExports extends PdfiumExports {
  FPDFImageObj_GetImagePixelSize(image: number, width: number, height: number): number;
  FPDFFormObj_CountObjects(form: number): number;
  FPDFFormObj_GetObject(form: number, index: number): number;
}

/** Objects that are looked at; a page that has more of them is drawn without a look at the others. */
const MAX_OBJECTS = 100_000;
const MAX_DEPTH = 8;
/** A picture is unpacked each time that it is drawn: so many times the pixels that one may have are too much for a page. */
const MAX_PICTURES_OF_FULL_SIZE = 4;

/** Pixels of one picture that a page may draw; a square metre at 300 dpi has 140 million. */
const MAX_IMAGE_PIXELS = 150_000_000;

/** True where drawing the page would unpack a picture of more than so many pixels, or many large ones. */
export function isHeavy(pdfium: Pdfium, page: number, maxImagePixels = MAX_IMAGE_PIXELS): boolean {
  const call = pdfium.call as ObjectExports;
  let objects = 0;
  let pixels = 0;
  const isHeavyObject = (object: number, depth: number): boolean => {
    const type = call.FPDFPageObj_GetType(object);
    if (type === OBJECT_FORM && depth < MAX_DEPTH)
      return isHeavyList(
        call.FPDFFormObj_CountObjects(object),
        (at) => call.FPDFFormObj_GetObject(object, at),
        depth + 1,
      );
    if (type !== OBJECT_IMAGE) return false;
    const size = pixelsOf(pdfium, call, object);
    pixels += size;
    return size > maxImagePixels || pixels > maxImagePixels * MAX_PICTURES_OF_FULL_SIZE;
  };
  const isHeavyList = (count: number, objectAt: (index: number) => number, depth: number): boolean => {
    for (let index = 0; index < count && objects < MAX_OBJECTS; index++) {
      objects++;
      if (isHeavyObject(objectAt(index), depth)) return true;
    }
    return false;
  };
  return isHeavyList(call.FPDFPage_CountObjects(page), (at) => call.FPDFPage_GetObject(page, at), 0);
}

function pixelsOf({ view, scratch }: Pdfium, call: ObjectExports, image: number): number {
  if (call.FPDFImageObj_GetImagePixelSize(image, scratch, scratch + 4) === 0) return 0;
  return view().getUint32(scratch, true) * view().getUint32(scratch + 4, true);
}
