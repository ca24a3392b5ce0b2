import type { EveningSettings } from '@lapwing/shared/event/event';
import { CLOSED_INVITATION, type Invitation } from '@lapwing/shared/event/invitation';
import type { Attendee } from '@lapwing/shared/event/roster';
import type { RegistrationAnswer } from '@lapwing/shared/protocol/registration-api';
import { describe, expect, it } from 'vitest';
import { saveInvitation } from '../../../server/src/db/repositories/invitations.ts';
import { mails } from '../../../server/src/db/schema.ts';
import { mentorSaying, studentSaying } from '../../support/answers.ts';
import { freshKey, makeEvening, opened, type TestEvening } from '../../support/evening-builder.ts';
import { mailerTo } from '../../support/outbox.ts';
import { type TestApp, testApp } from '../../support/test-app.ts';

const key = (): string => freshKey().padEnd(24, '0');
const ann = studentSaying('Ann Example', { industries: ['law'], question: 'How?' });

interface Open {
  t: TestApp;
  evening: TestEvening;
  page: string;
  people(): Attendee[];
  named(name: string): Attendee | undefined;
  sent(): (typeof mails.$inferSelect)[];
}

async function openEvening(invitation: Partial<Invitation> = {}, mailGoesOut = true): Promise<Open> {
  const t = await testApp(mailGoesOut ? { mailer: mailerTo(1) } : {});
  const evening = await makeEvening(t, { students: 2, tables: 2, published: false });
  saveInvitation(t.db, evening.id, { ...CLOSED_INVITATION, open: true, ...invitation });
  const event = t.services.evenings.get(evening.id)?.event;
  const people = (): Attendee[] => [...(t.services.evenings.get(evening.id)?.people.values() ?? [])];
  return {
    ...{ t, evening, people, page: `/e/${event?.code}` },
    named: (name) => people().find((person) => person.name === name),
    sent: () => t.db.select().from(mails).all(),
  };
}

const register = (open: Open, answers: object, withKey = key(), as: 'students' | 'mentors' = 'students') =>
  open.t.stranger().post(`${open.page}/${as}`, { key: withKey, answers });

describe('a student registers', () => {
  it('has a place, and a mail with the evening for the calendar and a place for the link', async () => {
    const open = await openEvening({ contactName: 'Mei', contactEmail: 'mei@example.org' });
    const answer = await register(open, ann);
    expect(answer.json<RegistrationAnswer>()).toEqual({ mailed: true, link: null, keptUntil: null });
    expect(open.named('Ann Example')).toMatchObject({
      ...{
        role: 'student',
        standing: 'active',
        email: 'ann.example@example.org',
        industries: ['law'],
        question: 'How?',
      },
      registration: { adult: true, consents: { run: Math.floor(open.t.clock.now()) } },
    });
    const [mail, ...more] = open.sent();
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ kind: 'confirmation', to: 'ann.example@example.org', state: 'queued' });
    expect(mail?.body).toContain('Hello Ann,');
    expect(mail?.body).toContain('Sunday 22 November 2026, 18:30');
    expect(mail?.body).toContain('{link}');
    expect(mail?.body).toContain('Mei\nmei@example.org');
    expect(mail?.body).not.toMatch(/#[\w-]{20}/u);
    const calendar = mail?.calendar ?? '';
    for (const line of ['METHOD:REQUEST', 'SEQUENCE:0', 'DTSTART:20261122T183000Z', 'DTEND:20261122T190400Z'])
      expect(calendar.split('\r\n')).toContain(line);
    expect(calendar).toContain('DESCRIPTION:{link}');
  });

  it('is told the same, in the same shape, when they are known already; only the mail tells', async () => {
    const open = await openEvening();
    const fresh = await register(open, ann);
    const again = await register(open, {
      ...ann,
      name: 'ANN  EXAMPLE',
      email: ' Ann.Example@example.org',
      course: 'Law',
    });
    expect(again.statusCode).toBe(fresh.statusCode);
    expect(again.body).toBe(fresh.body);
    const told = (headers: object): string[] => Object.keys(headers).filter((name) => !name.startsWith('x-ratelimit'));
    expect(told(again.headers)).toEqual(told(fresh.headers));
    expect(open.people().filter(({ email }) => email === 'ann.example@example.org')).toHaveLength(1);
    // a stranger changes nothing
    expect(open.named('Ann Example')?.course).toBe('');
    expect(open.sent().map(({ kind }) => kind)).toEqual(['confirmation', 'links']);
    expect(open.sent()[1]?.body).toContain('You are registered already');
    await register(open, ann);
    expect(open.sent(), 'one such mail a day').toHaveLength(2);
  });

  it('is registered once, however often the same form is sent', async () => {
    const open = await openEvening();
    const mine = key();
    const answers = await Promise.all([
      register(open, ann, mine),
      register(open, ann, mine),
      register(open, ann, mine),
    ]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
    expect(open.sent()).toHaveLength(1);
    const other = await register(open, { ...ann, name: 'Somebody Else' }, mine);
    expect(other.json()).toMatchObject({ error: { code: 'key-reused' } });
  });

  it('may share an address with somebody of another name', async () => {
    const open = await openEvening();
    await register(open, ann);
    await register(open, { ...ann, name: 'Bob Example' });
    expect(open.named('Bob Example')?.email).toBe(ann.email);
  });

  it('waits when all places are taken, and is told so', async () => {
    const open = await openEvening({ capacity: 3 });
    await register(open, ann);
    await register(open, studentSaying('Ben Late'));
    await register(open, studentSaying('Cem Later'));
    expect(open.named('Ann Example')?.standing).toBe('active');
    expect(open.named('Cem Later')?.standing).toBe('waiting');
    const waiting = open.sent().filter(({ kind }) => kind === 'waitlist');
    expect(waiting.map(({ body }) => /number (\d)/u.exec(body)?.[1])).toEqual(['1', '2']);
    expect(waiting.map(({ calendar }) => calendar)).toEqual(['', '']);
  });

  it('gets the link on the page where no mail can go out; a known one does not', async () => {
    const open = await openEvening({}, false);
    const first = (await register(open, ann)).json<RegistrationAnswer>();
    expect(first.mailed).toBe(false);
    const phone = await opened(open.t.stranger(), first.link ?? '');
    const { id } = open.named('Ann Example') ?? {};
    expect((await phone.get(`/me/${id}/details`)).json()).toMatchObject({ student: { name: 'Ann Example' } });
    expect((await register(open, ann)).json()).toEqual({ mailed: false, link: null, keptUntil: null });
  });

  it('is told which answer is wrong, and nothing is written', async () => {
    const open = await openEvening();
    for (const [answers, field, problem] of [
      [{ ...ann, email: 'ann' }, 'email', 'notAnAddress'],
      [{ ...ann, email: 'ann@-x-.org' }, 'email', 'notAnAddress'],
      [{ ...ann, email: 'ann@example.org\r\nBcc: all@example.org' }, 'email', 'notAnAddress'],
      [{ ...ann, consents: { ...ann.consents, run: false } }, 'consents.run', 'needed'],
    ] as const) {
      const answer = await register(open, answers);
      expect(answer.json()).toEqual({ error: { code: 'bad-request', details: { field, problem } } });
    }
    expect(open.sent()).toEqual([]);
  });

  it('cannot smuggle lines into a mail or a calendar, nor text to strangers', async () => {
    const open = await openEvening();
    await register(open, { ...ann, name: 'Ann\r\nBcc: all@localhost' });
    // no address that a mail program would know, and no first name either
    await register(open, { ...ann, name: 'evil.example Now' });
    const [first, second] = open.sent();
    expect(open.people().map(({ name }) => name)).toContain('Ann Bcc: all@localhost');
    expect(first?.subject).not.toMatch(/[\r\n]/u);
    expect(first?.calendar).not.toMatch(/^Bcc/mu);
    expect(second?.body).toContain('Hello there,');
    expect(second?.body).not.toContain('evil.example');
    expect(second?.calendar).toContain('ATTENDEE');
    expect(second?.calendar.replaceAll('\r\n ', '')).not.toContain('evil.example');
  });

  it('cannot come in where it is closed, past the date, or after the start', async () => {
    const closed = await openEvening({ open: false });
    expect((await register(closed, ann)).json()).toMatchObject({ error: { code: 'registration-closed' } });
    const past = await openEvening();
    past.t.clock.leap(3_600_000 * 3);
    expect((await register(past, ann)).statusCode).toBe(409);
    const dated = await openEvening({ closesAt: 1 as never });
    expect((await register(dated, ann)).statusCode).toBe(409);
  });

  it('names only mentors who stand on the page', async () => {
    const open = await openEvening({ showMentors: true });
    const [shown, hidden] = open.evening.mentors;
    const at = Math.floor(open.t.clock.now());
    const organiser = await open.t.organiser();
    const registration = { ...shown?.registration, consents: { publicCard: at } };
    await organiser.put(`${open.evening.url}/people/${shown?.id}`, { details: { registration } });
    await register(open, { ...ann, wishes: [shown?.id, hidden?.id] });
    expect(open.named('Ann Example')?.registration.wishes).toEqual([shown?.id]);
  });
});

describe('a lecture hall registers', () => {
  it('gets in from one address within a minute; whoever goes on and on is held up', async () => {
    const open = await openEvening();
    const first = await register(open, ann);
    expect(Number(first.headers['x-ratelimit-limit'])).toBeGreaterThanOrEqual(300);
    for (let left = Number(first.headers['x-ratelimit-remaining']); left > 0; left--) {
      expect((await open.t.stranger().post(`${open.page}/students`, {})).statusCode).toBe(400);
    }
    const last = await register(open, studentSaying('Late Comer'));
    expect(last.statusCode).toBe(429);
    expect(last.headers['retry-after']).toBeDefined();
  });

  it('cannot fill one person’s mailbox, and is not told that it is full', async () => {
    const open = await openEvening();
    const codes: number[] = [];
    for (let n = 0; n < 13; n++) codes.push((await register(open, { ...ann, name: `Ann ${n}` })).statusCode);
    expect(new Set(codes)).toEqual(new Set([200]));
    expect(open.sent()).toHaveLength(10);
  });

  it('hears that an address is full where no mail can say it', async () => {
    const open = await openEvening({}, false);
    const codes: number[] = [];
    for (let n = 0; n < 11; n++) codes.push((await register(open, { ...ann, name: `Ann ${n}` })).statusCode);
    expect(codes.slice(-2)).toEqual([200, 429]);
  });
});

describe('a mentor registers', () => {
  const mia = mentorSaying('Mia Mentor');

  it('with a name and an address, and goes on where they began, page by page', async () => {
    const open = await openEvening({ open: false });
    const mine = key();
    expect((await register(open, mia, mine, 'mentors')).json()).toEqual({ mailed: true, link: null, keptUntil: null });
    expect(open.named('Mia Mentor')).toMatchObject({ role: 'mentor', standing: 'active' });
    const [mail] = open.sent();
    expect(mail?.subject).toMatch(/^Say yes, and you are one of our mentors/u);
    expect(mail?.body).toContain('Before that you get no table');
    expect(mail?.calendar).toContain('METHOD:REQUEST');
    const card = { ...mia.card, jobTitle: 'Engineer', company: 'Northlamp' };
    const page = await open.t.stranger().put(`${open.page}/mentors`, { key: mine, answers: { ...mia, card } });
    expect(page.statusCode).toBe(204);
    expect(open.named('Mia Mentor')?.card).toMatchObject({ jobTitle: 'Engineer', company: 'Northlamp' });
    expect(open.sent()).toHaveLength(1);
  });

  it('cannot be written over by a stranger, who is told nothing', async () => {
    const open = await openEvening();
    await register(open, mia, key(), 'mentors');
    const strangers = key();
    const begun = await register(open, mia, strangers, 'mentors');
    expect(begun.json()).toEqual({ mailed: true, link: null, keptUntil: null });
    const card = { ...mia.card, jobTitle: 'Fool' };
    const answer = await open.t.stranger().put(`${open.page}/mentors`, { key: strangers, answers: { ...mia, card } });
    expect(answer.statusCode).toBe(204);
    expect(open.named('Mia Mentor')?.card.jobTitle).toBe('');
  });

  it('writes no more from the form after a day, nor once their own page was used', async () => {
    const open = await openEvening({}, false);
    const mine = key();
    const { link } = (await register(open, mia, mine, 'mentors')).json<RegistrationAnswer>();
    const phone = await opened(open.t.stranger(), link ?? '');
    const { id } = open.named('Mia Mentor') ?? {};
    const card = { ...mia.card, jobTitle: 'Engineer' };
    expect((await phone.put(`/me/${id}/details`, { answers: { ...mia, card } })).statusCode).toBe(200);
    await open.t.stranger().put(`${open.page}/mentors`, { key: mine, answers: mia });
    expect(open.named('Mia Mentor')?.card.jobTitle).toBe('Engineer');
  });
});

describe('what is planted in the forms', () => {
  it('is never in the logs', async () => {
    const open = await openEvening();
    const mark = 'PlantedMarker';
    const answers = studentSaying(`${mark} Name`, {
      email: `${mark}@example.org`,
      question: mark,
      access: mark,
      company: mark,
    });
    await register(open, answers);
    await register(open, { ...answers, email: `${mark}@@` });
    await register(open, { ...answers, consents: { run: mark } });
    await open.t.stranger().get(`${open.page}${mark}`);
    expect(open.named(`${mark} Name`)).toBeDefined();
    expect(JSON.stringify(open.t.log)).not.toContain(mark);
  });
});

describe('an evening that moves', () => {
  it('is told to those who have it in their calendar, once, and only to those who come', async () => {
    const open = await openEvening();
    await register(open, ann);
    await register(open, studentSaying('Ben Example'));
    const organiser = await open.t.organiser();
    const calendars = `${open.evening.url}/outbox/calendars`;
    const stale = async (): Promise<unknown> => (await organiser.get(calendars)).json();
    expect(await stale()).toEqual({ people: 0 });
    const { settings } = (await organiser.get(open.evening.url)).json<{ settings: EveningSettings }>();
    await organiser.put(`${open.evening.url}/settings`, { ...settings, rounds: settings.rounds, roundMinutes: 12 });
    expect(await stale(), 'it ends later').toEqual({ people: 2 });
    await organiser.put(`${open.evening.url}/settings`, settings);
    expect(await stale(), 'taken back before anybody heard').toEqual({ people: 0 });
    const startsAt = settings.startsAt + 3_600_000;
    await organiser.put(`${open.evening.url}/settings`, { ...settings, startsAt });
    await organiser.put(`${open.evening.url}/people/${open.named('Ben Example')?.id}/standing`, {
      standing: 'cancelled',
    });
    expect(await stale()).toEqual({ people: 1 });
    expect((await organiser.post(calendars)).json()).toEqual({ queued: 1 });
    const changed = open.sent().filter(({ kind }) => kind === 'changed');
    expect(changed).toMatchObject([{ to: 'ann.example@example.org', state: 'queued' }]);
    for (const line of ['METHOD:REQUEST', 'SEQUENCE:1', 'DTSTART:20261122T193000Z'])
      expect(changed[0]?.calendar.split('\r\n')).toContain(line);
    expect((await organiser.post(calendars)).json(), 'pressed twice').toEqual({ queued: 0 });
  });
});
