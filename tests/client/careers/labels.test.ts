import { afterEach, expect, it } from 'vitest';
import { industryLabel, industryTags, organisationLabel, roleLabel } from '../../../client/src/careers/labels.ts';
import { speak } from '../../../client/src/kit/words.ts';

afterEach(async () => {
  await speak('en');
});

it('ids have labels, and words of an import stand for themselves', () => {
  expect(industryLabel('law')).toBe('Law, property & construction');
  expect(industryLabel('Space travel')).toBe('Space travel');
  expect(roleLabel('quant')).toBe('Quantitative developer');
  expect(organisationLabel('scale-up')).toBe('Scale-up');
});

it('labels are in the language of the page, ids never', async () => {
  await speak('de');
  expect(industryLabel('law')).toBe('Recht, Immobilien und Bau');
  expect(industryTags()[0]).toMatchObject({ id: 'banking', label: 'Banken und Zahlungsverkehr' });
});
