/** Whose guesses count together: of an IPv6 address the half that its holder cannot choose. */
export function networkOf(ip: string): string {
  if (!ip.includes(':') || ip.includes('.')) return ip;
  const [head = '', tail] = ip.split('::');
  const parts = head.split(':');
  const zeros = tail === undefined ? 0 : 8 - parts.length - tail.split(':').length;
  return [...parts, ...Array<string>(Math.max(0, zeros)).fill('0')].slice(0, 4).join(':');
}
