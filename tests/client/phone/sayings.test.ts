import type { Instant } from '@lapwing/shared/kernel/time';
import type { Moment } from '@lapwing/shared/live/state';
import { describe, expect, it } from 'vitest';
import {
  agendaPhase,
  at,
  FULL_TIMINGS,
  momentWith,
  move,
  said,
  stayingRounds,
  stopped,
  studentCard,
  talk,
} from '../../../client/src/gallery/fixtures.ts';
import { phoneView } from '../../../client/src/gallery/phone-fixture.ts';
import { pageTitle } from '../../../client/src/phone/page-title.ts';
import type { PhoneView } from '../../../client/src/phone/phone-view.ts';
import { sayingBetween } from '../../../client/src/phone/sayings.ts';

const view = (moment: Moment, now: Instant, more: Partial<PhoneView> = {}): PhoneView =>
  phoneView(studentCard(), moment, now, more);
const round3 = momentWith(talk(3), 3);
const toRound4 = momentWith(move(4), 3);
const longer = momentWith({ ...talk(3), endsAt: at(35) } as Moment['phase'], 3);

describe('what a screen reader says unasked', () => {
  it('interrupts for a move, once, with the place', () => {
    const start = view(toRound4, at(34));
    expect(sayingBetween(view(round3, at(33, 59)), start)).toEqual({
      how: 'now',
      words: 'Move now. Go to table 3, Crane. Front row, third from the left. 2 minutes.',
    });
    expect(sayingBetween(start, view(toRound4, at(34, 1)))).toBeNull();
  });

  it('says where a round begins, with whom and for how long', () => {
    expect(sayingBetween(view(momentWith(move(3), 2), at(23, 59)), view(round3, at(24)))).toEqual({
      how: 'soon',
      words: 'Round 3 of 6. Table 8, Heron, with Priya Raman. 10 minutes.',
    });
  });

  it('tells those who stay that they stay', () => {
    const staying = { card: studentCard({ rounds: stayingRounds() }) };
    const told = sayingBetween(view(round3, at(33, 59), staying), view(toRound4, at(34), staying));
    expect(told).toEqual({ how: 'soon', words: 'Stay at table 8' });
  });

  it('says half time and the last minute, and nothing in between', () => {
    expect(sayingBetween(view(round3, at(28, 59)), view(round3, at(29)))?.words).toBe('Half time. 5 minutes left.');
    expect(sayingBetween(view(round3, at(32, 59)), view(round3, at(33)))?.words).toBe('1 minute left.');
    expect(sayingBetween(view(round3, at(30)), view(round3, at(30, 1)))).toBeNull();
  });

  it('says when somebody changes the time', () => {
    expect(sayingBetween(view(round3, at(28)), view(longer, at(28)))?.words).toBe('One minute added. 7 minutes left.');
    expect(sayingBetween(view(longer, at(28)), view(round3, at(28)))?.words).toBe('One minute cut. 6 minutes left.');
  });
});

describe('what somebody did or wrote', () => {
  const words = said('Coffee is ready.', at(27));
  const withWords = momentWith(talk(3), 3, { announcement: words });
  const withStop = momentWith(talk(3), 3, { announcement: stopped('', at(27)) });

  it('a message waits for a pause and is said once', () => {
    const before = view(round3, at(26, 59));
    expect(sayingBetween(before, view(withWords, at(27)))).toEqual({ how: 'soon', words: 'Coffee is ready.' });
    expect(sayingBetween(view(withWords, at(27)), view(withWords, at(27, 1)))).toBeNull();
    expect(sayingBetween(view(withWords, at(27, 59)), view(withWords, at(28)))).toBeNull();
  });

  it('a stop interrupts', () => {
    expect(sayingBetween(view(round3, at(26, 59)), view(withStop, at(27)))).toEqual({
      how: 'now',
      words: 'Please stop and listen. Stay where you are.',
    });
  });

  it('a move that was taken back interrupts', () => {
    const back = view(round3, at(33), { sentBack: true });
    expect(sayingBetween(view(toRound4, at(32, 59)), back)).toEqual({
      how: 'now',
      words: 'Go back to table 8, please.',
    });
  });

  it('a seat that changed interrupts when one has to go there now', () => {
    const change = { round: 3, before: 2, after: 8 };
    const now = view(round3, at(27), { news: { kind: 'now', change } });
    expect(sayingBetween(view(round3, at(27)), now)).toEqual({
      how: 'now',
      words: 'Your table changed: go to 8, Heron now.',
    });
    const later = view(round3, at(27), {
      news: { kind: 'changed', change: { ...change, round: 4 }, next: true, more: 0 },
    });
    expect(sayingBetween(view(round3, at(27)), later)?.how).toBe('soon');
    expect(sayingBetween(now, now)).toBeNull();
  });

  it('the agenda and a round that waits are told', () => {
    const rest = momentWith(agendaPhase(2, 34), 3, { timings: FULL_TIMINGS });
    expect(sayingBetween(view(round3, at(33, 59)), view(rest, at(34)))?.words).toBe('Break. 15 minutes.');
    const ready = momentWith({ kind: 'ready', round: 4, since: at(36) }, 3);
    expect(sayingBetween(view(toRound4, at(35, 59)), view(ready, at(36)))?.words).toBe(
      'Table 3, take your seat. Round 4 starts in a moment.',
    );
    expect(sayingBetween(view(ready, at(36)), view(ready, at(36, 1)))).toBeNull();
  });
});

describe('page title', () => {
  it('carries the news', () => {
    expect(pageTitle(view(round3, at(28, 1)))).toBe('Table 8, 6 min left');
    expect(pageTitle(view(toRound4, at(34)))).toBe('Move: table 3');
    expect(pageTitle(view(momentWith({ kind: 'ready', round: 4, since: at(36) }, 3), at(36)))).toBe(
      'Table 3, take your seat',
    );
    const agenda = (item: number) => momentWith(agendaPhase(item, 34), 3, { timings: FULL_TIMINGS });
    expect([1, 2, 3].map((item) => pageTitle(view(agenda(item), at(34))))).toEqual(['Panel', 'Break', 'Free talk']);
    const stop = momentWith(talk(3), 3, { announcement: stopped('', at(27)) });
    expect(pageTitle(view(stop, at(27)))).toBe('Please stop and listen.');
    expect(pageTitle(view(momentWith({ kind: 'doors' }, 0), at(-10)))).toBe('First table: 5');
    expect(pageTitle(view(momentWith({ kind: 'finished', at: at(70) }, 6), at(71)))).toBe('Thank you');
  });
});
