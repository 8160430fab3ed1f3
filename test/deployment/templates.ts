import { filesBelow, readText } from './files.js';

/** What stands between the delimiters of one template action, trimmed. */
export interface Action {
  readonly file: string;
  readonly text: string;
}

const OPENING = /^(if|range|with|define|block)\b/;

/** The actions of a template. Throws where delimiters do not come in pairs. */
export function actionsOf(file: string, text: string): Action[] {
  const actions: Action[] = [];
  let open: number | null = null;
  for (const match of text.matchAll(/\{\{-?|-?\}\}/g)) {
    if (match[0].startsWith('{') === (open !== null)) throw new Error(`${file}: stray ${match[0]} at ${match.index}`);
    if (open === null) open = match.index + match[0].length;
    else {
      actions.push({ file, text: text.slice(open, match.index).trim() });
      open = null;
    }
  }
  if (open !== null) throw new Error(`${file}: an action is not closed`);
  return actions.filter((action) => !action.text.startsWith('/*'));
}

/** Blocks that are opened and not ended; negative where one is ended too often. Also false `else`s count as problems. */
export function openBlocks(actions: readonly Action[]): number {
  let depth = 0;
  for (const { text } of actions) {
    if (OPENING.test(text)) depth++;
    else if (text === 'end') depth--;
    else if (/^else\b/.test(text) && depth === 0) return Number.NaN;
    if (depth < 0) return depth;
  }
  return depth;
}

/** Brackets that are open at the end of an action, strings left out. */
export function openBrackets(text: string): number {
  const bare = text.replace(/"(\\.|[^"\\])*"|`[^`]*`/g, '');
  return bare.split('(').length - bare.split(')').length;
}

/** Paths into the values that an action takes: `.Values.a.b`, and `.role.a` as a path of both roles. */
export const valuePaths = (text: string): string[] => [
  ...[...text.matchAll(/\.Values\.([A-Za-z][\w.]*)/g)].map(([, path]) => path!),
  ...[...text.matchAll(/[.$]role\.([A-Za-z][\w.]*)/g)].flatMap(([, path]) => [`api.${path}`, `worker.${path}`]),
];

export const chartTemplates = (): Map<string, string> =>
  new Map(
    ['.yaml', '.tpl', '.txt']
      .flatMap((suffix) => filesBelow('helm/dossier/templates', suffix))
      .map((path) => [path.replace('helm/dossier/templates/', ''), readText(path)]),
  );

/** All paths of a value, leaves and branches: `a`, `a.b`. Lists are leaves. */
export const pathsOf = (value: unknown, prefix = ''): string[] =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.entries(value).flatMap(([key, inner]) => [`${prefix}${key}`, ...pathsOf(inner, `${prefix}${key}.`)])
    : [];
