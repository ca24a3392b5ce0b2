import { expect, it } from 'vitest';
import { personActs, roundsAhead } from '../../../client/src/organiser/live/person-acts.ts';
import { freeMentors, type RoomNow, tablesWithoutMentor } from '../../../client/src/organiser/live/room-now.ts';
import { NINETEEN, person, table } from './builders.ts';

const ada = person('Ada');
const mia = person('Mia', { role: 'mentor' });
const room: RoomNow = {
  ...{ first: 3, last: 6, gone: new Set(), tableOf: () => null },
  seated: new Set([ada.id, mia.id]),
  seating: (id) => ({ students: [], mentors: id === 't1' ? [mia.id] : [] }),
};

it('offers what makes sense for a person now', () => {
  expect(personActs(ada, room, 1, false)).toEqual(['left', 'move', 'swap']);
  expect(personActs(mia, room, 1, false)).toEqual(['replace', 'left']);
  expect(personActs(mia, room, 0, false)).toEqual(['left']);
  expect(personActs(person('Zed'), room, 0, false)).toEqual(['seat']);
  expect(roundsAhead(room)).toEqual([3, 4, 5, 6]);
});

it('offers whoever helps at the door seats of students, and no more', () => {
  expect(personActs(ada, room, 1, true)).toEqual(['move', 'swap']);
  expect(personActs(person('Zed'), room, 0, true)).toEqual(['seat']);
  expect(personActs(mia, room, 1, true)).toEqual([]);
  expect(personActs(person('Noa', { role: 'mentor' }), room, 0, true)).toEqual([]);
});

it('a reserve is a mentor who is here, sits nowhere and has not left', () => {
  const here = { role: 'mentor', checkedInAt: NINETEEN } as const;
  const [noa, oto, pia] = [person('Noa', here), person('Oto', here), person('Pia', { role: 'mentor' })];
  const people = [{ ...mia, checkedInAt: NINETEEN }, noa, oto, pia, person('Zed', { checkedInAt: NINETEEN })];
  expect(freeMentors({ ...room, gone: new Set([oto.id]) }, people)).toEqual([noa]);
  expect(tablesWithoutMentor(room, [table(1), table(2)]).map(({ number }) => number)).toEqual([2]);
});
