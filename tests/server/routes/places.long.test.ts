import { CLOSED_INVITATION, type Invitation } from '@lapwing/shared/event/invitation';
import type { Attendee } from '@lapwing/shared/event/roster';
import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import type { ImportApplied, ImportPreview } from '@lapwing/shared/protocol/import-api';
import type { InvitationAnswer, InvitationView, StandingAnswer } from '@lapwing/shared/protocol/places-api';
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { attendees, mails } from '../../../server/src/db/schema.ts';
import { makeEvening, type TestEvening } from '../../support/evening-builder.ts';
import { type TestApp, testApp } from '../../support/test-app.ts';
import type { Caller } from '../../support/test-caller.ts';

const DAY = 86_400_000;

interface Hall {
  readonly t: TestApp;
  readonly ada: Caller;
  readonly evening: TestEvening;
  readonly invite: (change: Partial<Invitation>, more?: object) => Promise<InvitationAnswer>;
  readonly stand: (who: AttendeeId, change: object) => Promise<StandingAnswer>;
  readonly line: () => Promise<AttendeeId[]>;
  readonly standings: () => Promise<string[]>;
  readonly told: () => (string | undefined)[];
  /** What the nth student says on their own page. */
  readonly say: (n: number, coming: boolean) => Promise<void>;
  /** Applies a file of students as it was previewed. */
  readonly load: (lines: readonly string[]) => Promise<{ preview: ImportPreview; importId: string }>;
}

/** Students 1 to 3 have a place, the others wait in order of their numbers. */
async function hall(students = 6): Promise<Hall> {
  const t = await testApp();
  const ada = await t.organiser();
  const evening = await makeEvening(t, { students, published: false });
  const url = `${evening.url}/invitation`;
  const stand: Hall['stand'] = async (who, change) =>
    (await ada.put(`${evening.url}/people/${who}/standing`, change)).json<StandingAnswer>();
  for (const { id } of evening.students.slice(3)) {
    t.clock.advance(1_000);
    await stand(id, { standing: 'waiting' });
  }
  // as if they had come from a file so
  t.db.update(attendees).set({ handEdited: [] }).run();
  const invite: Hall['invite'] = async (change, more = {}) =>
    (await ada.put(url, { invitation: { ...CLOSED_INVITATION, ...change }, ...more })).json<InvitationAnswer>();
  await invite({ capacity: 3 });
  return {
    t,
    ada,
    evening,
    invite,
    stand,
    line: async () => (await ada.get(url)).json<InvitationView>().places.line.map(({ id }) => id),
    async standings() {
      const people = (await ada.get(`${evening.url}/people`)).json<Attendee[]>();
      return evening.students.map(({ id }) => people.find((person) => person.id === id)?.standing ?? 'gone');
    },
    told: () =>
      t.db
        .select()
        .from(mails)
        .where(eq(mails.kind, 'promoted'))
        .all()
        .filter(({ state }) => state !== 'stopped')
        .map(({ to }) => to),
    async say(n, coming) {
      const person = evening.students[n] as Attendee;
      const answer = await (await evening.phone(person)).put(`/me/${person.id}/coming`, { coming });
      expect(answer.statusCode).toBe(200);
    },
    async load(lines) {
      const file = Buffer.from(lines.join('\n'));
      const preview = (await ada.upload(`${evening.url}/imports/preview?as=students`, file)).json<ImportPreview>();
      const apply = `${evening.url}/imports?as=students&digest=${preview.digest}`;
      return { preview, ...(await ada.upload(apply, file)).json<ImportApplied>() };
    },
  };
}

const idOf = (people: readonly Attendee[], n: number): AttendeeId => people[n]?.id as AttendeeId;

describe('the invitation', () => {
  it('is closed until somebody says otherwise, is saved whole, and is put back by sending what it was', async () => {
    const { ada, evening, invite } = await hall();
    const url = `${evening.url}/invitation`;
    const before = (await ada.get(url)).json<InvitationView>();
    expect(before.invitation).toEqual({ ...CLOSED_INVITATION, capacity: 3 });
    expect(before.address).toMatch(/\/e\/[A-Z0-9]{4}$/u);
    const wanted = { open: true, about: '  Come! ', capacity: 60, overbookPercent: 53, contactEmail: 'a@b.org' };
    const after = await invite(wanted);
    expect(after.invitation).toEqual({ ...CLOSED_INVITATION, ...wanted, about: 'Come!' });
    expect(after.places.places).toBe(92);
    expect((await invite(before.invitation)).invitation).toEqual(before.invitation);
  });

  it('is refused with the name of the field that is wrong, and nothing is written', async () => {
    const { ada, evening } = await hall();
    const url = `${evening.url}/invitation`;
    const bad: [Partial<Record<keyof Invitation, unknown>>, string][] = [
      [{ capacity: 0 }, 'invitation.capacity'],
      [{ capacity: 2001 }, 'invitation.capacity'],
      [{ overbookPercent: 101 }, 'invitation.overbookPercent'],
      [{ about: 'x'.repeat(2_001) }, 'invitation.about'],
      [{ contactEmail: 'nobody' }, 'contactEmail'],
    ];
    for (const [change, field] of bad) {
      const refusedTo = await ada.put(url, { invitation: { ...CLOSED_INVITATION, ...change } });
      expect(refusedTo.statusCode, field).toBe(400);
      expect(refusedTo.json()).toMatchObject({ error: { code: 'bad-request', details: { field } } });
    }
    expect((await ada.get(url)).json<InvitationView>().invitation.capacity).toBe(3);
  });

  it('says how many stayed away from evenings that are past and had a check-in', async () => {
    const { t, ada, evening } = await hall();
    const past = await makeEvening(t, { students: 12, published: false });
    past.checkIn(...past.students.slice(0, 8));
    await makeEvening(t, { students: 20, published: false });
    const url = `${evening.url}/invitation`;
    expect((await ada.get(url)).json<InvitationView>().stayedAway).toBeNull();
    t.clock.leap(DAY);
    const nextDay = await t.organiser();
    expect((await nextDay.get(url)).json<InvitationView>().stayedAway).toEqual({ booked: 12, came: 8, events: 1 });
  });
});

describe('the waitlist', () => {
  it('moves up when the organiser says that somebody does not come, and undo puts back who was not told', async () => {
    const { evening, stand, standings, line, told } = await hall();
    const [first, fourth] = [idOf(evening.students, 0), idOf(evening.students, 3)];
    const order = await line();
    const out = await stand(first, { standing: 'cancelled' });
    expect(out.movedUp.map(({ id }) => id)).toEqual([fourth]);
    expect(await standings()).toEqual(['cancelled', 'active', 'active', 'active', 'waiting', 'waiting']);
    expect(told()).toEqual(['student4@example.org']);
    await stand(first, { ...out.before, movedUp: out.movedUp });
    expect(await standings()).toEqual(['active', 'active', 'active', 'waiting', 'waiting', 'waiting']);
    expect(await line()).toEqual(order);
    expect(told()).toEqual([]);
  });

  it('never takes a place back from somebody who was told', async () => {
    const { t, evening, stand, standings } = await hall();
    const first = idOf(evening.students, 0);
    const out = await stand(first, { standing: 'cancelled' });
    t.db.update(mails).set({ state: 'sent' }).run();
    await stand(first, { ...out.before, movedUp: out.movedUp });
    expect(await standings()).toEqual(['active', 'active', 'active', 'active', 'waiting', 'waiting']);
    // one more than there are places: the next who cancels frees nothing
    expect((await stand(idOf(evening.students, 1), { standing: 'cancelled' })).movedUp).toEqual([]);
  });

  it('lets somebody in by hand, with a mail, and takes it back to the same place in line', async () => {
    const { evening, stand, standings, line, told } = await hall();
    const fifth = idOf(evening.students, 4);
    const order = await line();
    const answer = await stand(fifth, { standing: 'active' });
    expect(answer).toMatchObject({ before: { standing: 'waiting' }, movedUp: [], told: false });
    expect(told()).toEqual(['student5@example.org']);
    expect(await stand(fifth, answer.before)).toMatchObject({ told: false });
    expect(await line()).toEqual(order);
    expect(await standings()).toEqual(['active', 'active', 'active', 'waiting', 'waiting', 'waiting']);
  });

  it('takes somebody onto its end, and the next has the place', async () => {
    const { t, evening, stand, line, standings } = await hall();
    const [first, fourth] = [idOf(evening.students, 0), idOf(evening.students, 3)];
    t.clock.advance(5_000);
    const answer = await stand(first, { standing: 'waiting' });
    expect(answer.movedUp.map(({ id }) => id)).toEqual([fourth]);
    expect((await line()).at(-1)).toBe(first);
    await stand(first, { ...answer.before, movedUp: answer.movedUp });
    expect(await standings()).toEqual(['active', 'active', 'active', 'waiting', 'waiting', 'waiting']);
  });

  it('keeps a place in line for who leaves it and comes back', async () => {
    const { ada, evening, stand, line } = await hall();
    const order = await line();
    const fourth = idOf(evening.students, 3);
    const gone = await stand(fourth, { standing: 'cancelled' });
    expect(gone.movedUp).toEqual([]);
    await ada.put(`${evening.url}/people/${fourth}`, { details: { standing: 'waiting' } });
    expect(await line()).toEqual(order);
  });

  it('moves up when there are more places, all of it when there is no limit any more, and comes back by undo', async () => {
    const { invite, standings, told } = await hall();
    expect((await invite({ capacity: 3, overbookPercent: 40 })).movedUp).toHaveLength(1);
    expect(await standings()).toEqual(['active', 'active', 'active', 'active', 'waiting', 'waiting']);
    const open = await invite({ capacity: null });
    expect(open.movedUp).toHaveLength(2);
    expect(told()).toHaveLength(3);
    await invite({ capacity: 3, overbookPercent: 40 }, { movedUp: open.movedUp });
    expect(await standings()).toEqual(['active', 'active', 'active', 'active', 'waiting', 'waiting']);
    expect(told()).toEqual(['student4@example.org']);
  });

  it('gives each place once, however many cancel at the same moment', async () => {
    const { ada, evening, standings, told } = await hall();
    const out = (n: number) =>
      ada.put(`${evening.url}/people/${idOf(evening.students, n)}/standing`, { standing: 'cancelled' });
    await Promise.all([out(0), out(1), out(0), out(1)]);
    expect(await standings()).toEqual(['cancelled', 'cancelled', 'active', 'active', 'active', 'waiting']);
    expect(told().sort()).toEqual(['student4@example.org', 'student5@example.org']);
  });

  it('also moves up when a student turns out to be a mentor', async () => {
    const { ada, evening, standings } = await hall();
    await ada.put(`${evening.url}/people/${idOf(evening.students, 0)}`, { details: { role: 'mentor' } });
    expect(await standings()).toEqual(['active', 'active', 'active', 'active', 'waiting', 'waiting']);
  });

  it('moves up when a file says that somebody cancelled; undo puts that person back and nobody out', async () => {
    const { ada, evening, standings, told } = await hall();
    const email = evening.students[0]?.email;
    const rows = ['guest_id,name,email,approval_status', `gst-1,Student1 Family1,${email},declined`].join('\n');
    const file = Buffer.from(rows);
    const preview = (await ada.upload(`${evening.url}/imports/preview?as=students`, file)).json<ImportPreview>();
    expect(preview.changed).toHaveLength(1);
    const apply = `${evening.url}/imports?as=students&digest=${preview.digest}`;
    const { importId } = (await ada.upload(apply, file)).json<ImportApplied>();
    expect(await standings()).toEqual(['cancelled', 'active', 'active', 'active', 'waiting', 'waiting']);
    expect(told()).toEqual(['student4@example.org']);
    await ada.post(`${evening.url}/imports/${importId}/undo`);
    expect(await standings()).toEqual(['active', 'active', 'active', 'active', 'waiting', 'waiting']);
  });

  it('stays as it is through a file that says nothing about coming', async () => {
    const { evening, say, standings, told, load } = await hall();
    await say(0, false);
    const rows = [0, 4].map((n) => `Student${n + 1} Family${n + 1},student${n + 1}@example.org,Law`);
    const { preview } = await load(['Full name,Email address,What do you study?', ...rows]);
    expect(preview.changed.map(({ fields }) => fields)).toEqual([['course'], ['course']]);
    expect(await standings()).toEqual(['cancelled', 'active', 'active', 'active', 'waiting', 'waiting']);
    expect(told()).toEqual([evening.students[3]?.email]);
  });

  it('keeps to what people said themselves, and to places given, when the same file comes once more', async () => {
    const { say, standings, load } = await hall();
    const row = (n: number, status: string) => `gst-${n},Student${n} Family${n},student${n}@example.org,${status}`;
    const lines = ['guest_id,name,email,approval_status', row(1, 'approved'), row(4, 'waitlist')];
    await load(lines);
    await say(0, false);
    const { preview } = await load(lines);
    expect([preview.changed, preview.kept.map(({ fields }) => fields)]).toEqual([[], [['standing'], ['standing']]]);
    expect(await standings()).toEqual(['cancelled', 'active', 'active', 'active', 'waiting', 'waiting']);
  });

  it('an import taken back leaves what people said since, and the line in its order', async () => {
    const { ada, evening, invite, say, standings, line, load } = await hall();
    // the second has decided here before: what they say after the import counts all the same
    await say(1, false);
    await say(1, true);
    const order = await line();
    const rows = [1, 2, 5].map((n) => `gst-${n},Student${n} New${n},student${n}@example.org,approved`);
    const { importId } = await load(['guest_id,name,email,approval_status', ...rows]);
    expect(await standings()).toEqual(['active', 'waiting', 'active', 'active', 'active', 'waiting']);
    await invite({ capacity: 2 });
    await say(0, false);
    await say(1, false);
    await ada.post(`${evening.url}/imports/${importId}/undo`);
    expect(await standings()).toEqual(['cancelled', 'cancelled', 'active', 'active', 'waiting', 'waiting']);
    expect(await line()).toEqual(order.filter((id) => id !== idOf(evening.students, 1)));
    const people = (await ada.get(`${evening.url}/people`)).json<Attendee[]>();
    expect(people.filter(({ name }) => name.includes('New'))).toEqual([]);
  });

  it('is told to the consoles', async () => {
    const { t, ada, evening, stand } = await hall();
    const socket = await t.socket(`${evening.url}/socket`, ada);
    await socket.settled();
    const before = t.services.evenings.staff(evening.id).changes;
    await stand(idOf(evening.students, 0), { standing: 'cancelled' });
    expect(t.services.evenings.staff(evening.id).changes).toBeGreaterThan(before);
  });
});
