import type { RoomChange } from '@lapwing/shared/event/room-change';
import { whyChanged } from '@lapwing/shared/event/why-changed';
import { attendeeId, tableId } from '@lapwing/shared/kernel/ids';
import { expect, it } from 'vitest';

const [ann, mia, noa] = [attendeeId('ann'), attendeeId('mia'), attendeeId('noa')];
const table = tableId('t1');
const why = (change: RoomChange) => whyChanged(change, (person) => (person === ann ? 'student' : 'mentor'));

it('tells mentors from students, and of a rule about people nothing', () => {
  expect(why({ kind: 'left', people: [ann] })).toBe('left');
  expect(why({ kind: 'left', people: [ann, mia], now: true })).toBe('mentorLeft');
  expect(why({ kind: 'noShows', people: [ann] })).toBe('noShows');
  expect(why({ kind: 'noShows', people: [mia] })).toBe('mentorMissing');
  expect(why({ kind: 'replaced', mentor: mia, by: noa })).toBe('mentorLeft');
  expect(why({ kind: 'arrived', people: [ann] })).toBe('arrived');
  expect(why({ kind: 'tableClosed', table })).toBe('tableClosed');
  expect(why({ kind: 'mentorSeated', mentor: mia, table })).toBe('tableMore');
  expect(why({ kind: 'swapped', one: ann, other: ann, round: 1 })).toBe('byHand');
  expect(why({ kind: 'rulesChanged' })).toBeNull();
});
