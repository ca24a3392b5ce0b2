import type { Instant } from '@lapwing/shared/kernel/time';
import type { Moment } from '@lapwing/shared/live/state';
import { describe, expect, it } from 'vitest';
import { at, momentWith, move, stayingRounds, studentCard, talk } from '../../../client/src/gallery/fixtures.ts';
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
    const said = sayingBetween(view(round3, at(33, 59), staying), view(toRound4, at(34), staying));
    expect(said).toEqual({ how: 'soon', words: 'Stay at table 8' });
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

describe('page title', () => {
  it('carries the news', () => {
    expect(pageTitle(view(round3, at(28, 1)))).toBe('Table 8, 6 min left');
    expect(pageTitle(view(toRound4, at(34)))).toBe('Move: table 3');
    expect(pageTitle(view(momentWith({ kind: 'doors' }, 0), at(-10)))).toBe('First table: 5');
    expect(pageTitle(view(momentWith({ kind: 'finished', at: at(70) }, 6), at(71)))).toBe('Careers Night');
  });
});
