import { CLOSED_INVITATION } from '@lapwing/shared/event/invitation';
import type { Attendee } from '@lapwing/shared/event/roster';
import { instant } from '@lapwing/shared/kernel/time';
import type { InvitationView, StandingAnswer } from '@lapwing/shared/protocol/places-api';
import type { OwnDetails, RegistrationAnswer, WasItYou } from '@lapwing/shared/protocol/registration-api';
import { describe, expect, it } from 'vitest';
import { saveInvitation } from '../../../server/src/db/repositories/invitations.ts';
import { studentSaying } from '../../support/answers.ts';
import { freshKey, opened, partsOfLink } from '../../support/evening-builder.ts';
import { EVENING_START } from '../../support/fake-clock.ts';
import { house, receiverOf } from '../../support/identity-house.ts';
import { delivered, mailerTo, stored } from '../../support/outbox.ts';
import { testApp } from '../../support/test-app.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const addressOf = (name: string): string => `${name.toLowerCase().replace(' ', '.')}@uni.example`;

/** Two places besides that of the student who is there, and a week until the evening. */
async function twoPlaces({ mails = true, startsIn = 7 * DAY } = {}) {
  const at = await house({ mails });
  const begun = Math.floor(EVENING_START);
  const evening = await at.evening({ startsAt: instant(begun + startsIn) });
  const { id, url } = evening.evening;
  saveInvitation(at.t.db, id, { ...CLOSED_INVITATION, open: true, capacity: 3 });
  const register = async (...names: readonly string[]): Promise<void> => {
    for (const name of names) {
      at.t.clock.advance(MINUTE);
      await evening.register(name, addressOf(name));
    }
  };
  const sayYes = async (name: string): Promise<void> => {
    await opened(at.t.stranger(), (await at.mailedTo(addressOf(name))).at(-1) ?? '');
  };
  const subjects = async (name: string): Promise<string[]> => {
    await delivered(at.t);
    return (at.post?.mails ?? [])
      .filter((mail) => receiverOf(mail) === addressOf(name))
      .map(({ subject = '' }) => subject.replace(': Careers Night', ''));
  };
  /** Lets so long pass since the beginning, and the looks after it come. */
  const until = (after: number): void => {
    at.t.clock.leap(begun + after - at.t.clock.now());
    at.t.clock.advance(2 * MINUTE);
  };
  // days pass, and a console that was open then is signed out
  const desk = () => at.t.organiser();
  const stand = async (name: string, change: object): Promise<StandingAnswer> =>
    (await (await desk()).put(`${url}/people/${evening.person(name).id}/standing`, change)).json<StandingAnswer>();
  const standings = (...names: readonly string[]) => names.map((name) => evening.person(name).standing).join(' ');
  const places = async () => (await (await desk()).get(`${url}/invitation`)).json<InvitationView>().places;
  const line = async () =>
    (await places()).line.map((one) => evening.people().find(({ id: other }) => other === one.id)?.name);
  return { ...at, evening, url, register, sayYes, subjects, until, stand, standings, places, line };
}

const LATE = 'You are on the waitlist now';
const KEPT = 'Say yes, and the place is yours';

describe('P15 a place that somebody gets by the form', () => {
  it('is lent until a yes, as their mail and the console say', async () => {
    const { t, evening, register, sayYes, subjects, places } = await twoPlaces();
    await register('Una One');
    const until = t.clock.now() + DAY;
    expect(evening.person('Una One').keptUntil).toBe(Math.floor(until));
    expect((await places()).lends).toBe(true);
    expect(await subjects('Una One')).toEqual([KEPT]);
    await sayYes('Una One');
    expect(evening.person('Una One')).toMatchObject({ standing: 'active', keptUntil: null });
  });

  it('is called lent by the form, the same for known and new, however often it is sent', async () => {
    const { t, evening, register } = await twoPlaces();
    const until = Math.floor(t.clock.now()) + DAY;
    const form = {
      key: freshKey().padEnd(24, '0'),
      answers: { ...studentSaying('Una One'), email: 'una@uni.example' },
    };
    const send = async () => (await t.stranger().post(`/e/${evening.code}/students`, form)).json<RegistrationAnswer>();
    const first = await send();
    expect(first).toEqual({ mailed: true, link: null, keptUntil: until });
    expect((await evening.register('Una One', 'una@uni.example')).json()).toEqual(first);
    t.clock.advance(HOUR);
    expect(await send(), 'as the mail said').toEqual(first);
    expect(evening.person('Una One').keptUntil).toBe(until);
    const mentor = await evening.register('Mia Mentor', 'mia@corp.example', {}, 'mentors');
    expect(mentor.json<RegistrationAnswer>().keptUntil).toBeNull();
    await register('Una Two', 'Wim Wait');
    expect(evening.person('Wim Wait'), 'who waits has none to keep').toMatchObject({ keptUntil: null });
  });

  it('is called lent by the mailed question and on their own page; who waits learns what a yes does', async () => {
    const { t, evening, mailedTo, register } = await twoPlaces();
    await register('Una One', 'Una Two', 'Wim Wait');
    const asks = async (name: string) => {
      const { path, secret } = partsOfLink((await mailedTo(addressOf(name))).at(-1) ?? '');
      return (await t.stranger().post(`${path}/session`, { secret })).json<WasItYou>().asks;
    };
    const own = async (name: string) => {
      const phone = await evening.atDesk(name);
      return (await phone.get(`/me/${evening.person(name).id}/details`)).json<OwnDetails>();
    };
    const { keptUntil } = evening.person('Una One');
    expect(await asks('Una One')).toMatchObject({ keptUntil, waiting: false });
    expect(await own('Una One')).toMatchObject({ keptUntil, asked: false });
    expect(await asks('Wim Wait')).toMatchObject({ keptUntil: null, waiting: true });
    expect(await own('Wim Wait')).toMatchObject({ keptUntil: null, asked: true });
  });

  it('is theirs where there is no limit, or no mail goes out', async () => {
    const dry = await twoPlaces({ mails: false });
    await dry.register('Una One', 'Una Two', 'Una Three');
    expect(dry.evening.person('Una One').keptUntil).toBeNull();
    expect((await dry.places()).lends).toBe(false);
    dry.until(3 * DAY);
    expect(dry.standings('Una One', 'Una Two', 'Una Three')).toBe('active active waiting');
    const ola = { role: 'student', name: 'Ola Hand', standing: 'waiting' };
    await (await dry.t.organiser()).post(`${dry.url}/people`, { details: ola });
    await dry.stand('Una One', { standing: 'cancelled' });
    expect(dry.standings('Una Three', 'Ola Hand'), 'nobody has to answer').toBe('active waiting');
    const free = await house();
    const evening = await free.evening();
    await evening.register('Una One', addressOf('Una One'));
    expect(evening.person('Una One').keptUntil).toBeNull();
  });

  it('is theirs once the limit was taken away, also when there is one again', async () => {
    const { ada, url, evening, register, until, standings, sayYes } = await twoPlaces();
    await register('Una One', 'Una Two', 'Wim Wait');
    const limit = (capacity: number | null) =>
      ada.put(`${url}/invitation`, { invitation: { ...CLOSED_INVITATION, open: true, capacity } });
    await limit(null);
    expect(evening.person('Una One').keptUntil).toBeNull();
    await limit(3);
    await register('Zoe Last');
    await sayYes('Zoe Last');
    until(2 * DAY);
    expect(standings('Una One', 'Una Two', 'Wim Wait', 'Zoe Last')).toBe('active active active waiting');
  });
});

describe('P16 a lent place whose time is over', () => {
  it('stays while nobody waits who said yes, then goes to them, and whoever had it is told once', async () => {
    const { t, post, register, sayYes, subjects, until, standings } = await twoPlaces();
    await register('Una One', 'Una Two', 'Wim Wait');
    until(3 * DAY);
    expect(standings('Una One', 'Una Two', 'Wim Wait')).toBe('active active waiting');
    await sayYes('Wim Wait');
    t.clock.advance(MINUTE);
    expect(standings('Una One', 'Una Two', 'Wim Wait')).toBe('waiting active active');
    expect(await subjects('Wim Wait')).toEqual(['You are on the waitlist', 'You have a place']);
    for (let hour = 0; hour < 30; hour++) t.clock.leap(HOUR);
    expect(await subjects('Una One')).toEqual([KEPT, LATE]);
    const calendars = (post?.mails ?? [])
      .filter((mail) => receiverOf(mail) === addressOf('Una One'))
      .map(({ attachments }) => /METHOD:\w+/u.exec(String(attachments[0]?.content ?? ''))?.[0]);
    expect(calendars, 'it goes from their calendar').toEqual(['METHOD:REQUEST', 'METHOD:CANCEL']);
  });

  it('goes to whom the organiser put on the waitlist', async () => {
    const { ada, url, register, until, standings } = await twoPlaces();
    await register('Una One', 'Una Two');
    await ada.post(`${url}/people`, { details: { role: 'student', name: 'Ola Hand', standing: 'waiting' } });
    until(DAY + 10 * MINUTE);
    expect(standings('Una One', 'Una Two', 'Ola Hand')).toBe('waiting active active');
  });

  it('leaves alone who has their place by hand, by a file or by the organiser’s word, and who is checked in', async () => {
    const at = await twoPlaces();
    const { ada, url, evening, register, sayYes, until, standings, stand } = at;
    saveInvitation(at.t.db, evening.evening.id, { ...CLOSED_INVITATION, open: true, capacity: 6 });
    await register('Una Hand', 'Una File', 'Una Word', 'Una Here', 'Una Last', 'Wim Wait', 'Wim Two');
    await stand('Una Hand', { standing: 'waiting' });
    await stand('Una Hand', { standing: 'active' });
    // Wim had moved up meanwhile: the organiser gave out one more, and has a chair for it
    saveInvitation(at.t.db, evening.evening.id, { ...CLOSED_INVITATION, open: true, capacity: 7 });
    const csv = `Name,Email,Course\nUna File,${addressOf('Una File')},Law\n`;
    const file = Buffer.from(csv);
    const preview = (await ada.upload(`${url}/imports/preview?as=students`, file)).json<{ digest: string }>();
    expect((await ada.upload(`${url}/imports?as=students&digest=${preview.digest}`, file)).statusCode).toBe(200);
    const idOf = (name: string): string => evening.person(name).id;
    await ada.put(`${url}/people/${idOf('Una Word')}`, { details: {}, confirmed: true });
    await ada.put(`${url}/people/${idOf('Una Here')}/presence`, { here: true });
    const lent = evening.people().flatMap(({ name, keptUntil }) => (keptUntil === null ? [] : [name]));
    expect(lent).toEqual(['Una Last', 'Wim Wait']);
    for (const name of ['Wim Wait', 'Wim Two']) await sayYes(name);
    until(2 * DAY);
    expect(standings('Una Hand', 'Una File', 'Una Word', 'Una Here')).toBe('active active active active');
    expect(standings('Una Last', 'Wim Wait', 'Wim Two')).toBe('waiting active active');
  });

  it('stays once the evening has begun', async () => {
    const { register, sayYes, until, standings } = await twoPlaces({ startsIn: 3 * HOUR });
    until(2 * HOUR);
    await register('Una One', 'Una Two', 'Wim Wait');
    await sayYes('Wim Wait');
    until(3 * HOUR + 1);
    expect(standings('Una One', 'Una Two', 'Wim Wait')).toBe('active active waiting');
  });

  it('stays once Start was pressed: who is seated is seated', async () => {
    const { t, evening, register, sayYes, until, standings } = await twoPlaces({ startsIn: 26 * HOUR });
    await register('Una One', 'Una Two', 'Wim Wait');
    await sayYes('Wim Wait');
    expect((await evening.evening.start(await t.organiser())).statusCode).toBe(200);
    until(3 * HOUR);
    expect(standings('Una One', 'Una Two', 'Wim Wait')).toBe('active active waiting');
  });

  it('counts by the earlier of two clocks, ten minutes after a start at the earliest, and is the same case after it', async () => {
    const at = await twoPlaces();
    const { t, post, register, sayYes, until, evening } = at;
    await register('Una One', 'Una Two', 'Wim Wait');
    await sayYes('Wim Wait');
    t.clock.turnWall(EVENING_START - 3 * DAY);
    until(2 * DAY);
    expect(evening.person('Una One').standing, 'the machine’s own clock is behind').toBe('active');
    t.clock.turnWall(t.clock.now());
    await t.close();
    const again = await testApp({ dataDir: t.dataDir, clock: t.clock, mailer: mailerTo(post?.port ?? 0) });
    const standing = (name: string) =>
      [...(again.services.evenings.get(evening.evening.id)?.people.values() ?? [])].find((one) => one.name === name)
        ?.standing;
    t.clock.advance(9 * MINUTE);
    expect(standing('Una One')).toBe('active');
    for (let minute = 0; minute < 30; minute++) t.clock.advance(MINUTE);
    expect([standing('Una One'), standing('Una Two'), standing('Wim Wait')]).toEqual(['waiting', 'active', 'active']);
    await delivered(again);
    expect(stored(again).filter(({ key }) => key.startsWith('late:'))).toHaveLength(1);
    const told = (post?.mails ?? []).filter((mail) => receiverOf(mail) === addressOf('Una One'));
    expect(told.filter(({ subject }) => subject?.startsWith(LATE))).toHaveLength(1);
  });
});

describe('P17 who waits', () => {
  it('comes back by a late yes to where they registered, and takes nothing back from who was told', async () => {
    const { t, register, sayYes, until, standings, stand, line } = await twoPlaces();
    await register('Una One', 'Una Two', 'Wim Wait', 'Wim Two');
    for (const name of ['Una Two', 'Wim Wait', 'Wim Two']) await sayYes(name);
    until(DAY + 10 * MINUTE);
    expect(standings('Una One', 'Una Two', 'Wim Wait', 'Wim Two')).toBe('waiting active active waiting');
    expect(await line(), 'who said yes stands first').toEqual(['Wim Two', 'Una One']);
    await sayYes('Una One');
    expect(await line()).toEqual(['Una One', 'Wim Two']);
    t.clock.advance(HOUR);
    expect(standings('Una One', 'Wim Wait'), 'the place stays with who has it').toBe('waiting active');
    await stand('Wim Wait', { standing: 'cancelled' });
    expect(standings('Una One', 'Wim Two')).toBe('active waiting');
  });

  it('moves up unanswered only where nobody else waits, for a time again, and not once they were late', async () => {
    const { evening, register, subjects, sayYes, until, standings, stand } = await twoPlaces();
    await register('Una One', 'Una Two', 'Wim Wait');
    await stand('Una One', { standing: 'cancelled' });
    expect(standings('Wim Wait')).toBe('active');
    expect(evening.person('Wim Wait').keptUntil).toBeGreaterThan(0);
    expect((await subjects('Wim Wait')).at(-1)).toBe(KEPT);
    await register('Zoe Yes');
    await sayYes('Zoe Yes');
    await sayYes('Una Two');
    until(DAY + 20 * MINUTE);
    expect(standings('Una Two', 'Zoe Yes', 'Wim Wait')).toBe('active active waiting');
    await stand('Zoe Yes', { standing: 'cancelled' });
    expect(standings('Wim Wait'), 'late: not before a yes').toBe('waiting');
    await register('New Comer');
    expect(standings('New Comer'), 'and holds nobody up').toBe('active');
    await stand('New Comer', { standing: 'cancelled' });
    await sayYes('Wim Wait');
    expect(standings('Wim Wait'), 'at once by the yes').toBe('active');
    expect((await subjects('Wim Wait')).slice(-2)).toEqual([LATE, 'You have a place']);
  });

  it('stands as before when the organiser takes a change back', async () => {
    const { evening, register, stand } = await twoPlaces();
    await register('Una One');
    const { keptUntil } = evening.person('Una One') as Attendee;
    const out = await stand('Una One', { standing: 'cancelled' });
    expect(evening.person('Una One').keptUntil).toBeNull();
    await stand('Una One', { ...out.before, movedUp: out.movedUp });
    expect(evening.person('Una One').keptUntil, 'lent again, as they were told').toBe(keptUntil);
    await stand('Una One', { standing: 'active' });
    expect(evening.person('Una One').keptUntil, 'given by hand').toBeNull();
  });
});
