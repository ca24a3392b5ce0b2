const BROWSERS = [
  ['Edg', 'Edge'],
  ['OPR', 'Opera'],
  ['SamsungBrowser', 'Samsung Internet'],
  ['Firefox', 'Firefox'],
  ['CriOS', 'Chrome'],
  ['Chrome', 'Chrome'],
  ['Safari', 'Safari'],
] as const;
const SYSTEMS = [
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Android', 'Android'],
  ['CrOS', 'ChromeOS'],
  ['Windows', 'Windows'],
  ['Mac OS X', 'Mac'],
  ['Linux', 'Linux'],
] as const;

/** What kind of browser it is, as its owner would tell it from another, and no more than that; '' where it does not say. */
export function deviceOf(userAgent: string | undefined): string {
  const named = (list: readonly (readonly [string, string])[]): string =>
    list.find(([mark]) => userAgent?.includes(mark))?.[1] ?? '';
  return [named(BROWSERS), named(SYSTEMS)].filter(Boolean).join(', ');
}
