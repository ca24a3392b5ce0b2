import { type LookupAddress, lookup } from 'node:dns';
import { BlockList, isIPv6, type LookupFunction } from 'node:net';

/** Networks that are nobody's on the internet: what a name outside must never lead to. */
const PRIVATE = {
  ipv4: [
    ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'],
    ...['192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15'],
    ...['198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
  ],
  ipv6: [
    ...['::/8', '64:ff9b::/96', '64:ff9b:1::/48', '100::/64', '2001::/32', '2001:db8::/32', '2002::/16'],
    ...['fc00::/7', 'fe80::/10', 'fec0::/10', 'ff00::/8'],
  ],
} as const;

/** One list for each: in a common one an address of IPv4 counts as the IPv6 address that it can be written as. */
const [blocked4, blocked6] = (['ipv4', 'ipv6'] as const).map(listOf) as [BlockList, BlockList];

function listOf(family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const network of PRIVATE[family]) {
    const [address = '', bits] = network.split('/');
    list.addSubnet(address, Number(bits), family);
  }
  return list;
}

/** Whether an address is one of the open internet; addresses of IPv4 written as IPv6 are none. */
export const isPublicAddress = (address: string): boolean =>
  isIPv6(address) ? !blocked6.check(address, 'ipv6') : !blocked4.check(address, 'ipv4');

/** What a name leads to where none of it may be connected to. */
export class NotPublic extends Error {
  readonly code = 'ENOTPUBLIC';
}

/** Resolves a name for a connection, once: the addresses that were looked at are those that are connected to. */
export const publicLookup: LookupFunction = (hostname, options, done) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error, '');
    const open = (addresses as LookupAddress[]).filter(({ address }) => isPublicAddress(address));
    const [first] = open;
    if (!first) return done(new NotPublic(`${hostname} leads to no public address.`), '');
    return options.all ? done(null, open) : done(null, first.address, first.family);
  });
};
