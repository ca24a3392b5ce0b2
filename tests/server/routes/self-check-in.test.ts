import type { Attendee } from '@lapwing/shared/event/roster';
import type { ErrorAnswer, EventDetail } from '@lapwing/shared/protocol/api';
import type { PersonalCard } from '@lapwing/shared/protocol/messages';
import { describe, expect, it } from 'vitest';
import { makeEvening } from '../../support/evening-builder.ts';
import { testApp } from '../../support/test-app.ts';
import type { Caller } from '../../support/test-caller.ts';

const code = (answer: { json<T>(): T }): string => answer.json<ErrorAnswer>().error.code;

async function onAPhone(startsIn = 1_800_000) {
  const t = await testApp();
  const ada = await t.organiser();
  const startsAt = (Math.floor(t.clock.now()) + startsIn) as never;
  const evening = await makeEvening(t, { settings: { startsAt } });
  const aisha = evening.students[0] as Attendee;
  const phone = await evening.phone(aisha);
  const event = (await ada.get(evening.url)).json<EventDetail>();
  const say = (typed: string, from: Caller = phone) => from.put(`/me/${aisha.id}/here`, { code: typed });
  const desk = (here: boolean) => ada.put(`${evening.url}/people/${aisha.id}/presence`, { here });
  const checkedInAt = async (): Promise<number | null | undefined> =>
    (await ada.get(`${evening.url}/people`)).json<Attendee[]>().find(({ id }) => id === aisha.id)?.checkedInAt;
  return { t, ada, evening, aisha, phone, event, say, desk, checkedInAt };
}

describe('"I am here" on one’s own phone', () => {
  it('checks in with the code on the wall, however it is typed, once', async () => {
    const { t, event, say, checkedInAt } = await onAPhone();
    const said = await say(` ${event.roomCode.slice(0, 2).toLowerCase()} ${event.roomCode.slice(2)} `);
    expect(said.statusCode, said.body).toBe(200);
    const { card } = said.json<{ card: PersonalCard }>();
    expect(card.checkedIn).toBe(true);
    expect(card.rounds[0]?.table).toBeTypeOf('number');
    const since = await checkedInAt();
    expect(since).toBe(Math.floor(t.clock.now()));
    t.clock.advance(60_000);
    expect((await say('whatever')).statusCode, 'who is here is here').toBe(200);
    expect(await checkedInAt()).toBe(since);
  });

  it('is refused with a wrong code, ten times a minute, and for nobody else’s page', async () => {
    const { t, say, checkedInAt } = await onAPhone();
    const wrong = await say('AAAA');
    expect([wrong.statusCode, code(wrong)]).toEqual([422, 'wrong-event-code']);
    for (let tries = 0; tries < 9; tries++) await say('AAAA');
    const late = await say('AAAA');
    expect([late.statusCode, code(late)]).toEqual([429, 'too-many-requests']);
    expect((await say('AAAA', t.stranger())).statusCode).toBe(404);
    expect(await checkedInAt()).toBeNull();
  });

  it('does not bring back whom the desk checked out, until they come to the desk', async () => {
    const { event, say, desk, checkedInAt } = await onAPhone();
    await say(event.roomCode);
    await desk(false);
    const again = await say(event.roomCode);
    expect([again.statusCode, code(again)]).toEqual([409, 'come-to-desk']);
    expect(await checkedInAt()).toBeNull();
    await desk(true);
    expect(await checkedInAt()).not.toBeNull();
    expect((await say(event.roomCode)).statusCode).toBe(200);
  });

  it('can be switched off, and every phone and a copy of the event know it', async () => {
    const { ada, evening, event, phone, aisha, say } = await onAPhone();
    const card = async (): Promise<PersonalCard> =>
      (await phone.get(`/me/${aisha.id}/opening`)).json<{ card: PersonalCard }>().card;
    expect(await card()).toMatchObject({ selfCheckIn: true, badgeCode: aisha.badgeCode });
    const off = await ada.put(`${evening.url}/self-check-in`, { on: false });
    expect(off.json<EventDetail>().selfCheckIn).toBe(false);
    expect(code(await say(event.roomCode))).toBe('self-check-in-off');
    expect((await card()).selfCheckIn).toBe(false);
    expect((await ada.post(`${evening.url}/copy`, {})).json<EventDetail>().selfCheckIn).toBe(false);
    await ada.put(`${evening.url}/self-check-in`, { on: true });
    expect((await say(event.roomCode)).statusCode).toBe(200);
  });

  it('is for the evening at the door: not the day before, not after Start, not from the waitlist', async () => {
    const early = await onAPhone(86_400_000);
    expect(code(await early.say(early.event.roomCode))).toBe('too-early');
    const { ada, evening, event, say, aisha } = await onAPhone();
    await ada.put(`${evening.url}/people/${aisha.id}`, { details: { standing: 'waiting' } });
    expect(code(await say(event.roomCode))).toBe('come-to-desk');
    await ada.put(`${evening.url}/people/${aisha.id}`, { details: { standing: 'active' } });
    await evening.start(ada);
    expect(code(await say(event.roomCode))).toBe('not-now');
  });
});
