import { eventId } from '@lapwing/shared/kernel/ids';
import { expect, it } from 'vitest';
import { leadingTo, placeOf, printHash, secretIn, sectionHash } from '../../../client/src/organiser/place.ts';

it('an empty hash and an unknown one are the list of events', () => {
  for (const hash of ['', '#', '#/', '#/nonsense/x', '#/events']) expect(placeOf(hash)).toEqual({ kind: 'events' });
});

it('a section’s hash leads back to that section', () => {
  const id = eventId('a/b c');
  expect(placeOf(sectionHash(id, 'live'))).toEqual({ kind: 'event', id, section: 'live' });
});

it('the page to print is for some sheets, or for those that it offers first', () => {
  const id = eventId('e1');
  expect(placeOf(printHash(id, null))).toEqual({ kind: 'event', id, section: 'print' });
  expect(placeOf(printHash(id, ['people', 'badges']))).toEqual({
    ...{ kind: 'event', id, section: 'print', part: 'people+badges' },
  });
  expect(placeOf(printHash(id, []))).toMatchObject({ part: 'none' });
});

it('an unknown section opens Set up', () => {
  expect(placeOf('#/events/e1/whatever')).toEqual({ kind: 'event', id: 'e1', section: 'set-up' });
});

it('a hash without a leading slash is the one-time secret', () => {
  expect(placeOf('#Ab_9-x')).toEqual({ kind: 'secret', secret: 'Ab_9-x', next: '' });
});

it('a secret may lead on to a place, as a paired phone is led to Live', () => {
  const id = eventId('a/b c');
  const url = leadingTo('http://192.168.1.20:3000/#Ab_9-x', id, 'live');
  const place = placeOf(url.slice(url.indexOf('#')));
  expect(place).toEqual({ kind: 'secret', secret: 'Ab_9-x', next: sectionHash(id, 'live') });
  expect(secretIn(url)).toBe('Ab_9-x');
});

it('a secret is found in a whole address and on its own, and not in another address', () => {
  expect(secretIn(' http://192.168.1.20:3000/#Ab_9-x \n')).toBe('Ab_9-x');
  expect(secretIn('Ab_9-x')).toBe('Ab_9-x');
  expect(secretIn('http://192.168.1.20:3000/')).toBe('');
  expect(secretIn('  ')).toBe('');
});
