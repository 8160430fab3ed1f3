import type { EmbeddedInvoice, EmbeddedValue } from './einvoice.js';
import type { Grounding } from './field-model.js';
import { Grounder, matchOf } from './grounding.js';
import { type Place, xmlPlaces } from './xml-places.js';
import type { XmlElement } from './xml-reader.js';

/** A document and its text. */
export interface ShownText {
  readonly documentId: string;
  readonly text: string;
}

/** An electronic invoice as part of a document. */
export interface PlacedInvoice extends EmbeddedInvoice {
  /** True where nothing but this is the document: then no page shows it. */
  readonly isWhole: boolean;
  /** Null where the XML has no text. */
  readonly places: EmbeddedPlaces | null;
}

/** Says where values of an XML file stand in the text that the file is read as: as a document inside another, or as the whole one. */
export class EmbeddedPlaces {
  private readonly grounder: Grounder;
  private places: ReadonlyMap<XmlElement, Place> | null = null;

  constructor(
    private readonly root: XmlElement,
    private readonly shown: ShownText,
  ) {
    this.grounder = new Grounder({ text: shown.text, pages: [] }, shown.documentId);
  }

  /** Null where the value does not stand in that text. */
  ground(value: EmbeddedValue): Grounding | null {
    // Most values stand on the page, and are not looked for here.
    this.places ??= xmlPlaces(this.root, this.shown.text);
    const element = this.places.get(value.element);
    const place = element && value.isAttribute ? this.attribute(element, value.value) : element;
    if (!place) return null;
    const raw = this.shown.text.slice(place.start, place.end);
    return this.grounder.ground(place, matchOf(value.value, raw, false));
  }

  /** The attributes of an element stand in brackets behind its value. */
  private attribute({ end }: Place, value: string): Place | null {
    const brackets = /^ \([^\n]*/.exec(this.shown.text.slice(end, end + 400))?.[0] ?? '';
    const at = brackets.lastIndexOf(` ${value}`);
    return at < 0 ? null : { start: end + at + 1, end: end + at + 1 + value.length };
  }
}
