// Batches as scanners make them: several documents in one PDF, and single documents that look as if they were several.
import { ATTACHED, attachment, KINDS } from './kinds.mjs';
import { frame, openPdf, penOf } from './pen.mjs';
import { worldOf } from './world.mjs';

const LANGUAGES = ['en', 'en', 'de', 'fr', 'es', 'it'];
/** What may come out of one transaction, with one order number. */
const TRANSACTION = ['order', 'deliveryNote', 'invoice'];
/** What one sender sends many of, in one look. */
const SERIES = ['invoice', 'payslip', 'statement', 'letter', 'deliveryNote', 'certificate', 'form'];

/**
 * One PDF: {bytes, starts, pages, mode, kinds}. `starts` are the pages, from 1, on which a document (or a separator sheet)
 * begins; [1] alone means one document.
 */
export async function makeBatch(seed) {
  const w = worldOf(seed);
  const mode = w.pick(['single', 'single', 'single', 'mixed', 'mixed', 'series', 'transaction']);
  const { doc, end } = openPdf();
  const count = mode === 'single' ? 1 : 2 + w.whole(7);
  const shared = sharedOf(w, mode);
  const separated = mode !== 'single' && w.chance(0.12) ? w.pick(['sheet', 'blank']) : null;
  const starts = [];
  const kinds = [];
  const pageCount = () => doc.bufferedPageRange().count;
  for (let index = 0; index < count; index++) {
    if (index > 0 && separated !== null) {
      if (separated === 'sheet') starts.push(pageCount() + 1);
      separate(doc, w, shared, separated);
    }
    starts.push(pageCount() + 1);
    const so = paperOf(w, shared);
    const kind = shared.kinds[index % shared.kinds.length] ?? w.pick(Object.keys(KINDS));
    kinds.push(kind);
    draw(doc, kind, so);
  }
  const pages = pageCount();
  return { bytes: await end(), starts, pages, mode, kinds, separated };
}

/** What all documents of the batch have in common. */
function sharedOf(w, mode) {
  const language = w.pick(LANGUAGES);
  const isOne = mode === 'series' || mode === 'transaction';
  return {
    kinds: mode === 'series' ? [w.pick(SERIES)] : mode === 'transaction' ? TRANSACTION : [],
    issuer: isOne ? w.issuer(language) : null,
    look: isOne ? w.look() : null,
    order: mode === 'transaction' ? w.id() : null,
    language: w.chance(0.7) ? language : null,
  };
}

function paperOf(w, shared) {
  const issuer = shared.issuer ?? w.issuer(shared.language ?? w.pick(LANGUAGES));
  const look = shared.look ?? w.look();
  return {
    w,
    issuer,
    look,
    t: w.terms(issuer.language),
    facts: { number: w.id(), date: w.date(look), order: shared.order ?? w.id() },
  };
}

function draw(doc, kind, so) {
  const from = doc.bufferedPageRange().count;
  const pen = penOf(doc, so.look);
  pen.next();
  KINDS[kind](pen, so);
  const own = doc.bufferedPageRange().count - 1;
  if (ATTACHED.has(kind) && so.w.chance(0.3)) attachment(pen, so);
  // Terms on the back are printed before; often they are not numbered with the rest.
  const to = so.w.chance(0.5) ? own : doc.bufferedPageRange().count - 1;
  frame(doc, { from, to }, so);
}

function separate(doc, w, { look }, kind) {
  const pen = penOf(doc, look ?? w.look());
  pen.next();
  if (kind === 'sheet') pen.title(w.terms(w.pick(LANGUAGES)).separator);
}
