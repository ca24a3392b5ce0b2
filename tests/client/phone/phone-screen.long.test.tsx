// @vitest-environment happy-dom
import { fireEvent, render, screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import promptWords from '../../../client/locales/prompts/en.json' with { type: 'json' };
import { at, mentorCard, momentWith, move, studentCard, talk } from '../../../client/src/gallery/fixtures.ts';
import { NO_ACTS, phoneView } from '../../../client/src/gallery/phone-fixture.ts';
import { PHONE_STATES } from '../../../client/src/gallery/phone-states.tsx';
import { PhoneScreen } from '../../../client/src/phone/PhoneScreen.tsx';
import type { PhoneView } from '../../../client/src/phone/phone-view.ts';
import { dataOf } from '../data-of.ts';

type Name = keyof typeof PHONE_STATES;

function show(name: Name) {
  const State = PHONE_STATES[name];
  const { container } = render(<State />);
  const root = container.querySelector<HTMLElement>('.phone');
  if (!root) throw new Error('no phone page');
  return { root, data: dataOf(root), text: root.textContent ?? '' };
}

describe('phone', () => {
  it('of whoever was taken off the list in the night shows no table, no way to say that all are here, and no calls', () => {
    const { data, root, text } = show('p-cancelled-night');
    expect(data).toMatchObject({ table: '', nextTable: '', ground: 'page' });
    expect(text).toContain('You are not on the list.');
    expect(text).toContain('ask at the desk');
    expect(text).not.toMatch(/table/iu);
    for (const part of ['.calls', '.desk', '.evening', '.go-map']) expect(root.querySelector(part), part).toBeNull();
    const buttons = [...root.querySelectorAll('button')].map((button) => button.textContent);
    expect(buttons.filter((words) => /all here|tell the desk/iu.test(words ?? ''))).toEqual([]);
  });

  it.each<[Name, string, string, string, string, string]>([
    ['p-first', 'doors', '', '5', '12', 'page'],
    ['p-now', 'talking', '3', '8', '3', 'page'],
    ['p-move', 'moving', '4', '3', '10', 'move'],
    ['p-stay', 'moving', '4', '8', '8', 'page'],
    ['p-out', 'talking', '3', '', '3', 'page'],
    ['p-out-next', 'talking', '3', '8', '10', 'page'],
    ['p-move-out', 'moving', '4', '', '10', 'move'],
    ['p-break', 'agenda', '4', '3', '10', 'page'],
    ['p-time-up', 'timeUp', '3', '8', '3', 'page'],
    ['p-paused-move', 'paused', '4', '3', '10', 'page'],
    ['p-finished', 'finished', '', '', '', 'page'],
    ['p-welcome', 'agenda', '1', '5', '12', 'page'],
    ['p-free-talk', 'agenda', '', '', '', 'page'],
    ['p-ready', 'ready', '4', '3', '10', 'page'],
    ['p-skipped', 'talking', '3', '8', '10', 'page'],
    ['p-changed-move', 'moving', '4', '3', '10', 'move'],
    ['p-stop', 'paused', '3', '8', '3', 'page'],
  ])('%s tells phase, round, table, next table and ground', (name, phase, round, table, nextTable, ground) => {
    expect(show(name).data).toMatchObject({ phase, round, table, nextTable, ground, version: '41' });
  });

  it.each<[Name, string]>([
    ['p-finding', 'Finding your table'],
    ['p-wrong', 'This link does not open an event.'],
    ['p-before', 'Your tables appear here when the evening starts.'],
    ['p-first', 'Your first table is 5, Egret. We start at 19:00.'],
    ['p-first', 'You are checked in.'],
    ['p-first-desk', 'Tell the desk that you are here.'],
    ['p-first-ahead', 'See you on Thursday 26 November at'],
    ['p-no-seat', 'You are here, but have no seat yet. Ask at the desk.'],
    ['p-now', 'Next: table 3, Crane'],
    ['p-changed', 'Before: table 5 A mentor had to leave.'],
    ['p-changed-now', 'A table was closed.'],
    ['p-mentor', 'Next: Aisha, Ben, Chloe, Oluwaseun'],
    ['p-mentor-full', 'Next: Aisha, Ben, Chloe, Oluwaseun, Ewa, Femi and 2 more'],
    ['p-now', 'Tom Achebe, Civil engineer'],
    ['p-no-card', 'Priya has not filled in a card. Ask what a normal week looks like.'],
    ['p-minute', '1 minute left. Swap last questions.'],
    ['p-last-round', 'This is the last round'],
    ['p-leaves', 'The desk knows that you leave after round 3. Thank you for coming.'],
    ['p-leaves', 'Then you leave. Thank you.'],
    ['p-move', 'Front row, third from the left'],
    ['p-move-out', 'Back at 19:48, table 10.'],
    ['p-out', 'You sit this one out. Back at 19:36, table 3.'],
    ['p-stay', 'Stay at table 8'],
    ['p-stay', 'Next: Tom Achebe'],
    ['p-mentor', 'Wants to ask: Do you need maths for product work?'],
    ['p-paused', 'Paused. Stay where you are.'],
    ['p-time-up', 'Time is up. Finish your sentence.'],
    ['p-finished', 'That was 6 mentors. Who do you want to meet again?'],
    ['p-cut-short', 'That was 4 mentors. Who do you want to meet again?'],
    ['p-pick-queue', '2 choices saved on this phone. They send when you are back online.'],
    ['p-offline', 'If the big screen differs, follow the screen.'],
    ['p-offline-old', 'Last heard 14 minutes ago.'],
    ['p-offline-old', 'about 19:34'],
    ['p-welcome', 'Welcome'],
    ['p-welcome', 'Next: table 5, Egret'],
    ['p-free-talk', 'Then the evening ends'],
    ['p-last-free', 'Next: Free talk'],
    ['p-last-free', '20:10'],
    ['p-ready', 'Take your seat'],
    ['p-ready', 'Round 4 starts in a moment.'],
    ['p-all-here-done', 'Thank you. We know that table 3 is ready.'],
    ['p-skipped', 'left out'],
    ['p-skipped', 'Next: table 10, Jay'],
    ['p-back', 'Go back to table 8, please.'],
    ['p-message', 'have moved to the room next to the main door'],
    ['p-message-move', 'have moved to the room next to the main door'],
    ['p-stop', 'Please stop and listen.'],
    ['p-stop', 'Stay where you are.'],
    ['p-stop', 'Your table is 8.'],
    ['p-stop-words', 'The fire alarm is a test.'],
    ['p-stop-offline', 'Please stop and listen.'],
    ['p-stop-offline', 'Table 8'],
    ['p-changed', 'Your next table changed to 3, Crane.'],
    ['p-changed-later', 'Your table in round 5 changed to 10, Jay.'],
    ['p-changed-later', 'One later round changed too.'],
    ['p-changed-out', 'You now sit round 4 out.'],
    ['p-changed-now', 'Your table changed: go to 8, Heron now.'],
    ['p-saved', 'We saved you a seat: table 8. Go straight there.'],
    ['p-gone', 'Welcome back. Ask the desk or wait here: we are finding a seat.'],
    ['p-left', 'You told us that you leave. Thank you for coming.'],
    ['p-calls', 'I am lost'],
    ['p-calls-mentor', 'After this round 19:34'],
    ['p-told-lost', 'The desk knows that you are lost.'],
    ['p-told-lost', 'Second row, on the far right'],
    ['p-told-waiting', 'Saved on this phone. We send it when you are online.'],
    ['p-offline-old', 'about 19:34'],
    ['p-checking', 'Checking the time'],
  ])('%s says "%s"', (name, words) => {
    expect(show(name).text).toContain(words);
  });

  it('says above the card that the page was opened elsewhere, and asks who is not on the list only for their details', () => {
    const [first] = show('p-also').root.querySelector('main')?.children ?? [];
    expect(first?.textContent).toContain('Also opened on another device');
    expect(show('p-cancelled').text).toContain('My details');
    expect(show('p-cancelled').text).not.toContain('or I cannot come');
    expect(show('p-now-clockless').text).not.toContain('left here');
  });

  it('lists the whole evening below the card, with the round that runs', () => {
    const { root } = show('p-now');
    expect(root.querySelectorAll('.evening li').length).toBe(6);
    expect(root.querySelector('.evening [aria-current]')?.textContent).toContain('Priya Raman');
  });

  it('shows tables without a time while it does not know the time', () => {
    const { data, root } = show('p-now-clockless');
    expect(data).toMatchObject({ table: '8', leftMs: '' });
    expect(root.querySelector('[role=timer]')).toBeNull();
  });

  it('swaps the questions for others', () => {
    show('p-now');
    const questions = () => [...document.querySelectorAll('.lines li')].map((item) => item.textContent);
    const before = questions();
    fireEvent.click(screen.getByRole('button', { name: 'Other questions' }));
    expect(questions().length).toBe(3);
    expect(questions().some((question) => before.includes(question))).toBe(false);
  });

  it('asks what fits the field of the mentor, once those words have come', async () => {
    show('p-now');
    const questions = () => [...document.querySelectorAll('.lines li')].map((item) => item.textContent ?? '');
    const fit = new Set<string>(
      Object.entries(promptWords).flatMap(([id, words]) => (/\.(energy|product|senior)\./u.test(id) ? [words] : [])),
    );
    await vi.waitFor(() => expect(questions().filter((question) => fit.has(question))).toHaveLength(2));
    fireEvent.click(screen.getByRole('button', { name: 'Other questions' }));
    expect(questions().filter((question) => fit.has(question))).toHaveLength(2);
  });

  it('asks what anybody can be asked where nobody knows the field', () => {
    show('p-two-mentors');
    const all = new Set<string>(Object.values(promptWords));
    const questions = [...document.querySelectorAll('.lines li')].map((item) => item.textContent ?? '');
    expect(questions.filter((question) => all.has(question))).toEqual([]);
  });

  it('sends nobody to the desk in the days before', () => {
    expect(show('p-first-ahead').text).not.toContain('Tell the desk that you are here.');
  });

  it('shows no evening to whoever gave up their place', () => {
    expect(show('p-first').text).toContain('My evening');
    expect(show('p-cancelled-planned').text).not.toContain('My evening');
  });

  it('names nobody but the mentor to a student', () => {
    const { text } = show('p-two-mentors');
    expect(text).toContain('Ask Oluwaseun and Tom');
    expect(text).not.toContain('Ben');
  });

  it('shows the old number struck through', () => {
    expect(show('p-changed').root.querySelector('s')?.textContent).toBe('Before: table 5');
  });

  it('is nothing but the sign while everybody is to stop', () => {
    const { root, text } = show('p-stop');
    expect(root.querySelector('.evening')).toBeNull();
    expect(text).not.toContain('Priya');
  });

  it('asks whether all are here when people had time to walk, not before, and only those with a table', () => {
    expect(show('p-all-here').root.querySelector('.all-here button')?.textContent).toBe('All here at table 3');
    expect(show('p-stay').root.querySelector('.all-here button')?.textContent).toBe('All here at table 8');
    expect(show('p-move-out').root.querySelector('.all-here')).toBeNull();
    const early = phoneView(studentCard(), momentWith(move(4), 3), at(34, 19));
    const acts = {
      ...NO_ACTS,
      noteNews: vi.fn(),
      noteDevice: vi.fn(),
      notMe: vi.fn(),
      tellDesk: vi.fn(),
      sayAllHere: vi.fn(),
      report: vi.fn(),
      sayHere: vi.fn(),
    };
    expect(render(<PhoneScreen view={early} acts={acts} />).container.querySelector('.all-here')).toBeNull();
  });

  it('lets only a mentor ask for help, and does not offer what was told already', () => {
    expect(show('p-calls').text).not.toContain('I need help');
    expect(show('p-calls-mentor').text).not.toContain('I am lost');
  });
});

describe('telling the desk', () => {
  function open(name: Name, more: Partial<PhoneView> = {}) {
    const acts = {
      ...NO_ACTS,
      noteNews: vi.fn(),
      noteDevice: vi.fn(),
      notMe: vi.fn(),
      tellDesk: vi.fn(),
      sayAllHere: vi.fn(),
      report: vi.fn(),
      sayHere: vi.fn(),
    };
    const mentor = name === 'p-mentor';
    const view = phoneView(mentor ? mentorCard() : studentCard(), momentWith(talk(3), 3), at(27, 18), more);
    render(<PhoneScreen view={view} acts={acts} />);
    const press = (words: string) => fireEvent.click(screen.getByRole('button', { name: words }));
    return { acts, press };
  }

  it('takes two taps, and closes again by itself', () => {
    const { acts, press } = open('p-now');
    press('Tell the desk');
    press('10 minutes');
    expect(acts.tellDesk).toHaveBeenCalledWith('late', true, 10);
    expect(screen.queryByRole('button', { name: '10 minutes' })).toBeNull();
    expect(document.activeElement?.textContent).toBe('Tell the desk');
  });

  it('can be closed without telling anything', () => {
    const { acts, press } = open('p-now');
    press('Tell the desk');
    press('Close');
    expect(screen.queryByRole('button', { name: 'I am lost' })).toBeNull();
    expect(acts.tellDesk).not.toHaveBeenCalled();
  });

  const choose = (words: RegExp) => fireEvent.click(screen.getByRole('radio', { name: words }));
  const consequence = () => screen.getByRole('group', { name: 'I have to leave' }).querySelector('.leave-means');

  it('says when somebody leaves: now, after the round, or with the last round that is over by an hour', () => {
    const { acts, press } = open('p-now');
    press('Tell the desk');
    expect(screen.queryByRole('button', { name: 'Tell the desk that I leave' })).toBeNull();
    choose(/^Now/u);
    expect(consequence()?.textContent).toBe('Your seat is free then. Thank you for coming.');
    press('Tell the desk that I leave');
    press('Tell the desk');
    choose(/^After this round/u);
    press('Tell the desk that I leave');
    press('Tell the desk');
    choose(/^At/u);
    fireEvent.input(screen.getByLabelText('When you leave'), { target: { value: '19:50' } });
    expect(consequence()?.textContent).toContain('You stay until round 4 is over, at 19:46.');
    press('Tell the desk that I leave');
    expect(acts.tellDesk.mock.calls).toEqual([
      ['leaving', true, 0, 2],
      ['leaving', true, 7, 3],
      ['leaving', true, 23, 4],
    ]);
  });

  it('tells a mentor what leaving does before the press', () => {
    const { acts, press } = open('p-mentor');
    press('I have to leave');
    choose(/^Now/u);
    expect(consequence()?.textContent).toBe('5 students will be re-seated. Thank you for coming.');
    choose(/^After this round/u);
    expect(consequence()?.textContent).toContain('4 students will be re-seated.');
    expect(acts.tellDesk).not.toHaveBeenCalled();
    press('Tell the desk that I leave');
    expect(acts.tellDesk).toHaveBeenCalledWith('leaving', true, 7, 3);
  });

  it('re-seats nobody where another mentor stays at the table', () => {
    const rounds = mentorCard().rounds.map((one) => ({ ...one, shared: true as const }));
    const { press } = open('p-mentor', { card: mentorCard({ rounds }) });
    press('I have to leave');
    choose(/^Now/u);
    expect(consequence()?.textContent).toContain('Nobody has to be re-seated.');
  });

  it('an hour after the last round leaves nobody behind, one that has passed is now', () => {
    const { acts, press } = open('p-mentor');
    press('I have to leave');
    choose(/^At/u);
    const hour = (value: string) => fireEvent.input(screen.getByLabelText('When you leave'), { target: { value } });
    hour('22:00');
    expect(consequence()?.textContent).toContain('Nobody has to be re-seated.');
    hour('19:20');
    expect(consequence()?.textContent).toBe('5 students will be re-seated. Thank you for coming.');
    press('Tell the desk that I leave');
    expect(acts.tellDesk).toHaveBeenCalledWith('leaving', true, 0, 2);
  });

  it('a mentor at work has two buttons at the thumb, and one tap calls for help', () => {
    const { acts, press } = open('p-mentor');
    expect(screen.queryByRole('button', { name: 'Tell the desk' })).toBeNull();
    press('I need help');
    expect(acts.tellDesk).toHaveBeenCalledWith('help', true, 0);
  });

  it('what a mentor said stands at the thumb, too, and can be taken back there', () => {
    const { acts, press } = open('p-mentor', { told: { calls: ['help'], waiting: [] } });
    const bar = document.querySelector('.desk-bar');
    expect(bar?.textContent).toContain('The desk knows that you need help.');
    expect(screen.queryByRole('button', { name: 'I need help' })).toBeNull();
    press('Take it back');
    expect(acts.tellDesk).toHaveBeenCalledWith('help', false);
  });

  it('takes it back with one tap, by its name when there are several', () => {
    const { acts, press } = open('p-now', { told: { calls: ['late', 'leaving'], waiting: [] } });
    press('I do not leave');
    expect(acts.tellDesk).toHaveBeenCalledWith('leaving', false);
  });

  it('notes a change with one tap', () => {
    const { acts, press } = open('p-now', { news: { kind: 'saved', table: 8 } });
    press('OK, I know');
    expect(acts.noteNews).toHaveBeenCalled();
  });
});
