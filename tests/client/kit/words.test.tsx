import { instant } from '@lapwing/shared/kernel/time';
import { render } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { clockText, dateText } from '../../../client/src/kit/figures.ts';
import { t } from '../../../client/src/kit/kit-words.ts';
import { addWords, language, speak, translator } from '../../../client/src/kit/words.ts';

const say = translator<'test.many' | 'test.number'>();
const catalogue = (many: string, one: string) => async () => ({
  messages: {
    'test.many': [['count', 'plural', { one: [one], other: ['#', ` ${many}`] }]],
    'test.number': [['count', 'number']],
  },
});

afterEach(async () => {
  await speak('en');
});

describe('words in a language', () => {
  it('change wherever they are drawn, with the page’s own tag', async () => {
    const Word = () => <p>{t('kit.agenda.break')}</p>;
    const { container } = render(<Word />);
    expect(container.textContent).toBe('Break');
    expect(await speak('de')).toBe(true);
    await new Promise((resolve) => requestAnimationFrame(resolve));
    expect(container.textContent).toBe('Pause');
    expect(document.documentElement.lang).toBe('de-DE');
  });

  it('come for a surface that is added later, in the language of then', async () => {
    await speak('de');
    await addWords({ en: catalogue('tables', 'one table'), de: catalogue('Tische', 'ein Tisch') } as never);
    expect([say('test.many', { count: 1 }), say('test.many', { count: 2 })]).toEqual(['ein Tisch', '2 Tische']);
    await speak('en');
    expect(say('test.many', { count: 2 })).toBe('2 tables');
  });

  it('write numbers, dates and times as the language does', async () => {
    const at = instant(Date.UTC(2026, 10, 26, 18, 5));
    await addWords({ en: catalogue('tables', 'one table'), de: catalogue('Tische', 'ein Tisch') } as never);
    expect([
      dateText(at, 'Europe/Berlin'),
      clockText(at, 'Europe/Berlin'),
      say('test.number', { count: 1234.5 }),
    ]).toEqual(['Thursday 26 November', '19:05', '1,234.5']);
    await speak('de');
    expect([
      dateText(at, 'Europe/Berlin'),
      clockText(at, 'Europe/Berlin'),
      say('test.number', { count: 1234.5 }),
    ]).toEqual(['Donnerstag, 26. November', '19:05', '1.234,5']);
  });

  it('stay as they are where the others cannot be fetched', async () => {
    const gone = async () => {
      throw new Error('no network');
    };
    let broken = true;
    await addWords({ en: catalogue('', ''), de: () => (broken ? gone() : catalogue('', '')()) } as never);
    expect(await speak('de')).toBe(false);
    expect([language(), t('kit.agenda.break')]).toEqual(['en', 'Break']);
    broken = false;
    expect(await speak('de')).toBe(true);
  });
});
