import type { EventDetail, LinkAddress } from '@lapwing/shared/protocol/api';
import type { Hall } from '@lapwing/shared/protocol/messages';
import { describe, expect, it } from 'vitest';
import { makeEvening } from '../../support/evening-builder.ts';
import { testApp } from '../../support/test-app.ts';

async function hallWith(addresses: string[]) {
  const t = await testApp({ addresses });
  const ada = await t.organiser();
  const evening = await makeEvening(t);
  const joinLink = async (): Promise<string> => (await ada.get(evening.url)).json<EventDetail>().links.join;
  const hall = (): Hall | undefined => t.services.evenings.hall(evening.id);
  return { t, ada, evening, joinLink, hall };
}

describe('the address that links carry', () => {
  it('is the first private one, and the organiser may take another of this machine', async () => {
    const { ada, joinLink, hall } = await hallWith(['203.0.113.9', '192.168.1.20', '10.0.0.4']);
    const before = (await ada.get('/api/link-address')).json<LinkAddress>();
    expect(before).toEqual({ host: '192.168.1.20', choices: ['192.168.1.20', '10.0.0.4', 'localhost', '203.0.113.9'] });
    expect(await joinLink()).toContain('http://192.168.1.20:3000/e/');
    expect((await ada.put('/api/link-address', { host: '10.0.0.4' })).json<LinkAddress>().host).toBe('10.0.0.4');
    expect(await joinLink()).toContain('http://10.0.0.4:3000/e/');
    expect(hall()?.joinUrl).toContain('http://10.0.0.4:3000/e/');
  });

  it('refuses an address that is not of this machine', async () => {
    const { ada, joinLink } = await hallWith(['192.168.1.20']);
    expect((await ada.put('/api/link-address', { host: 'evil.example' })).statusCode).toBe(400);
    expect(await joinLink()).toContain('192.168.1.20');
  });

  it('is remembered over a restart', async () => {
    const { t, ada } = await hallWith(['192.168.1.20', '10.0.0.4']);
    await ada.put('/api/link-address', { host: '10.0.0.4' });
    await t.close();
    const again = await testApp({ dataDir: t.dataDir, addresses: ['192.168.1.20', '10.0.0.4'] });
    expect(again.services.linkOrigin()).toBe('http://10.0.0.4:3000');
  });

  it('follows the machine when the chosen one goes, and displays are told within seconds', async () => {
    const addresses = ['192.168.1.20', '10.0.0.4'];
    const { t, ada, evening } = await hallWith(addresses);
    await ada.put('/api/link-address', { host: '10.0.0.4' });
    const display = await t.socket(`${evening.displayUrl()}/live`, await evening.display());
    addresses.splice(0, 2, '172.20.10.2');
    t.clock.advance(15_000);
    await display.until('hall', ({ joinUrl }) => joinUrl.includes('172.20.10.2'));
  });
});
