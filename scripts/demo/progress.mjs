// What is going on, as it happens: lines that rewrite themselves on a terminal, one line a step elsewhere.
import { clip } from './layout.mjs';

/** Names are padded to the longest, so that the steps stand below each other. */
export function createProgress(out, names) {
  const width = Math.min(36, Math.max(0, ...names.map((name) => name.length)));
  const active = new Map();
  const live = out.isTTY === true;
  let drawn = 0;
  let done = 0;
  const lineOf = (name, text) => `  ${clip(name, width).padEnd(width)}  ${text}`;

  function redraw(finished) {
    const columns = (out.columns || 80) - 1;
    const lines = [...active].map(([name, text]) => clip(lineOf(name, text), columns));
    if (active.size > 0) lines.push(clip(`  ${done} of ${names.length} done`, columns));
    // Up over what was drawn, clear to the end, then the finished line, which stays, and the others anew.
    const up = drawn > 0 ? `\x1b[${drawn}A\x1b[J` : '';
    out.write(up + [...finished.map((line) => clip(line, columns)), ...lines].map((line) => `${line}\n`).join(''));
    drawn = lines.length;
  }

  return {
    step(name, text) {
      if (active.get(name) === text) return;
      active.set(name, text);
      if (live) redraw([]);
      else out.write(`${lineOf(name, text)}\n`);
    },
    end(name, text) {
      active.delete(name);
      done++;
      if (live) redraw([lineOf(name, text)]);
      else out.write(`${lineOf(name, text)}\n`);
    },
  };
}
