import { after, minutes } from '@lapwing/shared/kernel/time';
import type { OwnDetails } from '@lapwing/shared/protocol/registration-api';
import type { JSX } from 'preact';
import { DetailsView } from '../forms/MyDetails.tsx';
import { WasItYouView } from '../forms/WasItYou.tsx';
import { PlainPage } from '../phone/PlainPages.tsx';
import { CAREERS } from './event-fixture.ts';
import { at, STARTS_AT, TIME_ZONE } from './fixtures.ts';
import { AISHA, PRIYA } from './people-fixture.ts';
import type { DETAILS_NAMES } from './state-names.ts';

const student: OwnDetails = {
  role: 'student',
  standing: 'active',
  place: null,
  ...{ keptUntil: null, asked: false },
  placesLeft: 4,
  open: true,
  mayComeBack: true,
  student: AISHA,
  mentor: null,
  registeredAt: at(-9_000),
  fromMailbox: true,
  earlierCard: null,
  mentors: CAREERS.mentors,
  data: CAREERS.data,
  startsAt: STARTS_AT,
  endsAt: after(STARTS_AT, minutes(125)),
  timeZone: TIME_ZONE,
  contactName: 'Mei Tanaka',
  contactEmail: 'mei@example.org',
};
const mentor: OwnDetails = { ...student, role: 'mentor', student: null, mentor: PRIYA, mentors: [] };

/** The morning before. */
const KEPT_UNTIL = at(-1_980);

const acts = { save: async () => true, say: async () => true, agree: async () => true };

const page = (details: OwnDetails) => () => (
  <div class="phone">
    <main>
      <section class="f-form my-details">
        <DetailsView details={details} path="/me/k3v9xq" acts={acts} />
      </section>
    </main>
  </div>
);

const question =
  (
    { role, student, mentor, keptUntil, asked, data: { under18 }, timeZone }: OwnDetails,
    state: 'asking' | 'gone' = 'asking',
  ) =>
  () => (
    <PlainPage status="asking">
      <WasItYouView
        asks={{
          role,
          student,
          mentor,
          under18,
          timeZone,
          keptUntil,
          waiting: asked,
          name: (student ?? mentor)?.name ?? '',
          wished: CAREERS.mentors,
          eventName: CAREERS.name,
          seen: '',
        }}
        state={state}
        onYes={() => undefined}
        onNo={() => undefined}
      />
    </PlainPage>
  );

/** One's own details, by name. */
export const DETAILS_STATES: Readonly<Record<(typeof DETAILS_NAMES)[number], () => JSX.Element>> = {
  'p-details': page(student),
  'p-details-mentor': page({ ...mentor, earlierCard: { ...PRIYA.card, tools: 'A whiteboard' } }),
  'p-details-kept': page({ ...student, keptUntil: KEPT_UNTIL, fromMailbox: false }),
  'p-details-waiting': page({ ...student, standing: 'waiting', place: 3, placesLeft: 0 }),
  'p-details-asked': page({
    ...student,
    standing: 'waiting',
    place: 12,
    placesLeft: 0,
    asked: true,
    fromMailbox: false,
  }),
  'p-details-cancelled': page({ ...student, standing: 'cancelled', placesLeft: 0 }),
  'p-details-taken-off': page({ ...student, standing: 'cancelled', mayComeBack: false }),
  'p-details-under-18': page({ ...mentor, data: { ...CAREERS.data, under18: true } }),
  'p-details-over': page({ ...student, open: false }),
  'p-was-it-you': question(student),
  'p-was-it-you-kept': question({ ...student, keptUntil: KEPT_UNTIL }),
  'p-was-it-you-waiting': question({ ...student, standing: 'waiting', asked: true }),
  'p-was-it-you-mentor': question(mentor),
  'p-was-it-you-gone': question(student, 'gone'),
};
