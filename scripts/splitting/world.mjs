// What documents are made of: who writes them, how they look, and what stands in them. The same seed, the same world.
import { createHash } from 'node:crypto';
import { randomOf } from '../samples/numbers.mjs';
import { madeUp, SMALL, TERMS } from './terms.mjs';

const FONTS = [
  ['Helvetica', 'Helvetica-Bold'],
  ['Times-Roman', 'Times-Bold'],
  ['Courier', 'Courier-Bold'],
];
const capital = (word) => word.charAt(0).toUpperCase() + word.slice(1);

export function worldOf(seed) {
  // Seeds that are close to each other would begin alike.
  const random = randomOf(createHash('sha256').update(String(seed)).digest().readUInt32LE());
  const whole = (below) => Math.floor(random() * below);
  const pick = (list) => list[whole(list.length)];
  const chance = (share) => random() < share;
  const digits = (count) => Array.from({ length: count }, () => whole(10)).join('');
  const name = (language) => capital(madeUp(language, whole));

  function text(language, words, topic = []) {
    const sentences = [];
    for (let count = 0; count < words;) {
      const length = 8 + whole(14);
      const parts = Array.from({ length }, (_, at) =>
        at % 2 === 0 ? pick(SMALL[language]) : topic.length > 0 && chance(0.4) ? pick(topic) : madeUp(language, whole),
      );
      sentences.push(`${capital(parts.join(' '))}.`);
      count += length;
    }
    return sentences.join(' ');
  }

  /** A firm or an office with its letterhead. */
  function issuer(language) {
    const own = name(language);
    const domain = `${own.toLowerCase()}.test`;
    return {
      language,
      name: `${own} ${pick(['Ltd', 'GmbH', 'SA', 'Group', '& Co', 'SRL'])}`,
      street: `${name(language)} ${1 + whole(120)}`,
      city: `${10_000 + whole(89_999)} ${name(language)}`,
      contact: `${TERMS[language].phone} +${whole(90) + 10} ${digits(7)}   info@${domain}   www.${domain}`,
      taxId: `${pick(['GB', 'DE', 'FR', 'ES', 'IT'])} ${digits(9)}`,
    };
  }

  /** How an issuer's documents look. */
  function look() {
    return {
      fonts: pick(FONTS),
      size: 9 + whole(3),
      margin: 45 + whole(30),
      paper: pick(['A4', 'A4', 'A4', 'LETTER']),
      head: pick(['left', 'right', 'centre']),
      titleSize: 13 + whole(9),
      numbering: pick(['none', 'none', 'bare', 'word', 'of', 'of', 'slash']),
      numberAt: pick(['top', 'bottom', 'bottom']),
      // What later pages repeat of the first one.
      running: pick(['none', 'name', 'name', 'reference', 'letterhead']),
      foot: chance(0.5),
      dates: pick(['dots', 'slashes', 'iso', 'words']),
    };
  }

  const date = ({ dates }) => {
    const [day, month, year] = [1 + whole(28), 1 + whole(12), 2019 + whole(8)];
    const two = (value) => String(value).padStart(2, '0');
    if (dates === 'iso') return `${year}-${two(month)}-${two(day)}`;
    return dates === 'dots' ? `${two(day)}.${two(month)}.${year}` : `${two(day)}/${two(month)}/${year}`;
  };
  const money = () => `${1 + whole(900)}${pick(['.', ','])}${digits(2)}`;
  const id = () =>
    pick([
      () => `${pick(['R', 'A', 'INV', 'K', 'PO'])}-${2019 + whole(8)}-${digits(4)}`,
      () => digits(6 + whole(4)),
      () => `${digits(4)}/${digits(2)}`,
    ])();
  return {
    random,
    whole,
    pick,
    chance,
    digits,
    name,
    text,
    issuer,
    look,
    date,
    money,
    id,
    terms: (language) => TERMS[language],
  };
}
