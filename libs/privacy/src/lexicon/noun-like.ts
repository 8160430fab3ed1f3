/** English derivations and plurals, of which titles and products are made, but hardly a name. */
const NOUN_LIKE =
  /(?:ment|ness|tion|sion|ing|ary|ism|ity|ship|able|ible|ous|ful|less|ics|dom|ance|ence|ly|ware|app|tech|soft)s?$|(?:[bcdfghjklmnpqrtvwx]|[cdgnrtv]e|ie)s$/;
/** A capital inside of a word, as in brand names, but for the beginnings of family names. */
const INNER_CAPITAL = /^(?!Mc|Mac|De|Di|Du|La|Le|Van|Von|Fitz|O['’]|Al|El|Ben)\p{Lu}.*\p{Ll}\p{Lu}/u;

/** True of a capitalised word, as written, that looks like a common noun or a brand. */
export const isNounLike = (word: string): boolean => NOUN_LIKE.test(word.toLowerCase()) || INNER_CAPITAL.test(word);
