import type { Attendee } from '@lapwing/shared/event/roster';
import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import { morningAfter } from '@lapwing/shared/privacy/retention';
import type { OwnPicks, Pick } from '@lapwing/shared/protocol/introductions-api';
import type { Response } from 'light-my-request';
import { linksEndFrom } from '../../server/src/services/session-service.ts';
import { makeEvening, SETTINGS, type Size, type TestEvening } from './evening-builder.ts';
import { type TestApp, type TestAppOptions, testApp } from './test-app.ts';
import type { Caller } from './test-caller.ts';

export const MINUTE = 60_000;
/** From *Start*, in milliseconds: three rounds of 10 minutes with 2 to move, one lead before. */
export const LAST_BELL = 34 * MINUTE + 2_500;
/** A line that stands nowhere else. */
export const SAID = 'QzPickZq';

export interface EveningOfPicks {
  readonly t: TestApp;
  readonly ada: Caller;
  readonly evening: TestEvening;
  /** Two students at the table of `max` in round 1. */
  readonly ann: Attendee;
  readonly bob: Attendee;
  readonly max: Attendee;
  readonly mia: Attendee;
  /** The mentor of Ann's second table. */
  readonly notYet: Attendee;
  readonly phones: ReadonlyMap<AttendeeId, Caller>;
  readonly morning: number;
  /** Until when wishes can be said. */
  readonly untilEnd: number;
  start(): Promise<void>;
  /** One person says something of another, now: a wish to be introduced, unless told otherwise. */
  say(by: Attendee, about: Attendee, more?: Partial<Pick> | object): Promise<Response>;
  own(who: Attendee): Promise<OwnPicks>;
  /** Agrees that the address goes to the other side. */
  agree(...people: readonly Attendee[]): Promise<void>;
}

const must = <Value>(value: Value | undefined): Value => {
  if (value === undefined) throw new Error('somebody is missing');
  return value;
};

/** An evening whose first round talks, with everybody's phone open. */
export async function eveningOfPicks(
  size: Size = {},
  started = true,
  options: TestAppOptions = {},
): Promise<EveningOfPicks> {
  const t = await testApp(options);
  const ada = await t.organiser();
  const evening = await makeEvening(t, size);
  const everybody = [...evening.students, ...evening.mentors];
  const phones = new Map<AttendeeId, Caller>();
  for (const one of everybody) phones.set(one.id, await evening.phone(one));
  const ann = must(evening.students[0]);
  const line = must(t.services.evenings.lines(evening.id).get(ann.id));
  const mentorOf = (round: number): Attendee =>
    must(evening.mentors.find(({ id }) => line[round - 1]?.meets.includes(id)));
  const max = mentorOf(1);
  const notYet = mentorOf(2);
  const atTable = t.services.evenings.lines(evening.id).get(max.id)?.[0]?.meets ?? [];
  const bob = must(evening.students.find(({ id }) => id !== ann.id && atTable.includes(id)));
  const mia = must(evening.mentors.find(({ id }) => id !== max.id && id !== notYet.id));
  const start = async (): Promise<void> => {
    const answer = await evening.start(ada);
    if (answer.statusCode !== 200) throw new Error(answer.body);
  };
  if (started) {
    await start();
    t.clock.advance(MINUTE);
  }
  const phone = (who: Attendee): Caller => phones.get(who.id) ?? t.stranger();
  return {
    ...{ t, ada, evening, ann, bob, max, mia, notYet, phones, start },
    morning: morningAfter({ ...SETTINGS, ...size.settings }),
    untilEnd: linksEndFrom({ ...SETTINGS, ...size.settings }),
    say: (by, about, more = {}) =>
      phone(by).put(`/me/${by.id}/picks/${about.id}`, {
        ...{ star: false, wish: 'introduce', line: '', to: null, at: Math.floor(t.clock.now()) },
        ...more,
      }),
    own: async (who) => (await phone(who).get(`/me/${who.id}/picks`)).json<OwnPicks>(),
    async agree(...people) {
      for (const one of people) await phone(one).put(`/me/${one.id}/introductions`, { consent: true });
    },
  };
}
