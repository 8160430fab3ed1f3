import type { RawWord } from '../layout/geometry.js';
import type { HiddenText } from '../reading-model.js';
import { withFields } from './field-words.js';
import { partHidden } from './hidden-words.js';
import { contentOf, type PageContent } from './page-content.js';
import { type PageSpace, spaceOf } from './page-space.js';
import { type PageAnnotations, type PlacedText, readAnnotations } from './pdf-annotations.js';
import type { FileBytes } from './pdf-attachments.js';
import { flattenPage, withPage } from './pdf-document.js';
import { readPageText } from './pdf-words.js';
import type { Pdfium } from './pdfium.js';

/** What pdfium tells of a page. Places are in points from the displayed top left. */
export interface PdfPage extends PageContent {
  readonly space: PageSpace;
  /** What a person sees of the text layer, form fields included. */
  readonly words: readonly RawWord[];
  /** Whether the words are painted, and not put invisibly over a picture of them. */
  readonly isPainted: boolean;
  /** Characters of the words, and those that no Unicode value could be found for. */
  readonly characters: number;
  readonly unmapped: number;
  readonly hidden: readonly Omit<HiddenText, 'page'>[];
  readonly notes: readonly PlacedText[];
  readonly files: readonly FileBytes[];
}

/** Points; pdfium keeps notes of each point of a page's sides. Writers go up to 14,400 (ISO 32000-1, annex C). */
const MAX_SIDE = 10_000_000;

/** Reads a page (from 0); null where pdfium cannot. `fileBytes`: bytes that files attached to the page may have. */
export function readPdfPage(pdfium: Pdfium, document: number, index: number, fileBytes: number): PdfPage | null {
  return withPage(pdfium, document, index, (page) => {
    const space = spaceOf(pdfium, page);
    if (Math.max(space.width, space.height) > MAX_SIDE) return null;
    const annotations = readAnnotations(pdfium, page, space, fileBytes);
    // What form fields and annotations show is no part of a page's text before they are part of its content.
    if (annotations.showText && flattenPage(pdfium, page))
      return withPage(pdfium, document, index, (flat) => readOpenPage(pdfium, flat, space, annotations));
    return readOpenPage(pdfium, page, space, annotations);
  });
}

function readOpenPage(pdfium: Pdfium, page: number, space: PageSpace, annotations: PageAnnotations): PdfPage | null {
  const text = readPageText(pdfium, page, space);
  if (text === null) return null;
  const content = contentOf(pdfium, page, space);
  const { seen, hidden } = partHidden(text, { pdfium, page, space, pictures: content.pictures });
  const { notes, hiddenNotes, files } = annotations;
  return {
    ...content,
    space,
    words: withFields(seen, annotations),
    isPainted: seen.some(({ paint }) => paint !== 'none'),
    characters:
      seen.length === text.words.length ? text.characters : seen.reduce((sum, word) => sum + word.text.length, 0),
    unmapped: text.unmapped,
    hidden: [...hidden, ...hiddenNotes.map((note) => ({ text: note, reason: 'invisible' as const }))],
    notes: newNotes(notes, seen),
    files,
  };
}

/** Notes without those that repeat what they mark: programs copy the words under a highlight into its note. */
function newNotes(notes: readonly PlacedText[], words: readonly RawWord[]): readonly PlacedText[] {
  if (notes.length === 0) return notes;
  const page = words.map(({ text }) => text).join(' ');
  return notes.filter(({ text }) => !page.includes(text.trim().replace(/\s+/g, ' ')));
}
