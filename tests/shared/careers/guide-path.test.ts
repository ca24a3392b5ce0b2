import { guidePathFor, industriesNamed } from '@lapwing/shared/careers/guide-path';
import { expect, it } from 'vitest';

it('leads from a mentor’s tags to their work, else to their field, else nowhere', () => {
  expect(guidePathFor(['banking', 'quant', 'research', 'senior'])).toBe('/careers/roles/quant');
  expect(guidePathFor(['energy', 'early'])).toBe('/careers/industries/energy');
  expect(guidePathFor(['senior'])).toBeNull();
  expect(guidePathFor([])).toBeNull();
});

it('names each industry once, whatever an import called it', () => {
  expect(industriesNamed(['Energy & climate', 'energy', '', 'Fortune telling', 'banking'])).toEqual([
    'banking',
    'energy',
  ]);
});
