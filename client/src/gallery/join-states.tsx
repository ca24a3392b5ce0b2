import '../public/join.css';
import { eventId } from '@lapwing/shared/kernel/ids';
import type { JSX } from 'preact';
import { JoinPage } from '../public/JoinPage.tsx';
import { CAREERS } from './event-fixture.ts';
import { FORM_STATES } from './form-states.tsx';
import type { JOIN_NAMES } from './state-names.ts';

const page =
  (more: Partial<typeof CAREERS> = {}) =>
  () => <JoinPage code="KQ4T" state={{ kind: 'found', event: { ...CAREERS, ...more } }} />;

/** Every state of the public page, by name. */
export const JOIN_STATES: Readonly<Record<(typeof JOIN_NAMES)[number], () => JSX.Element>> = {
  'j-looking': () => <JoinPage code="KQ4T" state={{ kind: 'looking' }} />,
  'j-silent': () => <JoinPage code="KQ4T" state={{ kind: 'silent' }} />,
  'j-unknown': () => <JoinPage code="KQ4X" state={{ kind: 'unknown' }} />,
  'j-found': page(),
  'j-bare': page({ id: eventId('bare'), about: '', mentors: [], contactName: '', contactEmail: '', placesLeft: null }),
  'j-full': page({ placesLeft: 0 }),
  'j-closed': page({ open: { student: false, mentor: true } }),
  'j-running': page({ phase: 'running', open: { student: false, mentor: false } }),
  'j-over': page({ phase: 'over', open: { student: false, mentor: false } }),
  ...FORM_STATES,
};
