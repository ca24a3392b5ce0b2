import '../public/join.css';
import '../public/desk-number.css';
import { eventId } from '@lapwing/shared/kernel/ids';
import type { ComponentChildren, JSX } from 'preact';
import { DeskNumberForm, DeskNumberView } from '../public/DeskNumber.tsx';
import { JoinPage } from '../public/JoinPage.tsx';
import { OwnPageList } from '../public/OwnPages.tsx';
import { CAREERS } from './event-fixture.ts';
import { CALLED_OFF } from './fixtures.ts';
import { FORM_STATES } from './form-states.tsx';
import type { JOIN_NAMES } from './state-names.ts';

const page =
  (more: Partial<typeof CAREERS> = {}) =>
  () => <JoinPage code="KQ4T" state={{ kind: 'found', event: { ...CAREERS, ...more } }} />;

/** One part of the page by itself. */
const Alone = ({ children }: { children: ComponentChildren }) => (
  <div class="join">
    <main>{children}</main>
  </div>
);
const own = (firstName: string, path: string) => ({ firstName, path, eventId: CAREERS.id });

/** Every state of the public page, by name. */
export const JOIN_STATES: Readonly<Record<(typeof JOIN_NAMES)[number], () => JSX.Element>> = {
  'j-looking': () => <JoinPage code="KQ4T" state={{ kind: 'looking' }} />,
  'j-silent': () => <JoinPage code="KQ4T" state={{ kind: 'silent' }} />,
  'j-unknown': () => <JoinPage code="KQ4X" state={{ kind: 'unknown' }} />,
  'j-held-back': () => <JoinPage code="KQ4T" state={{ kind: 'heldBack' }} />,
  'j-found': page(),
  'j-bare': page({
    id: eventId('bare'),
    about: '',
    mentors: [],
    contactName: '',
    contactEmail: '',
    placesLeft: null,
    community: null,
  }),
  'j-full': page({ placesLeft: 0, community: '' }),
  'j-closed': page({ open: { student: false, mentor: true } }),
  'j-at-door': page({ atDoor: true, open: { student: false, mentor: false } }),
  'j-running': page({ phase: 'running', atDoor: true, open: { student: false, mentor: false } }),
  'j-over': page({ phase: 'over', atDoor: true, open: { student: false, mentor: false } }),
  'j-off': page({ cancelled: { reason: CALLED_OFF.reason }, open: { student: false, mentor: false } }),
  ...FORM_STATES,
  'j-ask-problem': () => (
    <Alone>
      <DeskNumberForm problem="missing" onAsk={async () => undefined} />
    </Alone>
  ),
  'j-number': () => (
    <Alone>
      <DeskNumberView number="217" silent={false} onBack={() => undefined} />
    </Alone>
  ),
  'j-number-silent': () => (
    <Alone>
      <DeskNumberView number="217" silent onBack={() => undefined} />
    </Alone>
  ),
  'j-own': () => (
    <Alone>
      <OwnPageList pages={[own('Aisha', 'a'), own('Ben', 'b')]} onOpen={() => undefined} onForget={async () => true} />
    </Alone>
  ),
};
