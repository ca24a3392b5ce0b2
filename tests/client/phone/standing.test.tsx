// @vitest-environment happy-dom
import { attendeeId } from '@lapwing/shared/kernel/ids';
import type { AfterBell } from '@lapwing/shared/protocol/introductions-api';
import { fireEvent, render, screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import {
  at,
  CALLED_OFF,
  mentorCard,
  met,
  momentWith,
  studentCard,
  talk,
  withRound,
} from '../../../client/src/gallery/fixtures.ts';
import { NO_ACTS, phoneView, picksView } from '../../../client/src/gallery/phone-fixture.ts';
import { PHONE_STATES } from '../../../client/src/gallery/phone-states.tsx';
import { opened, REQUESTS, said, stands, TOM } from '../../../client/src/gallery/pick-fixture.ts';
import type { PhoneActs } from '../../../client/src/phone/own.ts';
import { PhoneScreen } from '../../../client/src/phone/PhoneScreen.tsx';
import type { PhoneView } from '../../../client/src/phone/phone-view.ts';
import type { PicksView } from '../../../client/src/phone/picks.ts';
import { recapFile } from '../../../client/src/phone/recap-file.ts';
import { goesOutBy, standingOf } from '../../../client/src/phone/standing.ts';

const PRIYA = attendeeId('PriyaRaman');
const before = said({ wish: 'introduce', at: at(28) });
const since = said({ wish: 'introduce', at: at(71) });
const standing = (after: Partial<AfterBell>, pick = before) =>
  standingOf(picksView({ of: { [PRIYA]: pick }, after: opened(after) }), PRIYA);
const over = (picks: Partial<PicksView>, minute = 72, card = studentCard(), more: Partial<PhoneView> = {}) =>
  phoneView(card, momentWith({ kind: 'finished', at: at(70) }, 6), at(minute), { picks: picksView(picks), ...more });
const show = (view: PhoneView, acts: Partial<PhoneActs> = {}) =>
  render(<PhoneScreen view={view} acts={{ ...NO_ACTS, ...acts }} />);
const rowOf = (name: string): HTMLElement =>
  [...document.querySelectorAll<HTMLElement>('.people > li')].find((row) => row.textContent?.includes(name)) as never;

describe('how it stands', () => {
  it('H5 is nothing before the last bell', () => {
    expect(standingOf(picksView({ of: { [PRIYA]: before } }), PRIYA)).toBeNull();
  });

  it('is as the server told it', () => {
    for (const is of ['asked', 'confirm', 'full', 'declined', 'passed-on', 'over'] as const)
      expect(standing({ standings: [stands(PRIYA, is)] })?.is).toBe(is);
  });

  it('H8 goes on at once by what was said here since: confirmed, taken back, said yes to', () => {
    expect(standing({ standings: [stands(PRIYA, 'confirm')] }, since)?.is).toBe('agreed');
    expect(standing({ standings: [stands(PRIYA, 'confirm')] }, said({ wish: 'not-now' }))).toBeNull();
    expect(standing({}, since)?.is).toBe('asked');
    const asks = { ...REQUESTS[0], from: PRIYA } as AfterBell['requests'][number];
    expect(standing({ requests: [asks] }, since)?.is).toBe('agreed');
  });

  it('H11 stays sent whatever is said later', () => {
    expect(standing({ standings: [stands(PRIYA, 'sent')] }, said({ wish: 'not-now' }))?.is).toBe('sent');
  });

  it('H8 goes out at the latest a minute after ten of silence, later a minute after the last word', () => {
    const view = (now: number, said = since) => over({ of: { [PRIYA]: said }, after: opened() }, now);
    expect(goesOutBy(view(72), PRIYA)).toBe(at(81));
    expect(goesOutBy(view(79, before), PRIYA)).toBe(at(81));
    expect(goesOutBy(view(90, { ...since, at: at(89, 30) }), PRIYA)).toBe(at(90, 30));
    expect(goesOutBy(view(92), PRIYA)).toBeNull();
  });
});

describe('after the last bell', () => {
  it('reads what became of each, and asks whom somebody named', () => {
    const asked: unknown[] = [];
    const picks = { of: { [PRIYA]: since }, after: opened({ standings: [stands(PRIYA, 'passed-on', TOM)] }) };
    show(over(picks), { sayPick: (...words) => asked.push(words) });
    const row = rowOf('Priya Raman');
    expect(row.textContent).toContain('Priya thinks Tom may help more.');
    fireEvent.click(within(row).getByRole('button', { name: 'Ask Tom' }));
    expect(asked).toEqual([[TOM.id, { wish: 'introduce' }]]);
  });

  it('H14 lists whom they asked without having met them', () => {
    const stranger = { ...TOM, id: attendeeId('Stranger'), name: 'Nadia Haddad' };
    const standings = [stands(PRIYA, 'passed-on', stranger), stands(stranger.id, 'asked')];
    show(over({ of: { [PRIYA]: since, [stranger.id]: since }, after: opened({ standings }) }));
    expect(rowOf('Nadia Haddad').textContent).toContain('Named to you by another mentor');
    expect(rowOf('Nadia Haddad').textContent).toContain('Nadia has not answered yet.');
    expect(screen.queryByRole('button', { name: 'Ask Nadia' })).toBeNull();
  });

  it('H9 says what is missing on one’s own side, each with one thing to do', () => {
    const said: unknown[] = [];
    const after = opened({ missing: ['consent', 'address', 'proof'], standings: [stands(PRIYA, 'agreed')] });
    show(over({ of: { [PRIYA]: since }, after }), { setTerms: (terms) => said.push(terms) });
    fireEvent.click(screen.getByRole('button', { name: 'Yes, it may' }));
    expect(said).toEqual([{ consent: true }]);
    expect(screen.getByRole('button', { name: 'Send me that mail' })).toBeTruthy();
    expect(document.body.textContent).toContain('We have no e-mail address of yours.');
    expect(rowOf('Priya Raman').textContent).toContain('It waits for what is missing of yours.');
  });

  it('H9 asks for nothing where nobody wants to be introduced', () => {
    show(over({ after: opened({ missing: ['consent'] }) }));
    expect(screen.queryByRole('heading', { name: 'First, this is missing' })).toBeNull();
  });

  it('a mentor answers by tap, with their own note, and sees how many it makes', () => {
    const asked: unknown[] = [];
    const after = opened({ requests: REQUESTS, limit: { perMonth: 2, taken: 1 } });
    const notes = { of: {}, waiting: 0, saidSaved: null, unkept: false };
    const { unmount } = show(over({ after }, 72, mentorCard(), { notes }), {
      sayPick: (...words) => asked.push(words),
    });
    expect(screen.getByText('1 of 2 this month')).toBeTruthy();
    const group = screen.getByRole('group', { name: 'Your answer to Aisha' });
    fireEvent.click(within(group).getByRole('button', { name: 'Yes' }));
    expect(asked).toEqual([['Aisha', { wish: 'introduce', to: null }]]);
    unmount();
    show(over({ after, of: { Aisha: since } }, 72, mentorCard()));
    expect(screen.getByText(/^You have reached 2 this month/u)).toBeTruthy();
  });

  it('tells a mentor until when students can ask', () => {
    show(over({ after: opened({ limit: { perMonth: 2, taken: 0 } }) }, 72, mentorCard()));
    expect(screen.getByText('No requests yet. Students can ask until Thursday 3 December.')).toBeTruthy();
  });

  it('shows it in free talk too, above the evening', () => {
    const State = PHONE_STATES['p-bell'];
    render(<State />);
    expect(screen.getByRole('heading', { name: 'You and Priya both want it' })).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'My evening' })).toBeTruthy();
  });

  it('goes into the file with the notes: stars, wishes with their line, and how they stand', () => {
    const of = { [PRIYA]: { ...since, star: true, line: 'How <fast>?' }, TomAchebe: said({ star: true }) };
    const file = recapFile(over({ of, after: opened({ standings: [stands(PRIYA, 'sent')] }) }));
    const page = new DOMParser().parseFromString(file, 'text/html').body.textContent ?? '';
    expect(page.match(/★ Star/gu)).toHaveLength(2);
    expect(page).toContain('Introduce us: How <fast>?');
    expect(page).toContain('Sent: look in your mail.');
  });
});

describe('where picks are said', () => {
  const names = (): (string | null)[] =>
    screen
      .queryAllByRole('button', { name: /^(?:Star|Introduce us|Not now)/u })
      .map((one) => one.getAttribute('aria-label'));

  it.each([
    ['p-now', ['Star: Priya Raman', 'Introduce us: Priya Raman']],
    ['p-pick-under-18', ['Star: Priya Raman']],
  ] as const)('%s has them in the bar, for whoever sits there', (name, expected) => {
    const State = PHONE_STATES[name];
    const { container } = render(<State />);
    const bar = within(container.querySelector('.bar') as HTMLElement);
    expect(bar.getAllByRole('button', { name: /: /u }).map((one) => one.getAttribute('aria-label'))).toEqual(expected);
  });

  it('each of two mentors has their own', () => {
    const State = PHONE_STATES['p-pick-two'];
    render(<State />);
    const tom = within(screen.getByRole('group', { name: 'Tom Achebe' }));
    expect(tom.getAllByRole('button').map((one) => one.getAttribute('aria-pressed'))).toEqual(['true', 'true']);
    const other = within(screen.getByRole('group', { name: 'Oluwaseun Adébáyọ̀' }));
    expect(other.getAllByRole('button').map((one) => one.getAttribute('aria-pressed'))).toEqual(['false', 'false']);
  });

  it.each(['p-move', 'p-stay', 'p-out', 'p-before', 'p-first'] as const)('%s has nothing in the way', (name) => {
    const State = PHONE_STATES[name];
    const { container } = render(<State />);
    expect(container.querySelector('.bar-picks, .picks-here')).toBeNull();
  });

  it('more than two mentors have them in My evening, while they sit there', () => {
    const three = ['Priya Raman', 'Tom Achebe', 'Ines Carvalho'].map((name) => met(name, ''));
    const card = studentCard({ rounds: withRound(3, { meets: three }) });
    show(phoneView(card, momentWith(talk(3), 3), at(27), {}));
    expect(document.querySelector('.bar-picks')).toBeNull();
    expect(
      names()
        .filter((name) => name?.startsWith('Star: '))
        .slice(-3),
    ).toEqual(three.map(({ name }) => `Star: ${name}`));
  });

  it('an evening that is cancelled has none', () => {
    show(over({ introductions: 'off' }, 72, studentCard({ cancelled: CALLED_OFF })));
    expect(screen.getByRole('heading', { name: 'People you met' })).toBeTruthy();
    expect(names()).toEqual([]);
  });

  it('past rounds have them in My evening, with a no ahead; a mentor at a table has no no', () => {
    const Break = PHONE_STATES['p-pick-evening'];
    const { unmount } = render(<Break />);
    expect(names().filter((name) => name?.endsWith('Grace Lindqvist'))).toEqual([
      ...['Star: Grace Lindqvist', 'Introduce us: Grace Lindqvist', 'Not now: Grace Lindqvist'],
    ]);
    expect(names().filter((name) => name?.endsWith('Tom Achebe'))).toEqual([]);
    unmount();
    const Mentor = PHONE_STATES['p-pick-mentor'];
    render(<Mentor />);
    expect(names().filter((name) => name?.endsWith('Aisha'))).toEqual(['Star: Aisha', 'Introduce us: Aisha']);
  });
});
