import { expect, it } from 'vitest';
import { numberText } from './number-text.js';

it.each([
  [4, 'decimal', '4'],
  [4, 'lowerRoman', 'iv'],
  [1999, 'upperRoman', 'MCMXCIX'],
  [27, 'upperLetter', 'AA'],
  [28, 'lowerLetter', 'bb'],
  [1, 'ordinal', '1st'],
  [12, 'ordinal', '12th'],
  [23, 'ordinal', '23rd'],
  [7, 'decimalZero', '07'],
  [3, 'decimalEnclosedCircle', '③'],
  [12, 'decimalFullWidth', '１２'],
  [15, 'chineseCounting', '十五'],
  [120, 'japaneseCounting', '一百二十'],
  [1005, 'chineseCountingThousand', '一千零五'],
  [30, 'ideographDigital', '三〇'],
  [2, 'russianUpper', 'Б'],
  [5, 'none', ''],
  [0, 'upperRoman', '0'],
  [-3, 'lowerLetter', '-3'],
  [1e9, 'lowerRoman', '1000000000'],
  [5, 'bahtText', '5'],
])('%i as %s is %s', (value, format, expected) => expect(numberText(value, format)).toBe(expected));
