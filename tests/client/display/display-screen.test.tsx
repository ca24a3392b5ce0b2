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
    ['welcome', 'agenda', '1', 'sign'],
    ['free-talk', 'agenda', '', 'sign'],
    ['ready', 'ready', '4', 'sign'],
    ['stop', 'paused', '3', 'sign'],
    ['off', 'talking', '3', 'sign'],
    ['clock-moving', 'moving', '4', 'move'],
    ['map-moving', 'moving', '4', 'move'],
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
    ['off', 'This evening is cancelled.'],
    ['off', 'A water pipe burst in the hall this morning.'],
    ['off', 'Questions: Mei Tanaka, mei@example.org'],
    ['off-plain', 'This evening is cancelled.'],
    ['seated', 'Stay at your table. Next move at 19:34'],
    ['seated-last', 'Last round. We end at 20:10'],
    ['minute', '1 minute left'],
    ['moving', 'Your next table is on your phone.'],
    ['moving-mentors', 'Students, stay seated.'],
    ['moving-hurry', 'Please sit down'],
    ['time-up', '+0:32'],
    ['welcome', 'Welcome'],
    ['welcome', 'Panel at 19:10'],
    ['panel', 'Round 1 at 19:30'],
    ['break', 'Break'],
    ['break', 'Round 4 at 19:51'],
    ['free-talk', 'We end at 20:40'],
    ['seated-free', 'Last round. Free talk at 20:10'],
    ['ready', 'Take your seats'],
    ['ready', 'Round 4 starts in a moment.'],
    ['all-here', 'All here: 7 of 10 tables'],
    ['skipped', 'Next move at 19:34'],
    ['sent-back', 'Back to your tables, please'],
    ['sent-back', '4:10'],
    ['message', 'Coffee is served in the hall.'],
    ['message', '6:42'],
    ['message-whole', '6:42'],
    ['message-moving', 'have moved to the room next to the main door'],
    ['message-moving', 'Move'],
    ['stop', 'Please stop and listen.'],
    ['stop', 'Stay where you are.'],
    ['stop-words', 'The fire alarm is a test.'],
    ['map', 'Round 3 of 6'],
    ['map-moving', 'Move now'],
    ['map-message', 'have moved to the room next to the main door'],
    ['flash', 'Display 1'],
    ['paused', 'Paused. Stay where you are.'],
    ['finished', 'Thank you'],
  ])('%s says "%s"', (name, words) => {
    expect(show(name).text).toContain(words);
  });

  it('shows the map only where it can be read', () => {
    expect(show('moving').root.querySelectorAll('.k-floor .k-plate').length).toBe(12);
    expect(show('moving-90').root.querySelector('.k-floor')).toBeNull();
  });

  it('puts words of the organiser where its own sentence stood, and over the whole wall if they say so', () => {
    expect(show('message').text).not.toContain('Stay at your table');
    expect(show('message').root.querySelector('.frame-join')).not.toBeNull();
    expect(show('message-whole').data.cover).toBe('message');
    expect(show('message-whole').root.querySelector('.frame-join')).toBeNull();
  });

  it('shows nothing but its ground when it is blank', () => {
    const { root, data, text } = show('blank');
    expect(data).toMatchObject({ cover: 'blank', ground: 'sign' });
    expect(text.trim()).toBe('');
    expect(root.querySelectorAll('.k-mark').length).toBe(1);
  });

  it('shows a stop over everything, and counts nothing', () => {
    const { root, data } = show('stop');
    expect(data.cover).toBe('stop');
    expect(root.querySelector('[role=timer]')).toBeNull();
  });

  it('shows the countdown alone, or the map alone, as the console says', () => {
    expect(show('clock').root.querySelector('.frame-join, .frame-line')).toBeNull();
    expect(show('clock').text).toContain('6:42');
    expect(show('clock-moving').root.querySelector('.k-floor')).toBeNull();
    expect(show('map').root.querySelectorAll('.k-floor .k-plate').length).toBe(12);
    expect(show('map').text).toContain('6:42');
  });

  it('leads to everybody’s own page at the end, and lets nobody in', () => {
    const { root } = show('finished');
    const code = root.querySelector('.frame-join .k-join-qr')?.getAttribute('aria-label') ?? '';
    expect(code).toContain('/e/');
    expect(code).not.toContain('#');
    expect(root.querySelector('.k-join-code')).toBeNull();
  });

  it('asks nobody whether all are here while nobody was asked', () => {
    expect(show('moving').root.querySelector('.all-here')).toBeNull();
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
