// The simulated model of bench/cascade.mjs: it knows what is true of each document, and says it only where the text shows it.
import { createHash } from 'node:crypto';
import { listAnswer, scalarAnswer, typeAnswer } from './cascade-answers.mjs';
import { withAllCells } from './cascade-rows.mjs';
import { recogniser, sightOf } from './cascade-sight.mjs';

const CONTENT = /^<(\S+) name="document">\n([\s\S]*?)\n<\/\1>/;
/** How a request describes a field. */
const FIELD = /^- (\w+) \(([^)]+)\)(?:.*?; printed as ([^;\n]+))?/gm;
const SECOND = 'A first reading had the problems';
const NOBODY = { id: '', type: 'generic', truths: {}, text: '' };

/** A number from 0 to 1 that depends on its words alone. */
const drawn = (...words) => createHash('sha256').update(words.join('|')).digest().readUInt32BE() / 2 ** 32;

const fieldsOf = (system) =>
  new Map(
    [...system.matchAll(FIELD)].map(([, name, type, labels]) => [
      name,
      { name, type, labels: labels?.split(', ') ?? [] },
    ]),
  );

/**
 * The scenario of a simulator. `documents` are `{id, text, type, truths}`; of a truth see cascade-sets.mjs. A share of answers is
 * `wrong`: another value of the same kind with the passage where it really stands; a share `invented`, passage and all. The same
 * seed gives the same answer to the same question; a question that is asked again is drawn anew. `said` says what became of each.
 */
export function scenarioOf({ documents, metrics, seed, wrong, invented }) {
  const recognise = recogniser(documents);
  const said = [];
  const askedFor = ({ system, turns }) => {
    const sent = CONTENT.exec(turns[0]?.text ?? '')?.[2] ?? '';
    const document = recognise(sent) ?? NOBODY;
    const turn = `${system.includes(SECOND) ? 'second ' : ''}${turns.length}`;
    const draw = (...words) => drawn(seed, document.id, turn, ...words);
    return {
      document,
      sight: sightOf(sent, document.text),
      metrics,
      draw,
      fateOf(name) {
        const at = draw(name);
        return at < wrong ? 'wrong' : at < wrong + invented ? 'invented' : 'right';
      },
      note: (fate, name) => said.push({ id: document.id, name, turn, fate }),
    };
  };
  const scenario = ({ system, turns, schema: { properties } }) => {
    const asked = askedFor({ system, turns });
    if (properties.type?.enum && properties.quote) return { answer: typeAnswer(asked, properties.type.enum) };
    const described = fieldsOf(system);
    const answers = Object.entries(properties).map(([name, shape]) => {
      const field = described.get(name) ?? { name, labels: [] };
      return [
        name,
        shape.type === 'array' ? withAllCells(shape, listAnswer(asked, field)) : scalarAnswer(asked, field),
      ];
    });
    return { answer: Object.fromEntries(answers) };
  };
  return { scenario, said };
}
