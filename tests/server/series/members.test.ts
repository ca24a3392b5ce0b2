import { EMPTY_REGISTRATION, type Registration } from '@lapwing/shared/event/registration';
import type { AttendeeDetails } from '@lapwing/shared/event/roster';
import { EMPTY_CARD } from '@lapwing/shared/event/roster';
import type { EventId, MemberId } from '@lapwing/shared/kernel/ids';
import { ok } from '@lapwing/shared/kernel/result';
import { instant, minutes } from '@lapwing/shared/kernel/time';
import { describe, expect, it } from 'vitest';
import { type AttendeeRow, findAttendee } from '../../../server/src/db/repositories/attendees.ts';
import { findMember } from '../../../server/src/db/repositories/members.ts';
import { transact } from '../../../server/src/db/transact.ts';
import { createEvent, deleteEvent, emptyFloor, restoreEvent } from '../../../server/src/services/event-service.ts';
import { pastMentors, rememberCard } from '../../../server/src/services/member-service.ts';
import { changePerson, enrol } from '../../../server/src/services/roster-service.ts';
import { mentor, SETTINGS, student } from '../../support/evening-builder.ts';
import { type TestApp, testApp } from '../../support/test-app.ts';

const KEPT: Registration = { ...EMPTY_REGISTRATION, consents: { run: instant(1), keep: instant(1) } };

function event(t: TestApp, name = 'First night', startsAt = SETTINGS.startsAt): EventId {
  return createEvent(t.services, { ...SETTINGS, name, startsAt }, emptyFloor(2, 4));
}

function enrolled(t: TestApp, id: EventId, details: AttendeeDetails): AttendeeRow {
  const added = transact<AttendeeRow, never>(t.db, (tx) => ok(enrol(t.services, tx, id, details)));
  if (!added.ok) throw new Error('refused');
  return added.value;
}

function memberOf({ memberId }: AttendeeRow): MemberId {
  if (memberId === null) throw new Error('no member');
  return memberId;
}

const aisha = (more: Partial<AttendeeDetails> = {}): AttendeeDetails =>
  student('Aisha Khan', { email: 'aisha@example.org', registration: KEPT, ...more });

describe('people across events', () => {
  it('who agreed to be kept is the same member at the next event, however name and address are written', async () => {
    const t = await testApp();
    const first = enrolled(t, event(t), aisha());
    t.clock.advance(minutes(60));
    const again = enrolled(
      t,
      event(t),
      aisha({ name: 'AÏSHA  KHAN', email: ' Aisha@Example.org', registration: EMPTY_REGISTRATION }),
    );
    expect(first.memberId).not.toBeNull();
    expect(again.memberId).toBe(first.memberId);
    const member = findMember(t.db, memberOf(again));
    expect(member?.lastSeenAt, 'seen again').toBe((member?.createdAt ?? 0) + 3_600_000);
  });

  it('nobody becomes a member who did not agree, has no address, or has only the address in common', async () => {
    const t = await testApp();
    const id = event(t);
    const first = enrolled(t, id, aisha());
    expect(enrolled(t, id, student('Ben Ode', { email: 'ben@example.org' })).memberId).toBeNull();
    expect(enrolled(t, id, student('Aisha Khan', { registration: KEPT })).memberId).toBeNull();
    const sister = enrolled(t, id, aisha({ name: 'Mina Khan' }));
    expect(sister.memberId).not.toBeNull();
    expect(sister.memberId).not.toBe(first.memberId);
  });

  it('a name that is put right stays the same member; another name and address are somebody else', async () => {
    const t = await testApp();
    const id = event(t);
    const row = enrolled(t, id, aisha());
    const memberNow = () => findAttendee(t.db, id, row.id)?.memberId;
    changePerson(t.services, id, row.id, { name: 'Aisha Kahn' }, 'Ada');
    expect(memberNow()).toBe(row.memberId);
    expect(enrolled(t, event(t), aisha({ name: 'Aisha Kahn' })).memberId).toBe(row.memberId);
    changePerson(t.services, id, row.id, { name: 'Omar Said', email: 'omar@example.org' }, 'Ada');
    expect(memberNow()).not.toBe(row.memberId);
  });

  it('who takes the consent back is off file, at every event', async () => {
    const t = await testApp();
    const [one, other] = [event(t), event(t)];
    const row = enrolled(t, one, aisha());
    const again = enrolled(t, other, aisha());
    changePerson(t.services, other, again.id, { registration: EMPTY_REGISTRATION }, 'Ada');
    expect(findMember(t.db, memberOf(row))).toBeUndefined();
    expect([row, again].map(({ eventId, id }) => findAttendee(t.db, eventId, id)?.memberId)).toEqual([null, null]);
  });

  it('past mentors come with their latest name, event and card; a deleted event is none', async () => {
    const t = await testApp();
    const card = { ...EMPTY_CARD, jobTitle: 'Vet', company: 'Paws' };
    const early = event(t, 'Spring night');
    const late = event(t, 'Autumn night', instant(SETTINGS.startsAt + 86_400_000));
    const zoe = (name: string): AttendeeDetails => mentor(name, { email: 'zoe@example.org', registration: KEPT, card });
    const row = enrolled(t, early, zoe('Zoe Ray'));
    enrolled(t, late, zoe('Zoë Ray'));
    enrolled(t, early, aisha());
    const found = { memberId: row.memberId, name: 'Zoë Ray', card, introductionsPerMonth: null };
    expect(pastMentors(t.services)).toMatchObject([{ ...found, lastEvent: { name: 'Autumn night' } }]);
    const wiser = { ...card, jobTitle: 'Head vet' };
    transact(t.db, (tx) => ok(rememberCard(tx, memberOf(row), wiser, 3)));
    deleteEvent(t.services, late);
    expect(pastMentors(t.services)).toMatchObject([
      { name: 'Zoe Ray', card: wiser, introductionsPerMonth: 3, lastEvent: { name: 'Spring night' } },
    ]);
    restoreEvent(t.services, late);
    expect(pastMentors(t.services)[0]?.lastEvent.id).toBe(late);
  });
});
