/**
 * How often letters beyond ASCII occur in the texts of a language, in percent of all such letters: `é65à12` says that 65 of
 * 100 are é. Counted roughly; what matters is the order of size.
 */
const LETTERS = {
  western: {
    fr: 'é62à12è9ê6ç4â2ô2î1û1ù1ë1ï1œ1',
    de: 'ü36ä28ö19ß15é1',
    es: 'ó26í25á21ñ12é10ú5ü1',
    pt: 'ã26ç20á14é12í10ó5à3õ3ú3ê3â1ô1',
    it: 'è34à30ù8ò9ì14é5',
    sv: 'ä37å28ö33é1',
    da: 'å38æ34ø27é1',
    fi: 'ä86ö13å1',
    is: 'í17á15ð17þ8ö8é8ú7ó8æ8ý4',
    nl: 'é40ë35ï12è5ö4ü3ó2',
    ca: 'ó26à22è12é11í9ò8ú4ç3ï2',
  },
  central: {
    pl: 'ł23ą18ę15ż11ś11ó10ć5ń3ź1',
    cs: 'í22á16ě11é9č8ř8ý7ž6š6ů5ú2ň1ť1ď1ó1',
    sk: 'á20í14é10ý9č10ž9š8ú6ľ5ť5ô3ň2ó2ä1ď1ŕ1',
    hu: 'á32é30ö11ó10ő6í5ü4ú2ű2',
    hr: 'č30š22ž19ć22đ8',
    ro: 'ă34î19ş15ţ15â9ș5ț5',
  },
  baltic: {
    lt: 'ė23š16ų15į10ž10č8ū8ą6ę3',
    lv: 'ā34ī17ē14š10ū8ņ5ļ4ž3č2ķ3ģ1',
    et: 'ä38õ30ü20ö9š2ž1',
  },
  turkish: { tr: 'ı36ü15ş14ç10ğ11ö8İ3â1î1' },
  vietnamese: { vi: 'đ14à9á8ô9ư9ơ4ê7â5ă4ó4ú3í4é1ý1ã1̀6́6̣6̉4̃3' },
  cyrillic: {
    ru: 'о11е8а8и7н7т6с5р5в5л4к3м3д3п3у3я2ы2ь2г2з2б2ч1й1х1ж1ш1ю1ц1щ1э1ф1',
    uk: 'о9а8н7и6і6в5т5е5р5с4л4к4у3м3д3п3я2з2ь2г2б2ч1х1й1ю1ц1ж1ї1ш1є1ф1щ1',
    bg: 'а12о9и9е9т8н7р5с5в5л4д4к4п3м2з2я2у2ъ2г2б1ч1щ1ж1ш1ц1й1х1ф1ю1',
    sr: 'а12о9и10е9н6р5с5т4ј4в4у4д4к4л4м4п3з2г2б2ш1ч1ц1њ1љ1ћ1ж1х1ђ1',
  },
  greek: { el: 'α10τ8ο7ι7ε6ν6σ5κ4ρ4π4η3μ3ς4υ3λ3ί2ά2ό3έ2γ2δ2ω2ή1χ1ύ1θ1φ1ώ1β1' },
  hebrew: { he: 'י11ו10ה10ל7א6ר6ת6ב6ש5מ5נ4ד3ם4ח2ק2ע3כ2פ2ט1ז1ן1ג1ס1צ1ך1ף1ץ1' },
  arabic: {
    ar: 'ا15ل12ي7م6و6ت5ن5ر4ع3ة3ب3د3ه2ف2س2ق2ك2ج1ح1أ2ش1ص1ط1ى1خ1إ1ز1ض1ذ1ث1ئ1ء1',
    fa: 'ا15ی11ر8ن7د7ه7م6و6ت5ب5س4ش3ل3ک3ز3ف2گ2خ2ع1ق1ج1پ1چ1ط1آ1ص1ح1',
  },
  thai: { th: 'า9น7ร7ก6อ6เ5่6ง4ม4ย4ล3ว4ด3ท3ี4้4ั4ส3ต3ิ3ะ3ป2บ3ค3ห2แ2จ2พ2ช2ข2ใ2ไ2ื2โ1ุ2ู1ผ1ถ1ซ1ณ1ธ1ศ1์1ำ1็1' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>;

export type Script = keyof typeof LETTERS;

/** Scripts whose letters do not stand beside those of the Latin alphabet inside a word. */
export const OTHER_THAN_LATIN: ReadonlySet<Script> = new Set<Script>(['cyrillic', 'greek', 'hebrew', 'arabic', 'thai']);

/** Natural logarithm of a letter's share, by letter. */
export type LetterProfile = ReadonlyMap<string, number>;

const ENTRY = /(\D)(\d+)/gu;

function profileOf(letters: string): LetterProfile {
  const weights = [...letters.matchAll(ENTRY)].map(([, letter = '', weight]) => [letter, Number(weight)] as const);
  const total = weights.reduce((sum, [, weight]) => sum + weight, 0);
  return new Map(weights.map(([letter, weight]) => [letter, Math.log(weight / total)]));
}

/** The languages of each script. */
export const PROFILES: ReadonlyMap<Script, readonly LetterProfile[]> = new Map(
  (Object.keys(LETTERS) as Script[]).map((script) => [script, Object.values(LETTERS[script]).map(profileOf)]),
);
