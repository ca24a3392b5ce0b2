/** From where links of an address can be opened: this machine alone, the network of the hall, or everywhere. */
export type LinkReach = 'this-machine' | 'hall' | 'everywhere';

const THIS_MACHINE = /^(localhost|127\..*|\[::1\])$/u;
const HALL = /^(.*\.local|10\..*|192\.168\..*|172\.(1[6-9]|2\d|3[01])\..*|169\.254\..*)$/u;

/** @param origin that links begin with, e.g. "http://192.168.1.20:3000" */
export function linkReach(origin: string): LinkReach {
  const host = origin.replace(/^https?:\/\//u, '').replace(/(:\d+)?(\/.*)?$/u, '');
  if (THIS_MACHINE.test(host)) return 'this-machine';
  return HALL.test(host) ? 'hall' : 'everywhere';
}
