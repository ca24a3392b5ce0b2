import { describe, expect, it } from 'vitest';
import { isPublicAddress, publicLookup } from '../../../../server/src/outbox/slack/public-address.ts';

describe('an address that a name outside leads to', () => {
  it.each([
    ...['127.0.0.1', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254', '100.64.0.1'],
    ...['0.0.0.0', '224.0.0.1', '255.255.255.255', '::', '::1', '::ffff:127.0.0.1', '::ffff:8.8.8.8', 'fe80::1'],
    ...['fd00::1', 'ff02::1', '64:ff9b::7f00:1', '2002:7f00:1::', '2001:db8::1'],
  ])('is not connected to where it is %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(['8.8.8.8', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '2a00:1450:4001::1'])('may be %s', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it('is looked at where the connection is made: a name that leads to this machine leads nowhere', async () => {
    const found = await new Promise((done) => publicLookup('localhost', { all: true }, (error) => done(error?.code)));
    expect(found).toBe('ENOTPUBLIC');
  });
});
