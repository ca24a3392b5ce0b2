import type { ErrorAnswer } from '@lapwing/shared/protocol/api';
import type { AuditView } from '@lapwing/shared/protocol/audit-api';
import type { HelpersView, Team } from '@lapwing/shared/protocol/staff-api';
import { describe, expect, it } from 'vitest';
import { makeEvening } from '../../support/evening-builder.ts';
import { testApp } from '../../support/test-app.ts';

describe('the name of an organiser', () => {
  it('is nobody else’s: not by renaming oneself, in other letters neither, nor by an invitation', async () => {
    const t = await testApp();
    const ada = await t.organiser('Ada', 'owner');
    const mal = await t.organiser('Mal', 'organiser');
    for (const firstName of ['Ada', ' ADA ', 'A\u200bda', 'Ádä'])
      expect((await mal.put('/api/console/me', { firstName })).json<ErrorAnswer>().error.code).toBe('name-taken');
    expect((await ada.put('/api/console/me', { firstName: 'ada' })).statusCode, 'one’s own').toBe(200);
    const invited = await ada.post('/api/staff/invitations', {
      name: 'Eve',
      email: 'eve@example.org',
      role: 'organiser',
    });
    const secret = new URL(invited.json<{ url: string }>().url).hash.slice(1);
    const joins = (name: string) =>
      t.stranger().post('/api/console/join', { secret, name, email: '', password: 'purple kettle walks' });
    expect((await joins('Mal')).json<ErrorAnswer>().error.code).toBe('name-taken');
    expect((await joins('Eve')).statusCode).toBe(204);
  });

  it('nor what looks like it, in letters of another alphabet or drawn like a helper’s sign; a name in any one alphabet is fine', async () => {
    const t = await testApp();
    await t.organiser('Ada', 'owner');
    await t.organiser('Poma', 'owner');
    const mal = await t.organiser('Mal', 'organiser');
    const named = async (firstName: string) => {
      const answer = await mal.put('/api/console/me', { firstName });
      return answer.statusCode === 200 ? answer.json() : answer.json<ErrorAnswer>().error.code;
    };
    for (const firstName of ['Ａｄａ', 'ᎪᎠᎪ', 'Рома', '𝐀𝐝𝐚'])
      expect(await named(firstName), firstName).toBe('name-taken');
    for (const firstName of ['Аda', 'Adа Smith', 'Mαl']) expect(await named(firstName), firstName).toBe('name-mixed');
    for (const firstName of [
      'Ирина',
      'Ελένη',
      'Նարե',
      'חנה',
      'سارة',
      'さくら',
      'Mei 梅',
      'मीरा',
      'Gal·la',
      'Ирина Smith',
    ])
      expect(await named(firstName), firstName).toMatchObject({ firstName });
    for (const firstName of ['Bo ·X4K', 'Bo •X4K', 'Bo ·X4K', '·X4K Bo'])
      expect(await named(firstName), firstName).toMatchObject({ firstName: expect.stringMatching(/^[BoX4K ]+$/u) });
  });

  it('a helper’s may be any, so theirs stands with a sign that nobody chooses, and nothing like one before it', async () => {
    const t = await testApp();
    const ada = await t.organiser('Ada', 'owner');
    const evening = await makeEvening(t);
    const { code } = (await ada.put(`${evening.url}/helpers`, { open: true })).json<HelpersView>();
    const joins = (firstName: string) => t.stranger().post('/api/helpers/session', { code, firstName });
    for (const firstName of ['Ada', 'Ada ·X4K', 'Ada •X4K', 'Ada ·X4K', 'Ada ･X4K'])
      expect((await joins(firstName)).statusCode, firstName).toBe(200);
    expect((await joins('Аda')).json<ErrorAnswer>().error.code).toBe('name-mixed');
    const { helpers } = (await ada.get(`${evening.url}/helpers`)).json<HelpersView>();
    const { lines } = (await ada.get(`${evening.url}/audit`)).json<AuditView>();
    const joined = lines.filter(({ act }) => act === 'helper-joined').map(({ by }) => by);
    for (const names of [helpers.map(({ name }) => name), joined]) {
      expect(names).toHaveLength(5);
      expect(new Set(names).size).toBe(5);
      for (const name of names) expect(name).toMatch(/^Ada( X4K)? ·[A-Z0-9]{3}$/u);
    }
  });

  it('stands in the audit as it was, with what the account is called now, or that it is gone', async () => {
    const t = await testApp();
    const ada = await t.organiser('Ada', 'owner');
    const mal = await t.organiser('Mal', 'organiser');
    const evening = await makeEvening(t);
    await mal.put(`${evening.url}/self-check-in`, { on: true });
    await mal.put('/api/console/me', { firstName: 'Bea' });
    await mal.put(`${evening.url}/self-check-in`, { on: false });
    const lines = async () =>
      (await ada.get(`${evening.url}/audit`)).json<AuditView>().lines.map(({ by, now, act }) => [by, now, act]);
    expect(await lines()).toEqual([
      ['Bea', null, 'self-check-in-off'],
      ['Mal', 'Bea', 'named'],
      ['Mal', 'Bea', 'self-check-in-on'],
    ]);
    const { people } = (await ada.get('/api/staff')).json<Team>();
    await ada.delete(`/api/staff/${people.find(({ name }) => name === 'Bea')?.id}`);
    expect((await lines()).slice(1)).toEqual([
      ['Bea', '', 'self-check-in-off'],
      ['Mal', '', 'named'],
      ['Mal', '', 'self-check-in-on'],
    ]);
  });

  it('and the role are all that another organiser reads of them; owners, and they themselves, read more', async () => {
    const t = await testApp();
    const ada = await t.organiser('Ada', 'owner');
    const mal = await t.organiser('Mal', 'organiser');
    const whole = { email: expect.stringContaining('@'), secondFactor: false, lastSeenAt: expect.any(Number) };
    const seenBy = async (who: typeof ada) => (await who.get('/api/staff')).json<Team>().people;
    expect(await seenBy(ada)).toMatchObject([
      { name: 'Ada', ...whole },
      { name: 'Mal', ...whole },
    ]);
    expect(await seenBy(mal)).toMatchObject([
      { name: 'Ada', role: 'owner', email: null, secondFactor: null, lastSeenAt: null },
      { name: 'Mal', ...whole },
    ]);
  });
});
