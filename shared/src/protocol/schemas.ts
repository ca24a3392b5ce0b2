/** What the server accepts, checked before a handler sees it. Only the server imports this file: TypeBox is heavy. */
import Type from 'typebox';
import { REASON_MOST } from '../event/cancelled.ts';
import { LANDMARK_KINDS, MAX_LANDMARKS } from '../event/floor.ts';
import { LANGUAGE_TAGS } from '../kernel/language.ts';
import { BADGES_AT_ONCE, SHEETS } from '../paper/sheets.ts';
import { DISPLAY_LAYOUTS, DISPLAY_THEMES } from './messages.ts';
import { closed, eveningTime, id, instant, oneOf, orNull, text } from './schema-parts.ts';

/** Without line breaks, NUL and their kin: it may stand in the header of a mail. */
const ONE_LINE = '^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029]*$';
/** As `ONE_LINE`, with something that is no blank. */
const NAMED = ONE_LINE.replace('^', '^(?=.*\\S)');
const named = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: NAMED });
const oneLine = (maxLength: number, minLength = 0) => Type.String({ minLength, maxLength, pattern: ONE_LINE });

export const Secret = Type.Object({ secret: Type.String({ minLength: 1, maxLength: 200 }) }, closed);
/** `mine`: the `seen` of a question that was answered with yes (`WasItYou`). */
export const OwnLink = Type.Object(
  {
    secret: Type.String({ minLength: 1, maxLength: 200 }),
    mine: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
  },
  closed,
);
export const FirstName = Type.Object({ firstName: Type.String({ minLength: 1, maxLength: 40 }) }, closed);
export const LinkHost = Type.Object({ host: Type.String({ minLength: 1, maxLength: 100 }) }, closed);
export const EventParams = Type.Object({ eventId: id });
export const AttendeeParams = Type.Object({ eventId: id, attendeeId: id });
export const ImportParams = Type.Object({ eventId: id, importId: id });
export const PlanParams = Type.Object({ eventId: id, version: Type.Integer({ minimum: 1 }) });
export const PersonParams = Type.Object({ attendeeId: id });
export const LanguageParams = Type.Object({ language: oneOf(...LANGUAGE_TAGS) });
export const OwnManifestParams = Type.Object({ attendeeId: id, language: oneOf(...LANGUAGE_TAGS) });
export const DisplayParams = Type.Object({ displayId: id });
export const CodeParams = Type.Object({ code: Type.String({ minLength: 1, maxLength: 12 }) });
export const BadgeParams = Type.Object({ code: Type.String({ minLength: 1, maxLength: 64 }) });
const deskNumber = Type.String({ pattern: '^[0-9a-z]{1,12}$' });
export const DeskNumberParams = Type.Object({ code: CodeParams.properties.code, number: deskNumber });
export const WaitingParams = Type.Object({ eventId: id, number: deskNumber });

export const NewEvent = Type.Object({ name: named(80), timeZone: Type.Optional(text(60)) }, closed);
export const CopyEvent = Type.Object({ name: Type.Optional(named(80)) }, closed);
/** `name`: of the rehearsal, in the words of whoever asks. */
export const RehearseEvent = Type.Object({ name: named(120) }, closed);

export const Settings = Type.Object(
  {
    name: oneLine(80),
    place: oneLine(80),
    startsAt: eveningTime,
    timeZone: text(60),
    rounds: Type.Integer(),
    roundMinutes: Type.Integer(),
    changeoverMinutes: Type.Integer(),
    breakAfterRound: Type.Integer(),
    breakMinutes: Type.Integer(),
    whoMoves: Type.Union([Type.Literal('students'), Type.Literal('mentors')]),
    boundary: Type.Union([Type.Literal('auto'), Type.Literal('hold')]),
    talkBegins: Type.Union([Type.Literal('auto'), Type.Literal('hold')]),
    welcomeMinutes: Type.Integer(),
    panelMinutes: Type.Integer(),
    freeTalkMinutes: Type.Integer(),
  },
  closed,
);

const field = { column: Type.Integer({ minimum: 0, maximum: 99 }), row: Type.Integer({ minimum: 0, maximum: 99 }) };
export const Floor = Type.Object(
  {
    tables: Type.Array(
      Type.Object(
        {
          id: Type.Optional(id),
          number: Type.Integer({ minimum: 1, maximum: 999 }),
          name: text(40),
          seats: Type.Integer({ minimum: 1, maximum: 50 }),
          mentors: Type.Array(id, { maxItems: 10 }),
          stepFree: Type.Boolean(),
          quiet: Type.Boolean(),
          ...field,
        },
        closed,
      ),
      { maxItems: 400 },
    ),
    landmarks: Type.Optional(
      Type.Array(Type.Object({ kind: oneOf(...LANDMARK_KINDS), ...field }, closed), { maxItems: MAX_LANDMARKS }),
    ),
  },
  closed,
);

const details = {
  role: Type.Union([Type.Literal('student'), Type.Literal('mentor')]),
  name: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }),
  email: oneLine(254),
  standing: Type.Union([Type.Literal('active'), Type.Literal('waiting'), Type.Literal('cancelled')]),
  course: text(200),
  yearOfStudy: text(100),
  industries: Type.Array(text(100), { maxItems: 20 }),
  question: text(1_000),
  access: text(1_000),
  diet: text(1_000),
  availability: text(1_000),
  card: Type.Object(
    {
      jobTitle: text(200),
      company: text(200),
      industry: text(100),
      roles: Type.Array(text(100), { maxItems: 20 }),
      askMeAbout: text(1_000),
      allDay: text(1_000),
      howIGotHere: text(1_000),
      wouldDoDifferently: text(1_000),
      pronouns: text(60),
      yearsInWork: text(60),
      organisationKind: text(60),
      pleaseDontAsk: text(1_000),
      surprising: text(1_000),
      tools: text(1_000),
      firstJobs: text(1_000),
      contact: text(300),
    },
    closed,
  ),
  registration: Type.Object(
    {
      roles: Type.Array(text(100), { maxItems: 20 }),
      wishes: Type.Array(id, { maxItems: 20 }),
      photo: Type.Union([Type.Literal('yes'), Type.Literal('no'), Type.Literal('')]),
      adult: orNull(Type.Boolean()),
      consents: Type.Partial(
        Type.Object(
          { run: instant, publicCard: instant, guide: instant, introductions: instant, keep: instant },
          closed,
        ),
        closed,
      ),
      arrivesAt: orNull(eveningTime),
      leavesAt: orNull(eveningTime),
      introductionsPerMonth: orNull(Type.Integer({ minimum: 0, maximum: 5 })),
      company: text(500),
      offWalls: Type.Optional(Type.Boolean()),
    },
    closed,
  ),
  needs: Type.Object(
    {
      stepFree: Type.Boolean(),
      quiet: Type.Boolean(),
      staysAt: orNull(id),
      heard: Type.Optional(text(3_000)),
    },
    closed,
  ),
};
const someDetails = Type.Partial(Type.Object(details, closed), closed);
export const PairKind = Type.Object({ kind: Type.Union([Type.Literal('apart'), Type.Literal('together')]) }, closed);
export const PairParams = Type.Object({ eventId: id, attendeeId: id, otherId: id });
export const ChangePerson = Type.Object(
  {
    details: someDetails,
    /** The organiser says that they are who they say, or takes that back. */
    confirmed: Type.Optional(Type.Boolean()),
  },
  closed,
);
export const NewPerson = Type.Object(
  {
    details: Type.Object(
      { ...Type.Partial(Type.Object(details)).properties, role: details.role, name: details.name },
      closed,
    ),
    /** Made by the asker, so that asking again adds nobody twice. */
    id: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9_-]{12}$' })),
  },
  closed,
);
/** Somebody nobody expected, as whoever helps at the door may add them: a student of that name. */
export const WalkInAtDoor = Type.Object({ id: NewPerson.properties.id, name: details.name }, closed);
export const Presence = Type.Object({ here: Type.Boolean(), at: Type.Optional(instant) }, closed);
/** An address or a code, as somebody typed it. */
const typed = Type.String({ minLength: 1, maxLength: 254, pattern: '\\S' });
/** One of the two. */
export const Scan = Type.Object(
  { code: Type.Optional(typed), person: Type.Optional(id) },
  { ...closed, minProperties: 1, maxProperties: 1 },
);
export const WhoWaits = Type.Object({ who: typed }, closed);
export const LetPhoneIn = Type.Object({ person: id }, closed);
export const SelfCheckIn = Type.Object({ code: text(40) }, closed);
export const CancelEvent = Type.Object({ cancelled: Type.Boolean(), reason: oneLine(REASON_MOST) }, closed);
export const SwitchOn = Type.Object({ on: Type.Boolean() }, closed);

const attendees = Type.Union([Type.Literal('students'), Type.Literal('mentors')]);
/** Subjects apart by commas: the longest is 16 letters, and 60 columns are the most. */
const columnMap = Type.String({ maxLength: 1_100, pattern: '^[A-Za-z]+(,[A-Za-z]+)*$' });
export const PreviewQuery = Type.Object({
  as: Type.Optional(attendees),
  map: Type.Optional(columnMap),
  reading: Type.Optional(id),
});
export const ApplyQuery = Type.Object({
  as: Type.Optional(attendees),
  map: Type.Optional(columnMap),
  reading: Type.Optional(id),
  digest: text(64),
});
export const ReadingParams = Type.Object({ eventId: id, reading: id });
export const ImportChoices = Type.Object(
  {
    walkIns: Type.Array(Type.Integer({ minimum: 1 }), { maxItems: 5_000 }),
    cancel: Type.Array(id, { maxItems: 20_000 }),
  },
  closed,
);

const basis = Type.Union([Type.Literal('expected'), Type.Literal('here')]);
export const NewPlan = Type.Object(
  {
    basis,
    seed: Type.Optional(Type.Integer({ minimum: 0, maximum: 2_147_483_647 })),
    aim: Type.Optional(oneOf('wishes', 'balanced', 'mixing')),
    effort: Type.Optional(oneOf('quick', 'thorough')),
  },
  closed,
);
export const EditedPlan = Type.Object(
  {
    changes: Type.Array(
      Type.Object({ round: Type.Integer({ minimum: 1, maximum: 20 }), person: id, table: orNull(id) }, closed),
      { minItems: 1, maxItems: 400 },
    ),
  },
  closed,
);
const seat = { round: Type.Integer({ minimum: 1, maximum: 20 }), person: id };
export const LockSeats = Type.Object(
  {
    lock: Type.Array(Type.Object({ ...seat, table: id }, closed), { maxItems: 400 }),
    unlock: Type.Array(Type.Object(seat, closed), { maxItems: 400 }),
  },
  closed,
);
export const OfferStart = Type.Object({ basis }, closed);

const round = Type.Integer({ minimum: 1, maximum: 20 });
const people = Type.Array(id, { minItems: 1, maxItems: 400 });
const byHand = { round, toEnd: Type.Optional(Type.Literal(true)) };
const seatsChange = [
  Type.Object({ kind: Type.Literal('arrived'), people }, closed),
  Type.Object({ kind: Type.Literal('moved'), person: id, table: orNull(id), ...byHand }, closed),
  Type.Object({ kind: Type.Literal('swapped'), one: id, other: id, ...byHand }, closed),
];
const RoomChange = Type.Union([
  Type.Object({ kind: Type.Literal('noShows'), people }, closed),
  Type.Object({ kind: Type.Literal('left'), people, now: Type.Optional(Type.Literal(true)) }, closed),
  Type.Object({ kind: Type.Literal('replaced'), mentor: id, by: id }, closed),
  Type.Object({ kind: Type.Literal('mentorSeated'), mentor: id, table: id }, closed),
  Type.Object({ kind: Type.Literal('tableClosed'), table: id }, closed),
  Type.Object({ kind: Type.Literal('rulesChanged') }, closed),
  Type.Object(
    {
      kind: Type.Literal('tableAdded'),
      table: id,
      seats: Type.Integer({ minimum: 1, maximum: 50 }),
      mentors: Type.Array(id, { maxItems: 2 }),
    },
    closed,
  ),
  ...seatsChange,
]);
export const Repair = Type.Object(
  {
    change: RoomChange,
    kinds: Type.Optional(Type.Array(oneOf('fewest-moves', 'middle', 'best-plan'), { minItems: 1, maxItems: 3 })),
  },
  closed,
);

const SeatsChange = Type.Union(seatsChange);
export const OfferSeats = Type.Object({ change: SeatsChange }, closed);

const call = oneOf('late', 'leaving', 'lost', 'help');
export const CallParams = Type.Object({
  eventId: id,
  attendeeId: id,
  call: Type.Union([call, Type.Literal('stranger')]),
});
export const AnswerCall = Type.Object({ answered: Type.Boolean() }, closed);
export const OwnCallParams = Type.Object({ attendeeId: id, call });
export const MakeCall = Type.Object(
  {
    calling: Type.Boolean(),
    minutes: Type.Optional(Type.Integer({ minimum: 0, maximum: 240 })),
    afterRound: Type.Optional(Type.Integer({ minimum: 0, maximum: 20 })),
  },
  closed,
);
export const AllHere = Type.Object({ round }, closed);
export const ScreenParams = Type.Object({ eventId: id, screenId: id });
const look = {
  ...{ layout: oneOf(...DISPLAY_LAYOUTS), theme: oneOf(...DISPLAY_THEMES) },
  ...{ light: Type.Boolean(), speaks: Type.Boolean() },
};
export const DisplaySettings = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 40, pattern: '\\S' }),
    layout: look.layout,
    theme: Type.Optional(look.theme),
    light: Type.Optional(look.light),
    speaks: Type.Optional(look.speaks),
  },
  closed,
);
export const ChangeLook = Type.Object(look, closed);
export const TellState = Type.Object(
  { sound: Type.Boolean(), voice: Type.Boolean(), board: orNull(oneOf('fits', 'too-many')) },
  closed,
);

const mark = (head: string, key: string, most: number) =>
  Type.String({ maxLength: most * (key.length + 16), pattern: `^${head}(${key}:[0-9a-f]{8}( |$)){0,${most}}$` });
const printed = { planVersion: Type.Integer({ minimum: 0 }), at: instant };
export const ChangePaper = Type.Object(
  {
    sheets: Type.Array(
      Type.Object({ sheet: oneOf(...SHEETS), ...printed, mark: Type.Optional(mark('', '[0-9]{1,3}', 999)) }, closed),
      { maxItems: SHEETS.length },
    ),
    badges: Type.Optional(
      Type.Array(
        Type.Object({ attendeeId: id, ...printed, mark: mark('([0-9a-f]{8}( |$))?', '[0-9]{1,2}', 20) }, closed),
        { maxItems: BADGES_AT_ONCE },
      ),
    ),
    inUse: Type.Boolean(),
  },
  closed,
);

const planVersion = Type.Integer({ minimum: 1 });
/** A little more than what fits a screen: characters of several units count as one there. */
const words = text(400);
const press = {
  key: Type.String({ minLength: 16, maxLength: 64, pattern: '^[A-Za-z0-9_-]+$' }),
  expectedVersion: Type.Integer({ minimum: 0 }),
};
/** The one press of whoever helps at the door. */
export const ChangeSeats = Type.Object({ ...press, planVersion, change: SeatsChange }, closed);
export const Live = Type.Object(
  {
    ...press,
    command: Type.Union([
      Type.Object({ kind: Type.Literal('start'), planVersion }, closed),
      Type.Object({ kind: Type.Literal('replan'), planVersion, change: RoomChange }, closed),
      Type.Object({ kind: Type.Literal('addMinutes'), minutes: Type.Integer({ minimum: -5, maximum: 5 }) }, closed),
      Type.Object({ kind: Type.Literal('roundLength'), minutes: Type.Integer({ minimum: 1, maximum: 60 }) }, closed),
      Type.Object(
        { kind: Type.Literal('giveBack'), milliseconds: Type.Integer({ minimum: 1_000, maximum: 14_400_000 }) },
        closed,
      ),
      Type.Object({ kind: Type.Literal('skip'), round }, closed),
      Type.Object({ kind: Type.Literal('message'), text: words, whole: Type.Boolean() }, closed),
      Type.Object({ kind: Type.Literal('stopAll'), text: words }, closed),
      Type.Object({ kind: Type.Literal('blank'), on: Type.Boolean() }, closed),
      Type.Object(
        {
          kind: oneOf(
            'pause',
            'resume',
            'next',
            'moveNow',
            'endRound',
            'restartRound',
            'back',
            'finish',
            'clearMessage',
            'undo',
          ),
        },
        closed,
      ),
    ]),
  },
  closed,
);

export const ClockQuestion = Type.Object({ t: Type.Literal('c'), a: Type.Number() }, closed);
