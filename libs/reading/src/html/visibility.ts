import type { HtmlAttributes } from './attributes.js';
import { type Colour, isSameColour, isTransparent, parseColour } from './colours.js';

/** What an element's own attributes say about how its text looks; absent where they say nothing. */
export interface Appearance {
  /** Nothing inside is seen, whatever it says of itself. */
  readonly isGone?: boolean;
  readonly isZeroSize?: boolean;
  readonly isInvisible?: boolean;
  readonly colour?: Colour | 'transparent';
  readonly background?: Colour;
  /** Line ends and spaces are kept. */
  readonly isPreformatted?: boolean;
  /** Begins and ends a line. */
  readonly isBlock?: boolean;
}

/** How text looks at a place in the page: what is inherited, and what stands behind it. */
export interface Look {
  readonly isZeroSize: boolean;
  readonly isInvisible: boolean;
  readonly colour: Colour | 'transparent';
  readonly background: Colour;
  readonly isSeen: boolean;
}

/** Black on white, as browsers begin. */
export const PLAIN_LOOK: Look = {
  isZeroSize: false,
  isInvisible: false,
  colour: 0x000000,
  background: 0xffffff,
  isSeen: true,
};

/** Where a style sheet says what is behind the text, nothing is plain to see any more. */
export const STYLED_LOOK: Look = { ...PLAIN_LOOK, colour: null, background: null };

export function lookInside(outer: Look, own: Appearance): Look {
  const look = {
    isZeroSize: own.isZeroSize ?? outer.isZeroSize,
    isInvisible: own.isInvisible ?? outer.isInvisible,
    colour: own.colour === undefined ? outer.colour : own.colour,
    background: own.background === undefined ? outer.background : own.background,
  };
  const isSeen =
    !look.isZeroSize &&
    !look.isInvisible &&
    look.colour !== 'transparent' &&
    !isSameColour(look.colour, look.background);
  return { ...look, isSeen };
}

const GONE =
  /(?:^|;)\s*(?:display\s*:\s*none|opacity\s*:\s*0*(?:\.0\d*)?%?\s*(?:!|;|$)|text-indent\s*:\s*-\d{3,}|(?:left|right|top|margin-left)\s*:\s*-(?:\d{4,}|9\d\d|\d{3,}(?:em|rem|vw|vh|%))|transform\s*:[^;]*scale[xy]?\(\s*0*(?:\.0\d*)?\s*[,)]|clip-path\s*:\s*(?:inset\(\s*(?:[5-9]\d|100)%|circle\(\s*0(?!\.?\d)))/i;
/** A box without height that shows nothing of what runs over: how mail hides its preview text. */
const NO_HEIGHT = /(?:^|;)\s*(?:max-)?(?:height|width)\s*:\s*0(?:px|pt|em|%)?\s*(?:!|;|$)/i;
const CUT_OFF = /(?:^|;)\s*overflow(?:-[xy])?\s*:\s*hidden/i;
const CLIPPED = /(?:^|;)\s*clip\s*:\s*rect\(\s*0(?:px)?[\s,]+0(?:px)?[\s,]+0(?:px)?[\s,]+0(?:px)?\s*\)/i;
const FONT_SIZE = /(?:^|;)\s*font-size\s*:\s*([\d.]+)\s*([a-z%]*)/i;
const VISIBILITY = /(?:^|;)\s*visibility\s*:\s*(\w+)/i;
const COLOUR = /(?:^|;)\s*color\s*:\s*([^;!]+)/i;
const BACKGROUND = /(?:^|;)\s*background(?:-color)?\s*:\s*([^;!]+)/i;
const BACKGROUND_IMAGE = /(?:^|;)\s*background(?:-image)?\s*:[^;]*(?:url|gradient)\s*\(/i;
const WHITE_SPACE = /(?:^|;)\s*white-space\s*:\s*(?:pre|break-spaces)\b/i;
const DISPLAY_BLOCK = /(?:^|;)\s*display\s*:\s*(?:block|flex|grid|table|list-item)\b/i;

/** Pages, and the mails of one sender, repeat the same few styles over and over. */
const knownStyles = new Map<string, Appearance>();
const MAX_KNOWN_STYLES = 1000;
const MAX_KNOWN_LENGTH = 500;

/** What a style attribute or the body of a style rule says. */
export function appearanceOfStyle(style: string): Appearance {
  const known = knownStyles.get(style);
  if (known !== undefined) return known;
  const appearance = readStyle(style);
  if (knownStyles.size >= MAX_KNOWN_STYLES) knownStyles.clear();
  if (style.length <= MAX_KNOWN_LENGTH) knownStyles.set(style, appearance);
  return appearance;
}

function readStyle(style: string): Appearance {
  return {
    ...((GONE.test(style) || CLIPPED.test(style) || (NO_HEIGHT.test(style) && CUT_OFF.test(style))) && {
      isGone: true,
    }),
    ...sizeOf(FONT_SIZE.exec(style)),
    ...visibilityOf(VISIBILITY.exec(style)?.[1]),
    ...colourOf(COLOUR.exec(style)?.[1]),
    ...backgroundOf(style),
    ...(WHITE_SPACE.test(style) && { isPreformatted: true }),
    ...(DISPLAY_BLOCK.test(style) && { isBlock: true }),
  };
}

/** Nobody reads letters of a pixel, or of a tenth of those around; and relative sizes of nothing are nothing. */
function sizeOf(match: RegExpExecArray | null): Appearance {
  if (match === null) return {};
  const isRelative = /^(?:em|%|ex|ch)$/i.test(match[2] ?? '');
  const least = !isRelative ? 1 : match[2] === '%' ? 9.9 : 0.099;
  return Number(match[1]) <= least ? { isZeroSize: true } : isRelative ? {} : { isZeroSize: false };
}

const visibilityOf = (value: string | undefined): Appearance =>
  value === undefined || value === 'inherit' ? {} : { isInvisible: /^(?:hidden|collapse)$/i.test(value) };

function colourOf(value: string | undefined): Appearance {
  if (value === undefined || /^\s*(?:inherit|currentcolor|unset)\s*$/i.test(value)) return {};
  return { colour: isTransparent(value) ? 'transparent' : parseColour(value) };
}

function backgroundOf(style: string): Appearance {
  if (BACKGROUND_IMAGE.test(style)) return { background: null };
  const value = BACKGROUND.exec(style)?.[1];
  if (value === undefined || isTransparent(value) || /^\s*(?:none|inherit|initial|unset)\b/i.test(value)) return {};
  // The shorthand may hold more than the colour: `#fff no-repeat`.
  return { background: parseColour(value) ?? parseColour(value.trim().split(/\s+/, 1)[0] ?? '') };
}

/** What attributes say of themselves; `aria-hidden` hides nothing from the eye. */
export function appearanceOfAttributes(name: string, attributes: HtmlAttributes): Appearance {
  const { hidden, style, bgcolor, background, color } = attributes;
  const ofStyle = style === undefined ? {} : appearanceOfStyle(style);
  const isGone = hidden !== undefined || (name === 'dialog' && attributes.open === undefined);
  const isStyleAll = [bgcolor, background, color].every((one) => one === undefined);
  if (!isGone && isStyleAll) return ofStyle;
  return {
    ...(color !== undefined && { colour: parseColour(color) }),
    ...(bgcolor !== undefined && { background: parseColour(bgcolor) }),
    ...(background !== undefined && { background: null }),
    ...ofStyle,
    ...(isGone && { isGone }),
  };
}
