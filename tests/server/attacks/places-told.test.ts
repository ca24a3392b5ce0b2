import { CLOSED_INVITATION } from '@lapwing/shared/event/invitation';
import { placesTold } from '@lapwing/shared/event/places';
import { describe, expect, it } from 'vitest';
import { saveInvitation } from '../../../server/src/db/repositories/invitations.ts';
import { opened } from '../../support/evening-builder.ts';
import { house } from '../../support/identity-house.ts';

const NINA = 'nina@uni.example';
const QUARTER = 15 * 60_000;

async function limited(capacity: number) {
  const at = await house();
  const evening = await at.evening();
  const { id } = evening.evening;
  const limit = (chairs: number) =>
    saveInvitation(at.t.db, id, { ...CLOSED_INVITATION, open: true, capacity: chairs, overbookPercent: 0 });
  limit(capacity);
  const told = async () =>
    (await at.t.stranger().get(`/e/${evening.code}/event`)).json<{ placesLeft: number | null }>().placesLeft;
  return { ...at, evening, limit, told };
}

describe('P13 the number of places', () => {
  it('is the same after a name was tried, known or new, until the clock counts again', async () => {
    const { t, evening, told } = await limited(3);
    await evening.register('Nina Target', NINA);
    expect(await told(), 'one of three has registered, and one is made by hand').toBe(1);
    for (const name of ['Nina Target', 'Somebody New', 'Another New']) {
      await evening.register(name, NINA);
      expect(await told()).toBe(1);
      expect((await t.stranger().get(`/e/${evening.code}`)).body).toContain('A few places are left');
    }
    t.clock.advance(QUARTER - 1_000);
    expect(await told()).toBe(1);
    t.clock.advance(1_000);
    expect(await told(), 'counted at the quarters').toBe(0);
    expect(evening.person('Another New').standing, 'places were given out exactly').toBe('waiting');
  });

  it('is not told by a page of one’s own either', async () => {
    const { t, evening, told, mailedTo } = await limited(3);
    await told();
    await evening.register('Nina Target', NINA);
    const phone = await opened(t.stranger(), (await mailedTo(NINA)).at(-1) ?? '');
    const own = async () =>
      (await phone.get(`/me/${evening.person('Nina Target').id}/details`)).json<{ placesLeft: number }>().placesLeft;
    const before = await own();
    await evening.register('Somebody New', 'new@uni.example');
    expect(await own()).toBe(before);
  });

  it('is counted anew when the organiser changes the limit, and at each quarter, also after an alarm that rang early', async () => {
    const { t, limit, evening, told } = await limited(20);
    const first = await told();
    expect(first).toBe(15);
    limit(2);
    expect(await told()).toBe(1);
    await evening.register('Nina Target', NINA);
    for (let n = 0; n < 3; n++) t.clock.ringNext();
    expect(await told()).toBe(1);
    t.clock.advance(QUARTER);
    expect(await told()).toBe(0);
    limit(9);
    expect(await told()).toBe(5);
    t.clock.advance(QUARTER);
    expect(await told()).toBe(5);
  });

  it('is said in steps, and none only where there is none', () => {
    expect([null, 0, 1, 4, 5, 9, 10, 104].map(placesTold)).toEqual([null, 0, 1, 1, 5, 5, 10, 100]);
  });
});
