import { describe, expect, it } from 'vitest';
import {
  at,
  mentorCard,
  momentWith,
  move,
  studentCard,
  talk,
  withRound,
} from '../../../client/src/gallery/fixtures.ts';
import { phoneView } from '../../../client/src/gallery/phone-fixture.ts';
import { pageTitle } from '../../../client/src/phone/page-title.ts';
import type { PhoneView } from '../../../client/src/phone/phone-view.ts';

const student = studentCard();
const talking = momentWith(talk(3), 3);
const title = (moment = talking, card = student, more: Partial<PhoneView> = {}): string =>
  pageTitle(phoneView(card, moment, at(27, 18), more));

describe('the title of the tab carries the news', () => {
  const paused = {
    ...{ kind: 'paused', remaining: 100_000, since: at(27) },
    of: { kind: 'talking', round: 3, startsAt: at(24), endsAt: at(34) },
  };

  it.each([
    ['before', title(momentWith({ kind: 'doors' }, 0)), 'First table: 5'],
    ['before there is a plan', title(momentWith({ kind: 'doors' }, 0), studentCard({ rounds: [] })), 'Careers Night'],
    ['in a talk', title(), 'Table 8, 7 min left'],
    ['on the way', title(momentWith(move(4), 3)), 'Move: table 3'],
    ['while others walk', title(momentWith(move(4), 3), mentorCard()), 'Stay: table 8'],
    ['when time is up', title(momentWith({ kind: 'timeUp', round: 3, since: at(27) }, 3)), 'Time is up, table 8'],
    [
      'before a talk begins',
      title(momentWith({ kind: 'ready', round: 4, since: at(27) }, 3)),
      'Table 3, take your seat',
    ],
    ['in a pause', title(momentWith(paused as never, 3)), 'Paused, table 8'],
    ['without a table', title(talking, studentCard({ rounds: withRound(3, { table: null }) })), 'Sitting out'],
    ['after a move that was taken back', title(talking, student, { sentBack: true }), 'Back: table 8'],
    ['after', title(momentWith({ kind: 'finished', at: at(27) }, 6)), 'Thank you'],
    ['for whoever is in no plan', title(talking, studentCard({ rounds: [] })), 'Ask at the desk'],
  ])('%s', (_, shown, expected) => {
    expect(shown).toBe(expected);
  });

  it('and a seat that changed while people sit: that they go', () => {
    const news = { kind: 'now', change: { round: 3, before: 2, after: 8 } } as const;
    expect(title(talking, student, { news })).toBe('Move: table 8');
    expect(title(talking, student, { news: { kind: 'saved', table: 8 } })).toBe('Move: table 8');
    expect(title(talking, student, { news: { kind: 'gone' } })).toBe('Ask at the desk');
  });
});
