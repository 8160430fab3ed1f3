import { type Appearance, appearanceOfStyle } from './visibility.js';

/** Selectors of one class or one id: `.preheader`, `#note`. Others would need a whole engine for style sheets. */
const SIMPLE = /^[.#][\w-]+$/;
/** What no rule that hides does without. */
const HINTS = /none|hidden|collapse|opacity\s*:\s*0?\.?0|font-size\s*:\s*[01.]|scale|clip|-\d{3}/i;
const DISPLAY = /(?:^|;)\s*display\s*:/i;
const MAX_RULES = 10_000;

/** Rules that hide what they select, by selector; rules inside `@media` and the like are for other screens. */
export function hidingRules(css: string): Map<string, Appearance> {
  const rules = new Map<string, Appearance>();
  let count = 0;
  if (!HINTS.test(css)) return rules;
  for (const { selectors, body } of topRules(css.replace(/\/\*[^]*?(?:\*\/|$)/g, ' '))) {
    if (++count > MAX_RULES) break;
    if (!HINTS.test(body) && !DISPLAY.test(body)) continue;
    const simple = selectors.split(',').flatMap((one) => (SIMPLE.test(one.trim()) ? [one.trim()] : []));
    if (simple.length === 0) continue;
    const { isGone, isZeroSize, isInvisible } = appearanceOfStyle(body);
    for (const selector of simple) {
      if (isGone === true || isZeroSize === true || isInvisible === true)
        rules.set(selector, { isGone, isZeroSize, isInvisible });
      // A later rule that shows it wins.
      else if (DISPLAY.test(body)) rules.delete(selector);
    }
  }
  return rules;
}

function* topRules(css: string): Generator<{ selectors: string; body: string }> {
  const brace = /[{}]/g;
  let from = 0;
  let depth = 0;
  let selectors = '';
  let bodyFrom = 0;
  for (let match = brace.exec(css); match !== null; match = brace.exec(css)) {
    if (match[0] === '{') {
      if (depth++ > 0) continue;
      selectors = css.slice(from, match.index);
      bodyFrom = brace.lastIndex;
    } else if (depth > 0 && --depth === 0) {
      // What stands before a selector may be a statement such as `@import …;`.
      const own = selectors.slice(selectors.lastIndexOf(';') + 1);
      if (!own.trimStart().startsWith('@')) yield { selectors: own, body: css.slice(bodyFrom, match.index) };
      from = brace.lastIndex;
    }
  }
}
