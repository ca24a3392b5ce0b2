import { EMPTY_REGISTRATION } from '@lapwing/shared/event/registration';
import { EMPTY_CARD } from '@lapwing/shared/event/roster';
import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import type { AsksView, RadarView } from '@lapwing/shared/protocol/places-api';
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { attendees } from '../../../server/src/db/schema.ts';
import { askLink } from '../../../server/src/services/ask-service.ts';
import { attendeeLink } from '../../../server/src/services/link-service.ts';
import { enrol } from '../../../server/src/services/roster-service.ts';
import { makeEvening, mentor, opened, partsOfLink, student, type TestEvening } from '../../support/evening-builder.ts';
import { type TestApp, testApp } from '../../support/test-app.ts';

const health = { ...EMPTY_CARD, industry: 'Health & life sciences', jobTitle: 'Nurse' };

/** Forty students who want Health, and Priya, who was a mentor of that field last time and agreed to be kept. */
async function hall() {
  const t = await testApp();
  const past = await makeEvening(t, { students: 0, mentors: 0, published: false });
  const consents = { run: 1 as never, keep: 1 as never };
  const registration = { ...EMPTY_REGISTRATION, consents };
  const email = 'priya@example.org';
  const priya = enrol(t.services, t.db, past.id, mentor('Priya Rao', { email, card: health, registration }));
  const evening = await makeEvening(t, { students: 0, tables: 2, seats: 4, published: false });
  for (let n = 0; n < 40; n++) enrol(t.services, t.db, evening.id, student(`S${n}`, { industries: ['health'] }));
  const ada = await t.organiser();
  const radar = async () => (await ada.get(`${evening.url}/radar`)).json<RadarView>();
  return { t, ada, evening, memberId: priya.memberId, radar };
}

const onRoster = (t: TestApp, evening: TestEvening) =>
  t.db
    .select()
    .from(attendees)
    .where(eq(attendees.eventId, evening.id))
    .all()
    .find(({ name }) => name === 'Priya Rao');

describe('the mentor radar', () => {
  it('says in seats what is missing, and who of the past and of the reserve could fill it', async () => {
    const { t, evening, memberId, radar } = await hall();
    const near = { email: 'r@example.org', standing: 'waiting' as const, card: health };
    const reserve = enrol(t.services, t.db, evening.id, mentor('Rosa Reserve', near));
    const { students, rows } = await radar();
    expect(students).toBe(40);
    expect(rows).toHaveLength(1);
    // three rounds at tables of four: one mentor meets twelve
    expect(rows[0]).toMatchObject({ field: 'health', wanted: 40, offered: 0, missing: 40, mentorsMissing: 4 });
    expect(rows[0]?.couldCome.map(({ kind, id }) => [kind, id])).toEqual([
      ['reserve', reserve.id],
      ['past', memberId],
    ]);
  });

  it('asks a past mentor, whose yes comes with what they said last time', async () => {
    const { t, ada, evening, memberId, radar } = await hall();
    const body = { memberId, send: true };
    const asked = (await ada.post(`${evening.url}/radar/asks`, body)).json<AsksView>().more[0];
    if (!asked) throw new Error('nobody was asked');
    expect((await radar()).rows[0]?.couldCome, 'who is asked is not offered again').toEqual([]);
    expect((await ada.post(`${evening.url}/radar/asks`, body)).statusCode).toBe(422);
    const { path, secret } = partsOfLink(askLink(t.services, asked.id));
    await t.stranger().post(path, { secret, answer: 'yes' });
    expect(onRoster(t, evening)).toMatchObject({ standing: 'active', card: { jobTitle: 'Nurse' }, memberId });
    expect((await radar()).rows[0]).toMatchObject({ mentors: 1, offered: 12, missing: 28 });
  });

  it('has nobody in reserve who said no, and nobody on the roster whose question was taken back', async () => {
    const { t, ada, evening, memberId } = await hall();
    const ask = async () => {
      const view = (await ada.post(`${evening.url}/radar/asks`, { memberId, send: true })).json<AsksView>();
      return view.more.at(-1)?.id ?? '';
    };
    await ada.put(`${evening.url}/asks/${await ask()}`, { open: false });
    expect(onRoster(t, evening)).toBeUndefined();
    const { path, secret } = partsOfLink(askLink(t.services, await ask()));
    await t.stranger().post(path, { secret, answer: 'no' });
    expect(onRoster(t, evening)?.standing).toBe('cancelled');
  });

  it('takes back who said no and thinks better of it', async () => {
    const { t, ada, evening, memberId } = await hall();
    const view = (await ada.post(`${evening.url}/radar/asks`, { memberId, send: true })).json<AsksView>();
    const [asked] = view.more;
    const { path, secret } = partsOfLink(askLink(t.services, asked?.id ?? ''));
    await t.stranger().post(path, { secret, answer: 'no' });
    const link = attendeeLink(t.services, evening.id, asked?.attendeeId as AttendeeId);
    const phone = await opened(t.stranger(), link.ok ? link.value : '');
    await phone.put(`/me/${asked?.attendeeId}/coming`, { coming: true });
    expect(onRoster(t, evening)?.standing).toBe('waiting');
  });
});
