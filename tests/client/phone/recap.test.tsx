// @vitest-environment happy-dom
import { fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { at, mentorCard, met, momentWith, studentCard, withRound } from '../../../client/src/gallery/fixtures.ts';
import { noteOf } from '../../../client/src/gallery/note-states.tsx';
import { NO_ACTS, phoneView } from '../../../client/src/gallery/phone-fixture.ts';
import { PHONE_STATES } from '../../../client/src/gallery/phone-states.tsx';
import { PhoneScreen } from '../../../client/src/phone/PhoneScreen.tsx';
import type { PhoneView } from '../../../client/src/phone/phone-view.ts';
import { meetingsOf } from '../../../client/src/phone/recap.ts';
import { recapFile } from '../../../client/src/phone/recap-file.ts';

const over = (begun: number) => momentWith({ kind: 'finished', at: at(70) }, begun);
const view = (card = studentCard(), begun = 6, more: Partial<PhoneView> = {}) =>
  phoneView(card, over(begun), at(71), more);
const namesOf = (shown: PhoneView): string[] => meetingsOf(shown).map(({ person }) => person.name);

afterEach(() => vi.unstubAllGlobals());

describe('people met', () => {
  it('are those of rounds that were held, and sat through', () => {
    expect(namesOf(view())).toHaveLength(6);
    expect(namesOf(view(studentCard(), 4))).toEqual([
      ...['Grace Lindqvist', 'Samuel Okafor', 'Priya Raman', 'Tom Achebe'],
    ]);
    const skipped = over(6);
    const timings = { ...skipped.timings, skipped: [2] };
    expect(namesOf(phoneView(studentCard(), { ...skipped, timings }, at(71)))).not.toContain('Samuel Okafor');
    expect(namesOf(view(studentCard({ rounds: withRound(3, { table: null, meets: [] }) })))).not.toContain(
      'Priya Raman',
    );
    const leaver = studentCard({ rounds: withRound(6, { table: null }) });
    expect(namesOf(view(leaver, 6, { leaving: true }))).toHaveLength(5);
  });

  it('stand there once each, where they were met first', () => {
    const again = studentCard({ rounds: withRound(6, { meets: [met('Priya Raman', 'Product manager, Northlamp')] }) });
    expect(namesOf(view(again))).toHaveLength(5);
    expect(meetingsOf(view(again)).find(({ person }) => person.name === 'Priya Raman')?.round).toBe(3);
  });

  it('are shown with what they do, what to ask them, where that was and the note', () => {
    const State = PHONE_STATES['p-after'];
    const { container } = render(<State />);
    const one = [...container.querySelectorAll('.people li')].find((row) => row.textContent?.includes('Priya Raman'));
    for (const words of [
      ...['Product manager, Northlamp', 'Ask about: Moving from support to product', 'Round 3, table 8'],
      'Started in support.',
    ])
      expect(one?.textContent).toContain(words);
    expect(container.querySelectorAll('.people li')).toHaveLength(6);
    fireEvent.click(screen.getByRole('button', { name: 'Note about Tom Achebe' }));
    expect(screen.getByRole('textbox', { name: 'Note about Tom' })).toBeTruthy();
  });
});

describe('the file', () => {
  const notes = {
    of: { PriyaRaman: noteOf('Ask <again> & "soon"', ['Zoo']) },
    waiting: 0,
    saidSaved: null,
    unkept: false,
  };

  it('holds the people met with all notes, as text that no mark in it can break', () => {
    const page = new DOMParser().parseFromString(recapFile(view(studentCard(), 6, { notes })), 'text/html');
    expect(page.documentElement.lang).toBe('en-GB');
    expect(page.querySelector('h1')?.textContent).toBe('Careers Night');
    expect([...page.querySelectorAll('h2')].map((name) => name.textContent)).toEqual(namesOf(view()));
    expect(page.body.textContent).toContain('Ask <again> & "soon"');
    expect(page.body.textContent).toContain('Zoo');
    expect(page.body.textContent).toContain('Ask about: Moving from support to product');
    expect(page.querySelectorAll('script, img, link, again')).toHaveLength(0);
  });

  it('says what students asked, in a mentor’s', () => {
    expect(recapFile(view(mentorCard()))).toContain('Wanted to ask: Do you need maths for product work?');
  });

  it('is made on the phone, and asks no server', () => {
    const asked = vi.fn();
    vi.stubGlobal('fetch', asked);
    const made: Blob[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      made.push(blob as Blob);
      return 'blob:made';
    });
    const saved: string[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      saved.push(this.download);
    });
    render(<PhoneScreen view={view(studentCard(), 6, { notes })} acts={NO_ACTS} />);
    fireEvent.click(screen.getByRole('button', { name: 'Download my notes' }));
    expect(made[0]?.type).toContain('text/html');
    expect(saved).toEqual([expect.stringMatching(/^lapwing-\d{4}-\d\d-\d\d\.en\.html$/u)]);
    expect(asked).not.toHaveBeenCalled();
    vi.restoreAllMocks();
  });
});
