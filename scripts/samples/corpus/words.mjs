// Sentences of common words: the same ones for the same seed on every machine.
import { randomOf } from '../numbers.mjs';

const WORDS =
  'account addition advice afternoon agreement amount analysis answer april area article average balance bank basis board branch building business buyer capital cause centre chain change charge choice city claim class client coast colour column committee company condition contract control copy cost country couple course court cover credit customer danger data daughter decision degree delivery demand department design detail development difference direction distance district document door doubt earth economy edge education effect effort energy engine evening event evidence example exchange exercise experience fact factor factory family farm father february field figure floor force forest form forward friend future garden glass goods government ground group growth harbour health heat hospital hotel hour house idea importance increase industry information interest invoice island issue january job journey judge kitchen knowledge labour lake land language law leader letter level library light limit line list loss machine manager market material matter meeting member message method mile minister minute model moment money month morning mountain music name nation nature network news number object offer office officer oil opinion order organisation owner page paper part partner party past payment people percent period person picture piece plan plant point police policy population position power practice present pressure price principle problem process product profit programme progress project proof property purpose quality quantity quarter question radio railway range rate reason record region relation report request research reserve resource respect rest result return risk river road room rule sale sample scheme school science season section service share ship shop side sign silver size skill society source south space staff stage standard state station statement steel stock stone street strength structure student subject success summer supply support surface system table task tax teacher team test theory ticket time title town trade train training transfer travel treatment trouble type union unit value variety version view village visit voice volume wages wall warehouse water week weight wind window winter wood word work worker world year zone'.split(
    ' ',
  );
const LINKS = [
  'and',
  'of the',
  'in the',
  'for a',
  'with the',
  'by this',
  'from the',
  'under a',
  'near the',
  'without a',
];

/** What makes texts from a seed. */
export function writer(seed) {
  const random = randomOf(seed);
  const whole = (below) => Math.floor(random() * below);
  const pick = (list) => list[whole(list.length)];
  const sentence = () => {
    const parts = Array.from({ length: 4 + whole(6) }, () => `${pick(WORDS)} ${pick(LINKS)}`);
    const text = `the ${parts.join(' ')} ${pick(WORDS)}${random() < 0.2 ? ` ${1 + whole(9_999)}` : ''}`;
    return `${text[0].toUpperCase()}${text.slice(1)}.`;
  };
  /** Sentences of at least so many words. */
  const paragraph = (words) => {
    const sentences = [];
    for (let count = 0; count < words; count += sentences.at(-1).split(' ').length) sentences.push(sentence());
    return sentences.join(' ');
  };
  const heading = () =>
    [pick(WORDS), pick(LINKS), pick(WORDS)].join(' ').replace(/^./, (letter) => letter.toUpperCase());
  return { whole, pick, word: () => pick(WORDS), sentence, paragraph, heading };
}
