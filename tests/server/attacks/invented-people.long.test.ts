import { CLOSED_INVITATION } from '@lapwing/shared/event/invitation';
import { instant } from '@lapwing/shared/kernel/time';
import { describe, expect, it } from 'vitest';
import { saveInvitation } from '../../../server/src/db/repositories/invitations.ts';
import { opened } from '../../support/evening-builder.ts';
import { EVENING_START } from '../../support/fake-clock.ts';
import { house, receiverOf } from '../../support/identity-house.ts';
import { delivered } from '../../support/outbox.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const LIMIT = 40;
const invented = (n: number): string => `Junk ${String.fromCodePoint(97 + Math.floor(n / 26), 97 + (n % 26))}`;
const addressOf = (name: string): string => `${name.toLowerCase().replace(' ', '.')}@nowhere.example`;
const REAL = ['Nina Target', 'Omar Real', 'Pia Real', 'Quentin Real', 'Rosa Real'];

/** A stranger's names have every place of an evening, and five people who mean it come an hour later. */
async function fullOfNobody(startsIn = 10 * DAY) {
  const at = await house();
  const evening = await at.evening({ startsAt: instant(Math.floor(EVENING_START) + startsIn) });
  // one place is that of the student who was made with the evening
  saveInvitation(at.t.db, evening.evening.id, { ...CLOSED_INVITATION, open: true, capacity: LIMIT + 1 });
  const register = async (name: string): Promise<void> => {
    expect((await evening.register(name, addressOf(name))).statusCode).toBe(200);
  };
  for (let n = 0; n < LIMIT; n++) await register(invented(n));
  const begun = at.t.clock.now();
  at.t.clock.leap(HOUR);
  for (const name of REAL) await register(name);
  const sayYes = async (name: string): Promise<void> => {
    await opened(at.t.stranger(), (await at.mailedTo(addressOf(name))).at(-1) ?? '');
  };
  const subjects = async (name: string): Promise<string[]> => {
    await delivered(at.t);
    const theirs = (at.post?.mails ?? []).filter((mail) => receiverOf(mail) === addressOf(name));
    return theirs.map(({ subject = '' }) => subject);
  };
  const standing = (name: string) => evening.person(name).standing;
  const pastDue = (after = DAY): void => at.t.clock.leap(begun + after + 2 * MINUTE - at.t.clock.now());
  const losers = () =>
    Array.from({ length: LIMIT }, (_, n) => invented(n)).filter((name) => standing(name) !== 'active');
  return { ...at, evening, register, sayYes, subjects, standing, pastDue, losers };
}

describe('P16 a stranger who fills an evening with invented names', () => {
  it('keeps out nobody who says yes: within a day five real people have places, and five invented ones wait', async () => {
    const { evening, sayYes, standing, pastDue, losers, subjects } = await fullOfNobody();
    expect(REAL.map(standing), 'the evening is full').toEqual(REAL.map(() => 'waiting'));
    for (const name of REAL) await sayYes(name);
    expect(REAL.map(standing), 'the time of nobody is over').toEqual(REAL.map(() => 'waiting'));
    pastDue();
    expect(REAL.map(standing)).toEqual(REAL.map(() => 'active'));
    expect(losers(), 'no more than are waited for').toHaveLength(REAL.length);
    expect(evening.people().filter((one) => one.role === 'student' && one.standing === 'active')).toHaveLength(41);
    for (const name of REAL) expect((await subjects(name)).at(-1)).toBe('You have a place: Careers Night');
    for (const name of losers())
      expect(await subjects(name)).toEqual([
        'Say yes, and the place is yours: Careers Night',
        'You are on the waitlist now: Careers Night',
      ]);
  });

  it('gains nothing by more names, nor by having registered first: nobody unanswered passes who said yes', async () => {
    const { t, register, sayYes, standing, pastDue, losers } = await fullOfNobody();
    for (let n = LIMIT; n < 2 * LIMIT; n++) await register(invented(n));
    await register('Late Real');
    for (const name of ['Late Real', ...REAL]) await sayYes(name);
    pastDue();
    expect(['Late Real', ...REAL].map(standing)).toEqual(Array(6).fill('active'));
    const more = Array.from({ length: LIMIT }, (_, n) => invented(LIMIT + n));
    expect(more.map(standing)).toEqual(more.map(() => 'waiting'));
    const lost = losers();
    for (let day = 0; day < 3; day++) t.clock.leap(DAY);
    expect(losers(), 'nobody waits any more, so nobody else loses anything').toEqual(lost);
  });

  it('holds up nobody for more than two hours in the last two days', async () => {
    const { sayYes, standing, pastDue } = await fullOfNobody(30 * HOUR);
    for (const name of REAL) await sayYes(name);
    pastDue(2 * HOUR);
    expect(REAL.map(standing)).toEqual(REAL.map(() => 'active'));
  });
});
