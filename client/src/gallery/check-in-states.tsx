import '../organiser/console.css';
import '../organiser/shell/controls.css';
import '../organiser/shell/boxes.css';
import '../organiser/live/needs.css';
import '../organiser/check-in/door.css';
import '../organiser/check-in/check-in.css';
import { type Attendee, EMPTY_DETAILS } from '@lapwing/shared/event/roster';
import { attendeeId } from '@lapwing/shared/kernel/ids';
import { signal } from '@preact/signals';
import type { JSX } from 'preact';
import { CameraWords } from '../organiser/check-in/CameraView.tsx';
import type { CheckInResult } from '../organiser/check-in/check-in-result.ts';
import type { Door } from '../organiser/check-in/door.ts';
import { RecentResults } from '../organiser/check-in/RecentResults.tsx';
import { ResultCard } from '../organiser/check-in/ResultCard.tsx';
import type { CameraState } from '../organiser/check-in/use-camera.ts';
import { WaitingPhones } from '../organiser/check-in/WaitingPhones.tsx';
import type { EventStore } from '../organiser/event-store.ts';
import type { LiveControl } from '../organiser/live/live-control.ts';
import { at, momentWith, TIME_ZONE } from './fixtures.ts';
import type { CHECK_IN_NAMES } from './state-names.ts';

const person = (name: string, more: Partial<Attendee> = {}): Attendee => ({
  ...EMPTY_DETAILS,
  id: attendeeId(name),
  name,
  checkedInAt: null,
  badgeCode: 'KQ4T7ACD',
  unnamed: false,
  unconfirmed: false,
  keptUntil: null,
  ...more,
});
const aisha = person('Aisha Karim');
const guest = person('Guest of Ben Adeyemi', { unnamed: true });
const long = person('Oluwaseun Adébáyọ̀-Fitzgerald');
const people = [aisha, guest, long];

const store = {
  byId: signal(new Map(people.map((one) => [one.id, one]))),
  detail: signal({ settings: { timeZone: TIME_ZONE } }),
  followed: signal(null),
  live: { moment: signal(momentWith({ kind: 'doors' }, 0)), now: signal(at(-10)) },
  waiting: signal([
    { number: '217', since: at(-12), validUntil: at(3), people: [aisha.id] },
    { number: '590', since: at(-11), validUntil: at(4), people: [] },
  ]),
} as unknown as EventStore;

const jonas: CheckInResult = {
  ...{ id: attendeeId('j'), name: 'Jonas Weil', kind: 'in', undoable: false },
  ...{ table: { number: 11, name: 'Kite' }, at: at(-9) },
};
const tara: CheckInResult = { id: attendeeId('t'), name: 'Tara Singh', kind: 'already', at: at(-19) };

/** A desk on which nothing happens. */
function doorWith(result: CheckInResult | null): Door {
  const parts = {
    result: signal(result),
    recent: signal([jonas, tara]),
    phone: signal(null),
    tooManyPhones: signal(false),
  };
  return parts as unknown as Door;
}

const card = (of: Attendee, verdict: object) => (): JSX.Element => {
  const door = doorWith({ id: of.id, name: of.name, ...verdict } as CheckInResult);
  return (
    <main class="check-in-ground">
      <div class="check-in-page">
        <ResultCard {...{ door, store }} control={{} as LiveControl} open={() => undefined} />
        <RecentResults door={door} store={store} />
      </div>
    </main>
  );
};
const camera = (state: CameraState) => (): JSX.Element => (
  <main class="check-in-ground">
    <div class="check-in-page">
      <section class="camera" data-camera={state}>
        <CameraWords state={state} />
      </section>
    </div>
  </main>
);
const nobody = { ...aisha, id: attendeeId('') };

/** Every verdict of the check-in, by name. */
export const CHECK_IN_STATES: Readonly<Record<(typeof CHECK_IN_NAMES)[number], () => JSX.Element>> = {
  'c-checking': card(aisha, { kind: 'checking' }),
  'c-offered': card(aisha, { kind: 'offered' }),
  'c-in': card(aisha, { kind: 'in', table: { number: 8, name: 'Heron' }, at: at(-8), undoable: true }),
  'c-in-late': card(long, { kind: 'in', table: { number: 107, name: 'Heron' }, at: at(-8), undoable: false }),
  'c-kept': card(aisha, { kind: 'kept' }),
  'c-already': card(aisha, { kind: 'already', at: at(-19) }),
  'c-waiting': card(aisha, { kind: 'not-expected', standing: 'waiting', place: 3 }),
  'c-cancelled': card(aisha, { kind: 'not-expected', standing: 'cancelled', place: null }),
  'c-elsewhere': card(nobody, { kind: 'elsewhere', event: 'Spring evening', role: 'student' }),
  'c-unknown': card({ ...nobody, name: 'AAAACCCC' }, { kind: 'unknown' }),
  'c-taken-back': card(aisha, { kind: 'taken-back' }),
  'c-refused': card(aisha, { kind: 'refused', code: 'too-many-requests' }),
  'c-guest': card(guest, { kind: 'in', table: { number: 8, name: 'Heron' }, at: at(-8), undoable: true }),
  'c-phones': () => (
    <main class="check-in-ground">
      <div class="check-in-page">
        <WaitingPhones store={store} door={doorWith(null)} />
      </div>
    </main>
  ),
  'c-camera-none': camera('none'),
  'c-camera-refused': camera('refused'),
  'c-camera-broken': camera('broken'),
};
