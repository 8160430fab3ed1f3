/** Numbers as lists, headings and footnotes show them (ST_NumberFormat, ECMA-376 part 1, 17.18.59; ST_TextAutonumberScheme). */
export function numberText(value: number, format: string): string {
  const write = FORMATS[format];
  return write !== undefined && value > 0 && value <= MAX_STYLED ? write(value) : String(value);
}

/** Beyond this, letters and Roman numerals get long. */
const MAX_STYLED = 3999;

const FORMATS: Readonly<Record<string, (value: number) => string>> = {
  upperRoman: roman,
  lowerRoman: (value) => roman(value).toLowerCase(),
  upperLetter: letters,
  lowerLetter: (value) => letters(value).toLowerCase(),
  ordinal: (value) => value + ordinalSuffix(value),
  decimalZero: (value) => String(value).padStart(2, '0'),
  none: () => '',
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedParen: (value) => `(${value})`,
  decimalEnclosedFullstop: (value) => `${value}.`,
  chineseCounting: chinese,
  chineseCountingThousand: chinese,
  japaneseCounting: chinese,
  taiwaneseCounting: chinese,
  taiwaneseCountingThousand: chinese,
  ideographDigital: (value) => chineseDigits(value, '〇一二三四五六七八九'),
  koreanDigital: (value) => chineseDigits(value, '영일이삼사오육칠팔구'),
  koreanCounting: (value) => chinese(value, '영일이삼사오육칠팔구', '십백천'),
  russianLower: (value) => cyclic(value, 'абвгдежзиклмнопрстуфхцчшщыэюя'),
  russianUpper: (value) => cyclic(value, 'АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ'),
  ganada: (value) => cyclic(value, '가나다라마바사아자차카타파하'),
  aiueoFullWidth: (value) =>
    cyclic(value, 'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン'),
  iroha: (value) =>
    cyclic(value, 'イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン'),
  ideographTraditional: (value) => cyclic(value, '甲乙丙丁戊己庚辛壬癸'),
  ideographZodiac: (value) => cyclic(value, '子丑寅卯辰巳午未申酉戌亥'),
  hebrew2: (value) => cyclic(value, 'אבגדהוזחטיכלמנסעפצקרשת'),
  arabicAlpha: (value) => cyclic(value, 'أبتثجحخدذرزسشصضطظعغفقكلمنهوي'),
  arabicAbjad: (value) => cyclic(value, 'أبجدهوزحطيكلمنسعفصقرشتثخذضظغ'),
};

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(value: number): string {
  let rest = value;
  let text = '';
  for (const [size, numeral] of ROMAN) for (; rest >= size; rest -= size) text += numeral;
  return text;
}

/** A to Z, then AA, BB, CC: the letter is repeated (17.18.59, `upperLetter`). */
function letters(value: number): string {
  return String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}

const cyclic = (value: number, alphabet: string): string => alphabet[(value - 1) % alphabet.length] ?? '';

function ordinalSuffix(value: number): string {
  if (value % 100 >= 11 && value % 100 <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][value % 10] ?? 'th';
}

function fullWidth(value: number): string {
  return String(value).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));
}

function circled(value: number): string {
  return value <= 20 ? String.fromCharCode(0x2460 + value - 1) : String(value);
}

const chineseDigits = (value: number, digits: string): string =>
  String(value).replace(/\d/g, (digit) => digits[Number(digit)] ?? '');

/** 一千二百零三; ten to nineteen without the one. */
function chinese(value: number, digits = '零一二三四五六七八九', units = '十百千'): string {
  const zero = digits.charAt(0);
  let text = '';
  for (const [index, digit] of Array.from(String(value), Number).entries()) {
    const power = String(value).length - 1 - index;
    text += digit > 0 ? digits.charAt(digit) + units.charAt(power - 1) : zero;
  }
  const short = text.replaceAll(new RegExp(`${zero}+`, 'g'), zero).replace(new RegExp(`${zero}$`), '');
  return value >= 10 && value < 20 ? short.slice(1) : short;
}
