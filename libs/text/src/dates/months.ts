/** Names and abbreviations of the months, folded (`März` is `marz`), in en, de, fr, es, it, pt, nl and da, nb, sv. */
const NAMES: readonly string[] = [
  'january januar jan janner janvier janv jan enero ene gennaio gen janeiro januari',
  'february februar feb febr fevrier fevr fev febrero febbraio fevereiro februari feber',
  'march marz maerz mar mars marzo marco maart mrt mrz mrch',
  'april apr avril avr abril abr aprile aprl',
  'may mai mayo maggio mag maio mei maj',
  'june juni jun juin junio giugno giu junho juno',
  'july juli jul juillet juil julio luglio lug julho jly',
  'august aug aout agosto ago ags augustus augusti',
  'september sept sep septembre septiembre setiembre settembre set setembro',
  'october oktober okt oct octobre octubre ottobre ott outubro out',
  'november nov novembre noviembre novembro',
  'december dezember dez dec decembre diciembre dic dicembre dezembro desember des',
];

const MONTHS: ReadonlyMap<string, number> = new Map(
  NAMES.flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)),
);

/** Alternatives of a regular expression over folded text, longer names first. */
export const MONTH_PATTERN = [...MONTHS.keys()].sort((a, b) => b.length - a.length).join('|');

/** 1..12 of a folded name or abbreviation. */
export const monthOf = (name: string): number | undefined => MONTHS.get(name);

/** Letters of the longest name. */
export const LONGEST_MONTH = Math.max(...[...MONTHS.keys()].map((name) => name.length));
