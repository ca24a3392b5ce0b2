// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import {
  at,
  CALLED_OFF,
  mentorCard,
  momentWith,
  move,
  studentCard,
  talk,
} from '../../../client/src/gallery/fixtures.ts';
import { NO_ACTS, phoneView } from '../../../client/src/gallery/phone-fixture.ts';
import { PhoneScreen } from '../../../client/src/phone/PhoneScreen.tsx';
import { pageTitle } from '../../../client/src/phone/page-title.ts';
import { afterParts } from '../../../client/src/phone/parts.ts';
import { sayingBetween } from '../../../client/src/phone/sayings.ts';
import { beatsBetween } from '../../../client/src/phone/vibration.ts';

afterEach(cleanup);

const off = studentCard({ cancelled: CALLED_OFF });
const doors = momentWith({ kind: 'doors' }, 0);
const third = momentWith(talk(3), 3);

describe('the phone of a cancelled evening', () => {
  it('E4 says so, with the reason and whom to ask, and nothing of tables or the door', () => {
    render(<PhoneScreen view={phoneView({ ...off, checkedIn: false }, doors, at(-20))} acts={NO_ACTS} />);
    expect(screen.getByRole('heading', { name: 'This evening is cancelled.' })).toBeTruthy();
    expect(screen.getByText(`The organiser wrote: ${CALLED_OFF.reason}`)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'mei@example.org' })).toBeTruthy();
    for (const gone of [/Table/u, /at the door/u, /Add to calendar/u, /Help/u, /People you met/u])
      expect(screen.queryByText(gone), String(gone)).toBeNull();
  });

  it.each([
    ['student', off],
    ['mentor', mentorCard({ cancelled: CALLED_OFF })],
  ])('E4 keeps for a %s whom they met, where the night had begun', async (_role, card) => {
    await afterParts.fetch();
    render(<PhoneScreen view={phoneView(card, third, at(27, 18))} acts={NO_ACTS} />);
    expect(screen.getByRole('heading', { name: 'People you met' })).toBeTruthy();
    expect(document.querySelector('.seat-count, .k-plate, .bar')).toBeNull();
  });

  it('E2 tells nobody of what the clock does: no move, no word, no beat', () => {
    const before = phoneView(off, third, at(33, 59));
    const after = phoneView(off, momentWith(move(4), 3), at(34, 1));
    render(<PhoneScreen view={after} acts={NO_ACTS} />);
    expect(document.querySelector('.phone')?.getAttribute('data-ground')).toBe('page');
    expect([sayingBetween(before, after), beatsBetween(before, after)]).toEqual([null, null]);
    expect(pageTitle(after)).toBe('This evening is cancelled.');
  });

  it('E4 is said aloud once, when it is heard', () => {
    const before = phoneView(studentCard(), third, at(27));
    const after = phoneView(off, third, at(27, 1));
    expect(sayingBetween(before, after)).toEqual({ how: 'now', words: 'This evening is cancelled.' });
    expect(sayingBetween(after, after)).toBeNull();
    expect(sayingBetween(after, before)).toEqual({ how: 'now', words: 'The evening takes place after all.' });
  });
});
