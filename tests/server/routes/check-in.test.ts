import type { Attendee } from '@lapwing/shared/event/roster';
import type { BadgeWay, ErrorAnswer, PresenceAnswer, ScanAnswer } from '@lapwing/shared/protocol/api';
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { attendees } from '../../../server/src/db/schema.ts';
import { giveBadges } from '../../../server/src/services/badge-service.ts';
import { makeEvening } from '../../support/evening-builder.ts';
import { testApp } from '../../support/test-app.ts';

const code = (answer: { json<T>(): T }): string => answer.json<ErrorAnswer>().error.code;

async function atTheDoor() {
  const t = await testApp();
  const ada = await t.organiser();
  const evening = await makeEvening(t);
  const [aisha, ben] = evening.students;
  if (!aisha || !ben) throw new Error('two students are needed');
  const event = (await ada.get(evening.url)).json<{ code: string }>();
  return { t, ada, evening, aisha, ben, event };
}

describe('a badge', () => {
  it('is given to everybody once; rows older than badges get one at a start', async () => {
    const { t, evening, aisha } = await atTheDoor();
    const badges = evening.students.map(({ badgeCode }) => badgeCode);
    for (const badge of badges) expect(badge).toMatch(/^[ACDEFHJKMNPQRTUVWXY34679]{8}$/u);
    expect(new Set(badges).size).toBe(badges.length);
    t.db.update(attendees).set({ badgeCode: null }).where(eq(attendees.id, aisha.id)).run();
    expect(giveBadges(t.services)).toBe(1);
    const row = t.db.select().from(attendees).where(eq(attendees.id, aisha.id)).get();
    expect(row?.badgeCode).toMatch(/^[ACDEFHJKMNPQRTUVWXY34679]{8}$/u);
    expect(giveBadges(t.services), 'a second start changes nothing').toBe(0);
  });

  it('leads a stranger to the event and the desk to the check-in, and says nothing about the person', async () => {
    const { t, ada, evening, aisha, event } = await atTheDoor();
    const stranger = t.stranger();
    const page = await stranger.get(`/b/${aisha.badgeCode}`);
    expect(page.body).not.toContain(aisha.name);
    expect(stranger.cookies.size).toBe(0);
    const way = await stranger.get(`/b/${aisha.badgeCode}/way`);
    expect(way.json<BadgeWay>()).toEqual({ to: `/e/${event.code}` });
    expect((await (await evening.phone(aisha)).get(`/b/${aisha.badgeCode}/way`)).json()).toEqual(way.json());
    expect((await ada.get(`/b/${aisha.badgeCode}/way`)).json<BadgeWay>().to).toBe(
      `/check-in#/events/${evening.id}/badge/`,
    );
    expect((await stranger.get('/b/AAAACCCC/way')).statusCode).toBe(404);
  });

  it('is read by the check-in, as is the id of a personal link; of another evening it is named', async () => {
    const { t, ada, evening, aisha } = await atTheDoor();
    const other = await makeEvening(t, { settings: { name: 'Spring evening' } });
    const scans = `${evening.url}/scans`;
    const found = { attendee: { id: aisha.id, name: aisha.name }, elsewhere: null, place: null };
    expect((await ada.post(scans, { code: aisha.badgeCode })).json<ScanAnswer>()).toMatchObject(found);
    expect((await ada.post(scans, { code: aisha.badgeCode.toLowerCase() })).json<ScanAnswer>()).toMatchObject(found);
    expect((await ada.post(scans, { person: aisha.id })).json<ScanAnswer>()).toMatchObject(found);
    const guest = other.students[0] as Attendee;
    expect((await ada.post(scans, { code: guest.badgeCode })).json<ScanAnswer>()).toEqual({
      attendee: null,
      elsewhere: { event: 'Spring evening', name: guest.name, role: 'student' },
      place: null,
    });
  });

  it('says where on the waitlist somebody stands, by role', async () => {
    const { t, ada, evening, aisha } = await atTheDoor();
    const add = async (name: string, role: string): Promise<Attendee> => {
      t.clock.advance(1_000);
      return (
        await ada.post(`${evening.url}/people`, { details: { role, name, standing: 'waiting' } })
      ).json<Attendee>();
    };
    await add('First', 'student');
    await add('Mentor', 'mentor');
    const second = await add('Second', 'student');
    const place = async ({ id }: Attendee): Promise<number | null> =>
      (await ada.post(`${evening.url}/scans`, { person: id })).json<ScanAnswer>().place;
    expect(await place(second)).toBe(2);
    expect(await place(aisha)).toBeNull();
  });

  it('cannot be guessed: five wrong codes a minute, then even a right one waits; another desk goes on', async () => {
    const { t, ada, evening, aisha } = await atTheDoor();
    const scan = (caller: typeof ada, badge: string) => caller.post(`${evening.url}/scans`, { code: badge });
    for (let tries = 0; tries < 5; tries++) {
      const wrong = await scan(ada, 'AAAACCCC');
      expect([wrong.statusCode, code(wrong)]).toEqual([422, 'unknown-code']);
    }
    const late = await scan(ada, aisha.badgeCode);
    expect([late.statusCode, code(late)]).toEqual([429, 'too-many-requests']);
    expect((await scan(await t.organiser('Mei'), aisha.badgeCode)).statusCode).toBe(200);
    t.clock.advance(60_000);
    expect((await scan(ada, aisha.badgeCode)).statusCode).toBe(200);
  });
});

describe('check-in words that come late', () => {
  it('keep the first arrival and the last word, and nobody is in twice', async () => {
    const { t, ada, evening, aisha } = await atTheDoor();
    const now = Math.floor(t.clock.now());
    const minutesAgo = (minutes: number): number => now - minutes * 60_000;
    const say = async (here: boolean, at?: number): Promise<number | null> => {
      const body = at === undefined ? { here } : { here, at };
      const answer = await ada.put(`${evening.url}/people/${aisha.id}/presence`, body);
      return answer.json<PresenceAnswer>().attendee.checkedInAt;
    };
    expect(await say(true, minutesAgo(50))).toBe(minutesAgo(50));
    expect(await say(true, minutesAgo(60)), 'the other helper was first').toBe(minutesAgo(60));
    expect(await say(false, minutesAgo(20))).toBeNull();
    expect(await say(true, minutesAgo(40)), 'said before she left').toBeNull();
    expect(await say(true)).toBe(now);
    expect(await say(true, now + 600_000), 'nobody comes in the future').toBe(now);
  });

  it('of a walk-in add one person, however often they are sent', async () => {
    const { t, ada, evening } = await atTheDoor();
    const other = await makeEvening(t);
    const body = { id: 'walkin_-0001', details: { role: 'student', name: 'Wanda' } };
    const first = (await ada.post(`${evening.url}/people`, body)).json<Attendee>();
    expect(first).toMatchObject({ id: 'walkin_-0001', name: 'Wanda', checkedInAt: null });
    await ada.put(`${evening.url}/people/${first.id}/presence`, { here: true });
    const again = (await ada.post(`${evening.url}/people`, body)).json<Attendee>();
    expect(again.checkedInAt).not.toBeNull();
    const people = (await ada.get(`${evening.url}/people`)).json<Attendee[]>();
    expect(people.filter(({ name }) => name === 'Wanda')).toHaveLength(1);
    const elsewhere = await ada.post(`${other.url}/people`, body);
    expect([elsewhere.statusCode, code(elsewhere)]).toEqual([422, 'key-reused']);
  });

  it('name a guest, who is unnamed no more', async () => {
    const { t, ada, evening, aisha } = await atTheDoor();
    t.db.update(attendees).set({ unnamed: true, name: 'Guest of Ben' }).where(eq(attendees.id, aisha.id)).run();
    t.services.evenings.changed(evening.id);
    const change = (details: object) => ada.put(`${evening.url}/people/${aisha.id}`, { details });
    expect((await change({ course: 'Law', name: 'Guest of Ben' })).json<Attendee>().unnamed).toBe(true);
    expect((await change({ name: 'Nia Obi' })).json<Attendee>()).toMatchObject({ name: 'Nia Obi', unnamed: false });
    const people = (await ada.get(`${evening.url}/people`)).json<Attendee[]>();
    expect(people.find(({ id }) => id === aisha.id)?.unnamed).toBe(false);
  });
});
