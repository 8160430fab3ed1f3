const DAY_MS = 86_400_000;

/** An ISO 8601 date or time of a strict workbook as the serial number that other workbooks have; null where it is none. */
export function serialOf(iso: string, is1904: boolean): number | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?Z?$/.exec(iso.trim());
  if (match === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  const days = (Date.UTC(year, month - 1, day) - (is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30))) / DAY_MS;
  // Day 60 of the 1900 system never was; days before it are one less.
  return (days < 61 && !is1904 ? days - 1 : days) + (hour * 3600 + minute * 60 + second) / 86_400;
}
