// @vitest-environment happy-dom
import { render } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { DISPLAY_STATES } from '../../../client/src/gallery/display-states.tsx';
import { dataOf } from '../data-of.ts';

type Name = keyof typeof DISPLAY_STATES;

function show(name: Name) {
  const State = DISPLAY_STATES[name];
  const { container } = render(<State />);
  const root = container.querySelector<HTMLElement>('.display');
  if (!root) throw new Error('no display');
  return { root, data: dataOf(root), text: root.textContent ?? '' };
}

describe('display', () => {
  it.each<[Name, string, string, string]>([
    ['open', 'doors', '', 'sign'],
    ['seated', 'talking', '3', 'sign'],
    ['moving', 'moving', '4', 'move'],
    ['time-up', 'timeUp', '3', 'sign'],
    ['break', 'agenda', '4', 'sign'],
    ['paused', 'paused', '3', 'sign'],
    ['finished', 'finished', '', 'sign'],
  ])('%s tells its phase, its round and its ground', (name, phase, round, ground) => {
    expect(show(name).data).toMatchObject({ phase, round, ground, version: '41', status: 'live' });
  });

  it('tells the time left that it shows', () => {
    expect(show('seated').data.leftMs).toBe('402000');
    expect(show('finished').data.leftMs).toBe('');
  });

  it.each<[Name, string]>([
    ['loading', 'Getting ready.'],
    ['wrong', 'This link does not open a display.'],
    ['before', 'Starts at 19:00'],
    ['open', '38 of 60 students here'],
    ['seated', 'Stay at your table. Next move at 19:34'],
    ['seated-last', 'Last round. We end at 20:10'],
    ['minute', '1 minute left'],
    ['moving', 'Your next table is on your phone.'],
    ['moving-mentors', 'Students, stay seated.'],
    ['moving-hurry', 'Please sit down'],
    ['time-up', '+0:32'],
    ['break', 'Round 4 at 19:51'],
    ['paused', 'Paused. Stay where you are.'],
    ['finished', 'Thank you'],
  ])('%s says "%s"', (name, words) => {
    expect(show(name).text).toContain(words);
  });

  it('shows the map only where it can be read', () => {
    expect(show('moving').root.querySelectorAll('.k-floor .k-plate').length).toBe(12);
    expect(show('moving-90').root.querySelector('.k-floor')).toBeNull();
  });

  it('announces a start with the coming ground', () => {
    const { root, data } = show('flip-move');
    expect(data.phase).toBe('talking');
    expect(root.querySelector<HTMLElement>('.flip')?.dataset.ground).toBe('move');
    expect(root.querySelector('.flip-figure')?.textContent).toBe('2');
  });

  it('changes nothing but a small mark when the connection is lost', () => {
    const [live, offline] = [show('seated'), show('offline')];
    offline.root.querySelector('.offline-mark')?.remove();
    expect(offline.root.innerHTML).toBe(live.root.innerHTML);
    expect(offline.data.status).toBe('offline');
  });

  it('has the marigold band in the last minute only', () => {
    expect(show('minute').root.querySelector('.band')).not.toBeNull();
    expect(show('seated').root.querySelector('.band')).toBeNull();
  });
});
