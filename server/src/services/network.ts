/** Whose guesses count together: of an IPv6 address the half that its holder cannot choose. */
export const networkOf = (ip: string): string => firstParts(ip, 4);

/** Who was given an address: of IPv6 what one line or tunnel has at most, which is 65,536 networks. */
export const siteOf = (ip: string): string => firstParts(ip, 3);

/** What belongs to one provider or house, roughly: a few sites of somebody who has many lie in one. */
export const regionOf = (ip: string): string => (isVersion6(ip) ? firstParts(ip, 2) : ip.split('.', 2).join('.'));

const isVersion6 = (ip: string): boolean => ip.includes(':') && !ip.includes('.');

function firstParts(ip: string, count: number): string {
  if (!isVersion6(ip)) return ip;
  const [head = '', tail] = ip.split('::');
  const parts = head.split(':');
  const zeros = tail === undefined ? 0 : 8 - parts.length - tail.split(':').length;
  return [...parts, ...Array<string>(Math.max(0, zeros)).fill('0')].slice(0, count).join(':');
}
