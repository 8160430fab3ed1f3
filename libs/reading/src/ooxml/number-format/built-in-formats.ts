/** Dates whose order the viewer's language decides; we have no viewer, so they are written as ISO 8601. */
const LOCAL_DATE = 'yyyy-mm-dd';

/** Formats that files only number (ECMA-376 part 1, 18.8.30). */
const BUILT_IN: Readonly<Record<number, string>> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '"$"#,##0_);("$"#,##0)',
  6: '"$"#,##0_);("$"#,##0)',
  7: '"$"#,##0.00_);("$"#,##0.00)',
  8: '"$"#,##0.00_);("$"#,##0.00)',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: LOCAL_DATE,
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: `${LOCAL_DATE} h:mm`,
  32: 'h:mm',
  33: 'h:mm:ss',
  34: 'h:mm',
  35: 'h:mm:ss',
  37: '#,##0_);(#,##0)',
  38: '#,##0_);(#,##0)',
  39: '#,##0.00_);(#,##0.00)',
  40: '#,##0.00_);(#,##0.00)',
  41: '#,##0_);(#,##0);"-"_);@_)',
  42: '"$"#,##0_);("$"#,##0);"$-"_);@_)',
  43: '#,##0.00_);(#,##0.00);"-"_);@_)',
  44: '"$"#,##0.00_);("$"#,##0.00);"$-"_);@_)',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
};

/** The code of a built-in format; 27 to 36 and 50 to 58 are dates of East Asian languages. */
export function builtInFormat(id: number): string {
  const isEastAsianDate = (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
  return BUILT_IN[id] ?? (isEastAsianDate ? LOCAL_DATE : 'General');
}

/** A code as a file has it: `[$-F800]` and `[$-F400]` are the long date and the time of the viewer's system. */
export function systemFormat(code: string): string {
  if (/^\[\$-(?:x-sysdate|F800)\]/i.test(code)) return LOCAL_DATE;
  return /^\[\$-(?:x-systime|F400)\]/i.test(code) ? 'h:mm:ss' : code;
}
