/**
 * Letters beyond a to z (Latin) that each language writes, loan words' accents left out. A letter outside of its own
 * alphabet speaks against a language. Languages of the detector that are not here are not weighed by letters.
 */
export const LATIN_LETTERS: Readonly<Record<string, string>> = {
  az: 'çəğıöşüi̇',
  ca: 'àçèéíïòóúü·',
  cs: 'áčďéěíňóřšťúůýž',
  da: 'æøåé',
  de: 'äöüß',
  en: '',
  es: 'áéíñóúü',
  et: 'äõöüšž',
  eu: 'ñ',
  fi: 'äöå',
  fr: 'àâæçéèêëîïôœùûüÿ',
  hr: 'čćđšž',
  hu: 'áéíóöőúüű',
  is: 'áðéíóúýþæö',
  it: 'àèéìîòóù',
  lt: 'ąčęėįšųūž',
  lv: 'āčēģīķļņšūž',
  ms: '',
  nb: 'æøåéòôê',
  nl: 'éëïóöüèê',
  pl: 'ąćęłńóśźż',
  pt: 'áâãàçéêíóôõúü',
  ro: 'ăâîșşțţ',
  sk: 'áäčďéíĺľňóôŕšťúýž',
  sl: 'čšž',
  sq: 'çë',
  sv: 'åäöé',
  tl: 'ñ',
  tr: 'çğıöşüâîû',
  vi: 'àáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ',
  yo: 'àáèéẹìíòóọṣùú',
};

export const CYRILLIC_LETTERS: Readonly<Record<string, string>> = {
  be: 'абвгдежзйклмнопрстуфхцчшьюяёіўыэ',
  bg: 'абвгдежзийклмнопрстуфхцчшщъьюя',
  ru: 'абвгдежзийклмнопрстуфхцчшщъыьэюяё',
  sr: 'абвгдђежзијклљмнњопрстћуфхцчџш',
  uk: "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'ʼ’",
};

export const ARABIC_LETTERS: Readonly<Record<string, string>> = {
  ar: 'ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيـ',
  fa: 'ءآأؤئابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی',
  ku: 'ئابپتجچحخدرڕزژسشعغفڤقکگلڵمنوۆهەیێ',
  ur: 'ءآأؤئابپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوہھیے',
};

/** Latin letters that a language only has in foreign words. */
export const FOREIGN_LETTERS: Readonly<Record<string, string>> = {
  ca: 'kwy',
  cs: 'qwx',
  da: 'qwxz',
  es: 'kw',
  fi: 'bcfqwxzå',
  fr: 'kw',
  hr: 'qwxy',
  it: 'jkwxy',
  lt: 'qwx',
  lv: 'qwxy',
  nb: 'cqwxz',
  nl: 'qxy',
  pl: 'qvx',
  pt: 'kwy',
  ro: 'kqwy',
  sk: 'qwx',
  sl: 'qwxy',
  sv: 'qwz',
  tr: 'qwx',
  is: 'cqwz',
  et: 'cqwxyz',
  eu: 'cqvwy',
  sq: 'w',
};
