import { firstName, shortName } from '@lapwing/shared/event/roster';
import { expect, test } from 'vitest';

test('a short name is the first name and the initial of the last', () => {
  expect(shortName('Aisha Khan')).toBe('Aisha K.');
  expect(shortName('Juan Pablo de la Cruz')).toBe('Juan C.');
  expect(shortName('  Aisha \t Khan ')).toBe('Aisha K.');
});

test('a single name stays whole, no name stays empty', () => {
  expect(shortName('Prince')).toBe('Prince');
  expect(shortName('   ')).toBe('');
});

test('initials outside the Latin alphabet stay whole', () => {
  expect(shortName('Łukasz Żak')).toBe('Łukasz Ż.');
  expect(shortName('王 小明')).toBe('王 小.');
  expect(shortName('Ada 𝒪neil')).toBe('Ada 𝒪.');
});

test('the first name is what one would call out', () => {
  expect(firstName(' Mei Ling Tan ')).toBe('Mei');
  expect(firstName('')).toBe('');
  expect(firstName('Mei\u00a0T.'), 'what tells two of them apart stays with it').toBe('Mei\u00a0T.');
});
