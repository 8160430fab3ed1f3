import type { BlockInput } from '../blocks.js';
import { AppearanceReader } from './appearance-reader.js';
import { type HtmlAttributes, parseAttributes } from './attributes.js';
import { decodeEntities } from './entities.js';
import { inputText } from './form-controls.js';
import { HiddenTexts } from './hidden-texts.js';
import { type Ends, type Gone, IMPLIED_ENDS, type OpenElement, OpenElements } from './open-elements.js';
import { PageFacts } from './page-facts.js';
import { dataAddress, pictureText } from './pictures.js';
import type { HtmlHandler } from './scan.js';
import { Structure } from './structure.js';
import { type TagInfo, tagInfo } from './tags.js';
import { type Appearance, type Look, PLAIN_LOOK } from './visibility.js';

/** Walks through a page: keeps the open elements, tells what is seen of it, and hands that to `Structure`. */
export class HtmlWalker implements HtmlHandler {
  readonly facts = new PageFacts();
  /** Addresses of embedded files, `data:…`. */
  readonly embedded: string[] = [];
  private readonly hiddenTexts = new HiddenTexts();
  private readonly structure = new Structure();
  private readonly elements = new OpenElements();
  private readonly appearances = new AppearanceReader();
  private look: Look = PLAIN_LOOK;

  constructor(
    /** XHTML: `<p/>` is a whole element. */
    private readonly isXml: boolean,
  ) {}

  get hidden(): readonly string[] {
    return this.hiddenTexts.finish();
  }

  finish(): readonly BlockInput[] {
    while (this.elements.last !== undefined) this.closeInnermost();
    return this.structure.finish();
  }

  text(text: string): void {
    const gone = this.gone;
    if (gone === 'dropped') return;
    const decoded = decodeEntities(text);
    if (gone === 'hidden' || !this.look.isSeen) this.hiddenTexts.add(decoded);
    else {
      this.hiddenTexts.end();
      this.structure.text(decoded);
    }
  }

  open(name: string, raw: string, isSelfClosing: boolean): void {
    const info = tagInfo(name);
    this.endImplied(info);
    if (info.role === 'void') return this.void(name, raw, info.breaks);
    const gone = this.gone;
    if (name === 'object' && gone === null) this.embed(raw);
    const appearance = gone === null ? this.appearances.appearance(name, raw) : null;
    const isWhole = isSelfClosing && this.isXml;
    if (info.role === 'inline' && appearance === null) return isWhole ? undefined : this.elements.countInner(name);
    if (this.elements.isFull) return info.role === 'inline' ? undefined : this.elements.skip();
    this.push({ name, info, appearance, raw, gone });
    if (isWhole) this.closeInnermost();
  }

  close(name: string): void {
    const { role } = tagInfo(name);
    if (name === 'br') return this.void(name, '', 0);
    const element = this.elements.find(name, role);
    if (element === null || (role !== 'inline' && this.elements.unskip())) return;
    if (element.inner > 0) element.inner--;
    else this.closeTo(element);
  }

  raw(name: string, raw: string, content: string): void {
    if (name === 'style') {
      this.appearances.addStyleSheet(content);
      this.look = this.appearances.base(this.look);
    }
    if (name === 'script') this.facts.script(parseAttributes(raw), content);
    if (this.gone !== null || !this.look.isSeen) return;
    if (name === 'title') this.facts.setTitle(content);
    else if (name === 'textarea') this.structure.field(decodeEntities(content));
    else if (name === 'xmp' || name === 'plaintext') this.preformattedBlock(content);
  }

  private get gone(): Gone | null {
    return this.elements.last?.gone ?? null;
  }

  private push(opened: {
    name: string;
    info: TagInfo;
    appearance: Appearance | null;
    raw: string;
    gone: Gone | null;
  }): void {
    const { name, info, appearance, raw, gone } = opened;
    const own = goneOf(info, appearance, gone);
    const { isPreformatted = false, isBlock = false } = appearance ?? {};
    const display = isBlock && info.role === 'inline' ? BLOCK : info;
    this.elements.push({ name, info: display, outerLook: this.look, gone: own, isPreformatted, inner: 0 });
    if (own !== null) return;
    if (name === 'html') this.language(parseAttributes(raw));
    if (appearance !== null) this.look = this.appearances.inside(this.look, appearance);
    this.structure.open(name, display, raw);
    if (isPreformatted) this.structure.startPreformatted();
  }

  private void(name: string, raw: string, breaks: number): void {
    if (name === 'meta') this.facts.meta(parseAttributes(raw));
    else if (name === 'link' && /stylesheet/i.test(raw)) {
      this.appearances.addLinkedSheet();
      this.look = this.appearances.base(this.look);
    }
    if (this.gone !== null) return;
    if (name === 'br') this.structure.lineEnd();
    else if (name === 'img' || name === 'embed') this.picture(raw);
    else if (name === 'input') this.control(raw);
    else if (breaks > 0) this.structure.break(breaks);
  }

  private picture(raw: string): void {
    const attributes = parseAttributes(raw);
    this.embed(raw);
    if (this.look.isSeen && this.appearances.appearance('img', raw)?.isGone !== true)
      this.structure.picture(pictureText(attributes));
  }

  private control(raw: string): void {
    if (this.look.isSeen && this.appearances.appearance('input', raw)?.isGone !== true)
      this.structure.word(inputText(parseAttributes(raw)));
  }

  private embed(raw: string): void {
    const address = dataAddress(parseAttributes(raw));
    if (address !== null) this.embedded.push(address);
  }

  private language(attributes: HtmlAttributes): void {
    this.facts.language(attributes['lang'] ?? attributes['xml:lang']);
  }

  private preformattedBlock(content: string): void {
    const info = tagInfo('pre');
    this.structure.open('pre', info, '');
    this.structure.text(content);
    this.structure.close(info);
  }

  private endImplied(info: TagInfo): void {
    if (info.endsParagraph && this.elements.has('p')) this.closeRole(IMPLIED_ENDS.paragraph);
    const heading = info.role === 'heading' ? this.elements.last : undefined;
    if (heading?.info.role === 'heading') this.closeInnermost();
    const ends = IMPLIED_ENDS[info.role as keyof typeof IMPLIED_ENDS];
    if (ends !== undefined && info.role !== 'paragraph') this.closeRole(ends);
  }

  private closeRole(ends: Ends): void {
    for (const [roles, within] of ends) {
      const element = this.elements.findRole(roles, within);
      if (element !== null) this.closeTo(element);
    }
  }

  private closeTo(element: OpenElement): void {
    for (let last = this.elements.last; last !== undefined; last = this.elements.last) {
      this.closeInnermost();
      if (last === element) return;
    }
  }

  private closeInnermost(): void {
    const element = this.elements.pop();
    if (element === undefined) return;
    this.look = this.appearances.base(element.outerLook);
    if (element.gone !== null) return;
    if (element.isPreformatted) this.structure.endPreformatted();
    this.structure.close(element.info);
  }
}

/** What `display: block` makes of an inline element. */
const BLOCK: TagInfo = { role: 'block', breaks: 1, endsParagraph: false };

/** Why nothing of an element is shown; null where it is shown. */
function goneOf({ role }: TagInfo, appearance: Appearance | null, outer: Gone | null): Gone | null {
  if (role === 'drawing-text' && outer === 'dropped') return null;
  if (outer !== null) return outer;
  if (role === 'dropped' || role === 'drawing') return 'dropped';
  return appearance?.isGone === true ? 'hidden' : null;
}
