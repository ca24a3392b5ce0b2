import '../public/join.css';
import { eventId } from '@lapwing/shared/kernel/ids';
import type { JSX } from 'preact';
import { JoinPage } from '../public/JoinPage.tsx';
import { STARTS_AT, TIME_ZONE } from './fixtures.ts';
import type { JOIN_NAMES } from './state-names.ts';

const facts = {
  id: eventId('careers'),
  name: 'Careers Night',
  place: 'King’s Hall',
  startsAt: STARTS_AT,
  timeZone: TIME_ZONE,
};

/** Every state of the page behind the code, by name. */
export const JOIN_STATES: Readonly<Record<(typeof JOIN_NAMES)[number], () => JSX.Element>> = {
  'j-looking': () => <JoinPage code="KQ4T" state={{ kind: 'looking' }} />,
  'j-silent': () => <JoinPage code="KQ4T" state={{ kind: 'silent' }} />,
  'j-unknown': () => <JoinPage code="KQ4X" state={{ kind: 'unknown' }} />,
  'j-found': () => <JoinPage code="KQ4T" state={{ kind: 'found', facts }} />,
};
