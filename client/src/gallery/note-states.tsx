import type { Note } from '@lapwing/shared/notes/note';
import type { PersonalCard } from '@lapwing/shared/protocol/messages';
import type { JSX } from 'preact';
import { PhoneScreen } from '../phone/PhoneScreen.tsx';
import type { PhoneView } from '../phone/phone-view.ts';
import { at, mentorCard, met, momentWith, studentCard, talk, withRound } from './fixtures.ts';
import { NO_ACTS, phoneView } from './phone-fixture.ts';
import type { NOTE_NAMES } from './state-names.ts';

export const noteOf = (text: string, beside: readonly string[] = []): Note => ({
  text,
  at: at(27),
  seen: { phone: 1 },
  beside,
});
const STARTED = 'Started in support. Says: ask for the small project nobody wants.';
/** What Aisha wrote. */
export const NOTES_OF = {
  PriyaRaman: noteOf(STARTED),
  GraceLindqvist: noteOf('SQL first, then the rest. Send her my bike data.'),
  SamuelOkafor: noteOf('Vacation schemes open in October!'),
};

const screen = (card: PersonalCard, notes: Partial<PhoneView['notes']>, more: Partial<PhoneView> = {}) => {
  const view = phoneView(card, momentWith(talk(3), 3), at(27, 18), more);
  const shown = { ...view, notes: { ...view.notes, ...notes } };
  return (): JSX.Element => <PhoneScreen view={shown} acts={NO_ACTS} />;
};
const two = studentCard({
  rounds: withRound(3, {
    meets: [met('Priya Raman', 'Product manager, Northlamp'), met('Tom Achebe', 'Civil engineer, Longspan')],
  }),
});

/** What people write for themselves, and what has become of it. */
export const NOTE_STATES: Readonly<Record<(typeof NOTE_NAMES)[number], () => JSX.Element>> = {
  'p-note': screen(studentCard(), { of: NOTES_OF }),
  'p-note-saved': screen(studentCard(), { of: NOTES_OF, saidSaved: 'PriyaRaman' }),
  'p-note-beside': screen(studentCard(), { of: { PriyaRaman: noteOf(STARTED, ['Knows somebody at the zoo']) } }),
  'p-notes-two': screen(two, { of: NOTES_OF }),
  'p-notes-evening': screen(studentCard({ rounds: withRound(3, { table: null, meets: [] }) }), { of: NOTES_OF }),
  'p-notes-mentor': screen(mentorCard(), {
    of: { Aisha: noteOf('Wants to see the office. Thursday?'), Chloe: noteOf('', ['Good at maths after all']) },
  }),
  'p-notes-queue': screen(studentCard(), { of: NOTES_OF, waiting: 2 }, { status: 'offline', silentMinutes: 2 }),
  'p-notes-failing': screen(studentCard(), { of: NOTES_OF, waiting: 1 }, { unsaved: true }),
  'p-notes-unkept': screen(studentCard(), { of: NOTES_OF, waiting: 1, unkept: true }, { status: 'offline' }),
};
