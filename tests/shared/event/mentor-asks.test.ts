import {
  askOrder,
  type MentorAsk,
  nearness,
  paceOf,
  placeState,
  type Reserve,
  whomToAskNow,
} from '@lapwing/shared/event/mentor-asks';
import { attendeeId } from '@lapwing/shared/kernel/ids';
import { type Duration, instant, minutes } from '@lapwing/shared/kernel/time';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const HOUR = minutes(60);
const leaver = { id: attendeeId('leaver'), field: { industry: 'Health', roles: ['Nurse'] } };
const reserve = (id: string, industry = '', roles: readonly string[] = [], since = 0): Reserve => ({
  id: attendeeId(id),
  since: instant(since),
  field: { industry, roles },
});
const ask = (who: string, answer: MentorAsk['answer'], over: Partial<MentorAsk> = {}): MentorAsk => ({
  id: `ask-${who}`,
  attendeeId: attendeeId(who),
  insteadOf: leaver.id,
  askedAt: instant(0),
  answer,
  ...over,
});
const askNow = (people: readonly Reserve[], asks: readonly MentorAsk[], now: number, untilStart: number) =>
  whomToAskNow({ leaver, reserve: people, asks, now: instant(now), startsAt: instant(now + untilStart) }).map(
    ({ id }) => id as string,
  );

const DAY = 24 * HOUR;
const people = [
  reserve('any', 'Law', ['Judge'], 1),
  reserve('role', 'Law', ['nurse'], 2),
  reserve('field-late', ' health ', [], 4),
  reserve('field-soon', 'Health', [], 3),
];

describe('reserve mentors', () => {
  it('of the same industry come first, then of the same role, then anybody, each by who waits longest', () => {
    expect(askOrder(leaver.field, people).map(({ id }) => id)).toEqual(['field-soon', 'field-late', 'role', 'any']);
    expect(nearness({ industry: '', roles: [] }, { industry: '', roles: [] })).toBe('none');
  });

  it('are asked one after the other while there is time, several at once and faster near the start', () => {
    const paces = [10, 3, 1.5, 0.5, 0.05].map((days) => paceOf((days * DAY) as Duration));
    expect(paces.map(({ atOnce }) => atOnce)).toEqual([1, 1, 2, 3, 5]);
    expect(paces.map(({ patience }) => patience / HOUR)).toEqual([24, 8, 3, 1, 0.25]);
    expect(askNow(people, [], 0, 10 * DAY)).toEqual(['field-soon']);
    expect(askNow(people, [], 0, HOUR)).toEqual(['field-soon', 'field-late', 'role', 'any']);
  });

  it('who do not answer in time are not waited for, and not asked again', () => {
    const asked = [ask('field-soon', null)];
    expect(askNow(people, asked, 23 * HOUR, 10 * DAY)).toEqual([]);
    expect(askNow(people, asked, 24 * HOUR, 10 * DAY)).toEqual(['field-late']);
    expect(askNow(people, [ask('field-soon', 'no')], 1, 10 * DAY), 'a no asks the next at once').toEqual([
      'field-late',
    ]);
  });

  it('are left alone when the place is filled, asking was stopped, or they are busy or away', () => {
    expect(askNow(people, [ask('role', 'yes')], 0, HOUR)).toEqual([]);
    expect(askNow(people, [ask('role', 'too-late')], 0, HOUR)).toEqual([]);
    const elsewhere = { insteadOf: attendeeId('somebody-else') };
    const busy = [ask('field-soon', null, elsewhere), ask('field-late', 'no', elsewhere)];
    expect(askNow(people, busy, 0, 10 * DAY)).toEqual(['role']);
    expect(askNow(people, [ask('field-soon', 'too-late', elsewhere)], 0, 10 * DAY)).toEqual(['field-soon']);
  });

  it('tell how it stands with a place', () => {
    expect(placeState([])).toBe('nobody-left');
    expect(placeState([ask('a', 'no'), ask('b', null)])).toBe('asking');
    expect(placeState([ask('a', 'too-late'), ask('b', 'yes')])).toBe('filled');
    expect(placeState([ask('a', 'no'), ask('b', 'too-late')])).toBe('stopped');
  });

  it('are never asked twice for one place, never more than the pace has it, and all in the end', () => {
    const someone = fc.record({
      id: fc.string({ minLength: 1, maxLength: 3 }),
      industry: fc.constantFrom('Health', 'Law', ''),
      since: fc.nat(5),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(someone, { selector: ({ id }) => id, maxLength: 12 }),
        fc.integer({ min: 0, max: 20 * DAY }),
        (some, untilStart) => {
          const pool = some.map(({ id, industry, since }) => reserve(id, industry, [], since));
          const startsAt = instant(untilStart);
          const asks: MentorAsk[] = [];
          let now = 0;
          for (let turn = 0; turn < 40; turn++) {
            const { atOnce, patience } = paceOf((startsAt - now) as Duration);
            const next = whomToAskNow({ leaver, reserve: pool, asks, now: instant(now), startsAt });
            expect(next.length).toBeLessThanOrEqual(atOnce);
            asks.push(...next.map(({ id }) => ask(id, null, { askedAt: instant(now) })));
            now += patience;
          }
          const asked = asks.map((one) => one.attendeeId as string);
          expect(new Set(asked).size).toBe(asked.length);
          expect(asked.length).toBe(pool.length);
        },
      ),
    );
  });
});
