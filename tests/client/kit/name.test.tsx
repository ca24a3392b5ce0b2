// @vitest-environment happy-dom
import { render } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { t } from '../../../client/src/kit/kit-words.ts';
import { Name } from '../../../client/src/kit/Name.tsx';
import { isolated } from '../../../client/src/kit/words.ts';

const AMIRA = 'أميرة خليل';

describe('a name that somebody typed', () => {
  it('runs in a direction of its own', () => {
    const { container } = render(<Name of={AMIRA} />);
    expect(container.innerHTML).toBe(`<bdi>${AMIRA}</bdi>`);
  });

  it('is a first name and an initial where room is short', () => {
    const { container } = render(<Name of="Priya Raman" short />);
    expect(container.textContent).toBe('Priya R.');
  });
});

describe('a name in a plain string', () => {
  it('is isolated where it runs from right to left, Hebrew as well as Arabic', () => {
    expect(isolated(AMIRA)).toBe(`\u2068${AMIRA}\u2069`);
    expect(isolated('Noa נועה')).toBe('\u2068Noa נועה\u2069');
  });

  it('is left as it is where it does not', () => {
    expect(['Priya Raman', 'Ольга', '李小龍', ''].map(isolated)).toEqual(['Priya Raman', 'Ольга', '李小龍', '']);
  });

  it('is isolated by the words it is put into', () => {
    expect(t('kit.plate', { number: 3, name: AMIRA })).toBe(`Table 3, \u2068${AMIRA}\u2069`);
    expect(t('kit.plate', { number: 3, name: 'Crane' })).toBe('Table 3, Crane');
  });
});
