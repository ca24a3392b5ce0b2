import type { PublicEvent } from '@lapwing/shared/protocol/registration-api';
import { describe, expect, it } from 'vitest';
import { makeEvening } from '../../support/evening-builder.ts';
import { testApp } from '../../support/test-app.ts';

const KEEPER = { community: 'Careers <b>friends</b>', name: 'Kim Lee', contact: 'kim@example.org' };
const NOBODY = { community: '', name: '', contact: '' };
const GUIDE = ['/careers', '/careers/roles/quant', '/careers/industries/banking'];

async function hall() {
  const t = await testApp();
  const ada = await t.organiser();
  const { id } = await makeEvening(t);
  const evening = `/e/${t.services.evenings.get(id)?.event.code}`;
  const html = async (url: string, language = 'en') =>
    (await t.stranger().send({ method: 'GET', url, headers: { 'accept-language': language } })).body;
  const keep = (keeper: typeof KEEPER) => ada.put('/api/community/keeper', keeper);
  const told = async () => (await t.stranger().get(`${evening}/event`)).json<PublicEvent>().community;
  return { evening, html, keep, told };
}

describe('ways to the community', () => {
  it('C21 there are none before somebody said whose it is, nor when that is taken back', async () => {
    const { evening, html, keep, told } = await hall();
    const none = async (): Promise<void> => {
      expect(await told()).toBeNull();
      for (const url of [evening, ...GUIDE]) expect(await html(url), url).not.toContain('/community');
    };
    await none();
    await keep(KEEPER);
    expect(await told()).toBe(KEEPER.community);
    await keep(NOBODY);
    await none();
  });

  it('C21 then the guide and the page of an evening lead there, in the language of their reader', async () => {
    const { evening, html, keep } = await hall();
    await keep(KEEPER);
    const named = 'Careers &lt;b&gt;friends&lt;/b&gt;';
    for (const url of [evening, ...GUIDE]) {
      expect(await html(url), url).toContain(`<a href="/community">Join ${named}`);
      expect(await html(url, 'de'), url).toContain(`<a href="/community">Mitmachen bei ${named}`);
    }
    expect(await html('/careers/roles/nothing'), 'a page that is none').not.toContain('/community');
    await keep({ ...KEEPER, community: '' });
    for (const url of [evening, ...GUIDE])
      expect(await html(url), url).toContain('<a href="/community">Join the community');
  });
});
