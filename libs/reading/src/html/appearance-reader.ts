import { type HtmlAttributes, parseAttributes } from './attributes.js';
import { hidingRules } from './style-sheet.js';
import {
  type Appearance,
  appearanceOfAttributes,
  type Look,
  lookInside,
  PLAIN_LOOK,
  STYLED_LOOK,
} from './visibility.js';

const OWN = /style|hidden|color|background/i;
const BY_SELECTOR = /\b(?:class|id)\s*=/i;
/** Elements whose attributes mean something else than those of others. */
const SPECIAL: ReadonlySet<string> = new Set(['html', 'body', 'dialog']);
const MAX_CACHED = 2000;
const MAX_CACHED_LENGTH = 1000;

/** Tells how elements look, by their attributes and by what the page's style sheets plainly say. */
export class AppearanceReader {
  /** Pages repeat the same few attributes over and over. */
  private readonly cache = new Map<string, Appearance | null>();
  private readonly looks = new Map<Look, Map<Appearance, Look>>();
  private readonly rules = new Map<string, Appearance>();
  /** True where style sheets say what stands behind text. */
  private hasBackgrounds = false;

  addStyleSheet(css: string): void {
    for (const [selector, appearance] of hidingRules(css)) this.rules.set(selector, appearance);
    if (/background/i.test(css)) this.hasBackgrounds = true;
    this.cache.clear();
  }

  addLinkedSheet(): void {
    this.hasBackgrounds = true;
    this.cache.clear();
  }

  /** The look of what is outside all elements that say something about it. */
  base(look: Look): Look {
    return look === PLAIN_LOOK && this.hasBackgrounds ? STYLED_LOOK : look;
  }

  /** The look inside an element. */
  inside(outer: Look, own: Appearance): Look {
    const known = this.looks.get(outer)?.get(own);
    if (known !== undefined) return known;
    const look = lookInside(outer, own);
    const inner = this.looks.get(outer) ?? new Map<Appearance, Look>();
    this.looks.set(outer, inner.set(own, look));
    return look;
  }

  /** What an element says about its look; null where it says nothing. */
  appearance(name: string, raw: string): Appearance | null {
    const isSpecial = SPECIAL.has(name);
    if (raw === '' && !isSpecial) return null;
    const key = isSpecial ? `${name} ${raw}` : raw;
    const cached = this.cache.get(key);
    if (cached !== undefined) return cached;
    const appearance = this.read(name, raw);
    if (raw.length <= MAX_CACHED_LENGTH && this.cache.size < MAX_CACHED) this.cache.set(key, appearance);
    return appearance;
  }

  private read(name: string, raw: string): Appearance | null {
    const bySelector = (this.rules.size > 0 || this.hasBackgrounds) && BY_SELECTOR.test(raw);
    if (!bySelector && name !== 'dialog' && !OWN.test(raw)) return null;
    const attributes = parseAttributes(raw);
    const own = appearanceOfAttributes(name, attributes);
    const appearance = bySelector ? { ...this.selected(attributes), ...own } : own;
    // Scripts show pages that hide as a whole while they load.
    if (name === 'html' || name === 'body')
      return { ...appearance, isGone: false, isZeroSize: false, isInvisible: false };
    return Object.keys(appearance).length === 0 ? null : appearance;
  }

  private selected(attributes: HtmlAttributes): Appearance {
    const { id, class: classes } = attributes;
    const selectors = (classes ?? '').split(/\s+/).map((one) => `.${one}`);
    if (id !== undefined) selectors.push(`#${id}`);
    let appearance: Appearance = this.hasBackgrounds ? { colour: null, background: null } : {};
    for (const selector of selectors) appearance = { ...appearance, ...this.rules.get(selector) };
    return appearance;
  }
}
