import { EMPTY_CARD } from '@lapwing/shared/event/roster';
import type { Schedule } from '@lapwing/shared/event/schedule';
import { attendeeId } from '@lapwing/shared/kernel/ids';
import { badges } from '@lapwing/shared/paper/badges';
import { badgeMark, cardsMark } from '@lapwing/shared/paper/marks';
import { badgesToPrint, oldPaper } from '@lapwing/shared/paper/old-paper';
import type { PaperParts } from '@lapwing/shared/paper/paper-parts';
import { NO_PAPER, type Paper } from '@lapwing/shared/paper/sheets';
import { tableCards } from '@lapwing/shared/paper/table-cards';
import { describe, expect, it } from 'vitest';
import { at, started } from '../live/evening.ts';
import { mentor, PEOPLE, parts, partsOf, person, SCHEDULE, table } from './paper-room.ts';

/** The paper in a room where everything was printed of plan 3. */
const printedOf = (printed: PaperParts): Paper => ({
  ...NO_PAPER,
  sheets: [
    { sheet: 'sign-in', planVersion: 3, at: at(0), by: 'Mei', mark: '' },
    { sheet: 'cards', planVersion: 3, at: at(0), by: 'Mei', mark: cardsMark('', tableCards(printed)) },
    { sheet: 'badges', planVersion: 3, at: at(0), by: 'Mei', mark: '' },
  ],
  badges: badges(printed).map((badge) => ({
    ...{ attendeeId: badge.id, planVersion: 3, at: at(0), mark: badgeMark(badge) },
  })),
});
const changed = (paper: Paper, now: PaperParts) => oldPaper(paper, 4, now).badges.map(({ attendeeId: id }) => id);
const sheets = (paper: Paper, now: PaperParts) => oldPaper(paper, 4, now).sheets.map(({ sheet }) => sheet);

/** Ann and Cleo change seats in round 3. */
const MENDED: Schedule = {
  rounds: [
    ...SCHEDULE.rounds.slice(0, 2),
    {
      t1: { students: [attendeeId('ann-archer')], mentors: [attendeeId('max-mentor-moore')] },
      t2: { students: [attendeeId('cleo-cole'), attendeeId('bob-baker')], mentors: [attendeeId('sue-second')] },
    },
  ],
};

describe('badges after a new plan', () => {
  const paper = printedOf(parts());

  it('are named person by person: whose rows changed, and nobody else’s', () => {
    expect(changed(paper, parts())).toEqual([]);
    expect(changed(paper, parts({ schedule: MENDED }))).toEqual(['ann-archer', 'cleo-cole']);
    expect(oldPaper(paper, 0, parts({ schedule: MENDED })).badges, 'nobody follows a plan').toEqual([]);
    expect(oldPaper({ ...paper, inUse: false }, 4, parts({ schedule: MENDED })).badges).toEqual([]);
  });

  it('of rounds that are over do not count, and a late night makes no badge wrong', () => {
    const late = partsOf(started().press({ kind: 'addMinutes', minutes: 5 }).wait(800));
    expect(changed(paper, late)).toEqual([]);
    const [first, ...others] = MENDED.rounds;
    const firstRoundOther = { rounds: [SCHEDULE.rounds[2] ?? first ?? {}, ...SCHEDULE.rounds.slice(1)] };
    expect(others).toHaveLength(2);
    expect(changed(paper, partsOf(started().wait(800), { schedule: firstRoundOther }))).toEqual([]);
    expect(changed(paper, partsOf(started(), { schedule: firstRoundOther })).length).toBeGreaterThan(0);
  });

  it('printed in the night lack rounds that are over, and are right when one of those comes back', () => {
    const inSecond = printedOf(partsOf(started().wait(800)));
    expect(changed(inSecond, partsOf(started().wait(800).press('back').wait(810)))).toEqual([]);
  });

  it('change with the mentor of a table, with a name, with a table’s name, and when somebody loses their table', () => {
    const other = PEOPLE.map((one) => (one.id === 'sue-second' ? mentor('Sue Third', { id: one.id }) : one));
    expect(changed(paper, parts({ people: other })).sort()).toEqual([
      'ann-archer',
      'bob-baker',
      'cleo-cole',
      'sue-second',
    ]);
    const corrected = PEOPLE.map((one) => (one.id === 'bob-baker' ? person('Bob Bakker', { id: one.id }) : one));
    expect(changed(paper, parts({ people: corrected }))).toEqual(['bob-baker']);
    const renamed = [table(1), table(2, { name: 'Balcony' })];
    expect(changed(paper, parts({ tables: renamed }))).toHaveLength(4);
    const without = { rounds: SCHEDULE.rounds.map((round) => ({ t1: round.t1 ?? { students: [], mentors: [] } })) };
    expect(changed(paper, parts({ schedule: without }))).toContain('bob-baker');
  });

  it('new people have none yet: they are printed with the changed ones, and are no news', () => {
    const now = parts({ people: [...PEOPLE, person('Dan Dole')], schedule: MENDED });
    expect(changed(paper, now)).toEqual(['ann-archer', 'cleo-cole']);
    expect(badgesToPrint(paper, badges(now)).map(({ first }) => first)).toEqual(['Ann', 'Cleo', 'Dan']);
    const onPaper = { ...paper, badges: printedOf(now).badges };
    expect(badgesToPrint(onPaper, badges(now))).toEqual([]);
  });
});

describe('other sheets', () => {
  const paper = printedOf(parts());

  it('the sign-in list is old with its plan, until people sit', () => {
    expect(sheets(paper, parts())).toEqual(['sign-in']);
    expect(oldPaper(paper, 3, parts()).sheets).toEqual([]);
    expect(sheets(paper, partsOf(started()))).toEqual([]);
  });

  it('table cards are old when one of them says something else, whatever the plan', () => {
    const [sue, ...others] = PEOPLE;
    if (!sue) throw new Error('Sue is needed');
    const talks = { ...sue, card: { ...EMPTY_CARD, askMeAbout: 'Boats' } };
    expect(sheets(paper, parts({ people: [talks, ...others] }))).toContain('cards');
    expect(sheets(paper, parts({ schedule: MENDED }))).not.toContain('cards');
    expect(sheets(paper, parts({ join: 'http://elsewhere/e/KQ4T' })), 'its code leads nowhere').toContain('cards');
    // a table that is new has no card yet, which makes none of the others wrong
    const moved = { rounds: SCHEDULE.rounds.map((round) => ({ ...round, t3: { students: [], mentors: [talks.id] } })) };
    expect(sheets(paper, parts({ schedule: moved }))).not.toContain('cards');
  });

  it('cards printed by themselves stand beside those that were there', () => {
    const cards = tableCards(parts());
    const [first, second] = cards;
    if (!first || !second) throw new Error('two cards are needed');
    expect(cardsMark(cardsMark('', [first]), [second])).toBe(cardsMark('', cards));
  });
});
