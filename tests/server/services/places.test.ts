import { CLOSED_INVITATION } from '@lapwing/shared/event/invitation';
import type { AttendeeRole, Standing } from '@lapwing/shared/event/roster';
import type { AttendeeId, EventId } from '@lapwing/shared/kernel/ids';
import { ok } from '@lapwing/shared/kernel/result';
import { asc, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { findAttendee } from '../../../server/src/db/repositories/attendees.ts';
import { saveInvitation } from '../../../server/src/db/repositories/invitations.ts';
import { saveStanding } from '../../../server/src/db/repositories/standings.ts';
import { mails } from '../../../server/src/db/schema.ts';
import { transact } from '../../../server/src/db/transact.ts';
import { somebodyCancelled, standingOfNewcomer } from '../../../server/src/services/places-service.ts';
import { countPlacesLeft } from '../../../server/src/services/public-places.ts';
import { enrol } from '../../../server/src/services/roster-service.ts';
import { makeEvening, mentor, student } from '../../support/evening-builder.ts';
import { type TestApp, testApp } from '../../support/test-app.ts';

function capacity(t: TestApp, eventId: EventId, chairs: number | null, overbookPercent = 0): void {
  saveInvitation(t.db, eventId, { ...CLOSED_INVITATION, capacity: chairs, overbookPercent });
}

/** As the public page does it: the standing is asked for in the transaction that writes the person down. */
function register(t: TestApp, eventId: EventId, name: string, role: AttendeeRole = 'student'): AttendeeId {
  t.clock.advance(1_000);
  const added = transact<AttendeeId, never>(t.db, (tx) => {
    const standing = standingOfNewcomer(t.services, tx, eventId, role);
    const email = `${name.toLowerCase()}@example.org`;
    const details = { ...(role === 'mentor' ? mentor(name) : student(name)), email, standing };
    return ok(enrol(t.services, tx, eventId, details).id);
  });
  if (!added.ok) throw new Error('nobody was added');
  return added.value;
}

function cancel(t: TestApp, eventId: EventId, id: AttendeeId): void {
  transact(t.db, (tx) => {
    saveStanding(tx, eventId, id, 'cancelled', null);
    somebodyCancelled(t.services, tx, eventId, id);
    return ok(undefined);
  });
}

const standing = (t: TestApp, eventId: EventId, id: AttendeeId): Standing | undefined =>
  findAttendee(t.db, eventId, id)?.standing;

const promotions = (t: TestApp): string[] =>
  t.db
    .select()
    .from(mails)
    .where(eq(mails.kind, 'promoted'))
    .orderBy(asc(mails.createdAt))
    .all()
    .map(({ to }) => to);

const evening = (t: TestApp) => makeEvening(t, { students: 0, published: false });

describe('places', () => {
  it('are given to whoever comes first; who comes later waits, mentors never do', async () => {
    const t = await testApp();
    const { id } = await evening(t);
    expect(countPlacesLeft(t.db, id)).toBeNull();
    capacity(t, id, 2, 50);
    expect(countPlacesLeft(t.db, id)).toBe(3);
    const people = ['Ann', 'Ben', 'Cy', 'Dee'].map((name) => register(t, id, name));
    expect(people.map((person) => standing(t, id, person))).toEqual(['active', 'active', 'active', 'waiting']);
    expect(countPlacesLeft(t.db, id)).toBe(0);
    expect(standing(t, id, register(t, id, 'Max', 'mentor'))).toBe('active');
  });

  it('that become free go to the next in line with a mail, once for each cancellation', async () => {
    const t = await testApp();
    const { id } = await evening(t);
    capacity(t, id, 1);
    const [ann, ben, cy] = ['Ann', 'Ben', 'Cy'].map((name) => register(t, id, name)) as [
      AttendeeId,
      AttendeeId,
      AttendeeId,
    ];
    cancel(t, id, ann);
    cancel(t, id, ann);
    expect(standing(t, id, ben)).toBe('active');
    expect(standing(t, id, cy)).toBe('waiting');
    expect(promotions(t)).toEqual(['ben@example.org']);
    t.clock.advance(1_000);
    cancel(t, id, ben);
    expect(standing(t, id, cy)).toBe('active');
    expect(promotions(t)).toEqual(['ben@example.org', 'cy@example.org']);
  });

  it('are not given away by a mentor who drops, nor when there is no limit', async () => {
    const t = await testApp();
    const { id, mentors } = await evening(t);
    capacity(t, id, 1);
    register(t, id, 'Ann');
    const ben = register(t, id, 'Ben');
    if (mentors[0]) cancel(t, id, mentors[0].id);
    expect(standing(t, id, ben)).toBe('waiting');
    capacity(t, id, null);
    cancel(t, id, register(t, id, 'Cy'));
    expect(standing(t, id, ben), 'the organiser keeps this waitlist by hand').toBe('waiting');
  });

  it('stay as they are once the evening has begun, and when it is over', async () => {
    const t = await testApp();
    const ada = await t.organiser();
    const { id, start, students } = await makeEvening(t);
    capacity(t, id, 6);
    const late = register(t, id, 'Late');
    expect(standing(t, id, late)).toBe('waiting');
    await start(ada);
    for (const person of students.slice(0, 2)) cancel(t, id, person.id);
    expect(standing(t, id, late)).toBe('waiting');

    const past = await evening(t);
    capacity(t, past.id, 1);
    const [ann, ben] = ['Ann', 'Ben'].map((name) => register(t, past.id, name)) as [AttendeeId, AttendeeId];
    t.clock.leap(86_400_000);
    cancel(t, past.id, ann);
    expect(standing(t, past.id, ben)).toBe('waiting');
  });
});
