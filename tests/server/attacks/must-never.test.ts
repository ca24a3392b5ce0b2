import type { Response } from 'light-my-request';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshKey, SETTINGS } from '../../support/evening-builder.ts';
import { MARKS } from '../../support/marked-hall.ts';
import { closeAll } from '../../support/test-app.ts';
import type { Caller } from '../../support/test-caller.ts';
import { refusedWith, type TwoHalls, twoHalls } from '../../support/two-halls.ts';

/**
 * Who must and who must never, written down by hand. Nothing here is taken from the access table: where a cell of that is
 * wrong, the walk agrees with it and this does not.
 */
let h: TwoHalls;

afterAll(closeAll);
beforeAll(async () => {
  h = await twoHalls();
});

type Deed = [sentence: string, act: () => Promise<Response>, ...statuses: number[]];

const start = (who: Caller): Promise<Response> =>
  who.post(`${h.mine.evening.url}/live`, {
    key: freshKey(),
    expectedVersion: h.mine.evening.version(),
    command: { kind: 'start', planVersion: 1 },
  });
const details = { details: { course: 'History' } };
const people = (): string => `${h.mine.evening.url}/people`;
const note = (who: Caller, writer: string, about: string): Promise<Response> =>
  who.put(`/me/${writer}/notes/${about}`, { text: 'x', at: 2, seen: { attack: 1 }, beside: [] });
const pick = (who: Caller, by: string, about: string): Promise<Response> =>
  who.put(`/me/${by}/picks/${about}`, { star: false, wish: 'introduce', line: '', to: null, at: 2 });
const invitation = { name: 'Eve', email: 'eve@example.org', role: 'organiser' };
/** The same browser, with a token under the name of a cookie that it was not given for. */
function under(name: string, whose: Caller): Caller {
  const [token = ''] = whose.cookies.values();
  const caller = h.t.stranger();
  caller.cookies.set(name, token);
  return caller;
}
const CONSOLE = 'lapwing_console';

const STUDENTS: Deed[] = [
  ['starts no night', () => start(h.student), 401],
  ['publishes no plan', () => h.student.post(`${h.mine.evening.url}/plan/1/publish`), 401],
  ['makes no plan', () => h.student.post(`${h.mine.evening.url}/plan`, { basis: 'expected' }), 401],
  ['reads no plan', () => h.student.get(`${h.mine.evening.url}/plan`), 401],
  ['reads no list of people', () => h.student.get(people()), 401],
  [
    'changes nobody through the console’s route, not even themselves',
    () => h.student.put(`${people()}/${h.ids.student}`, details),
    401,
  ],
  ['lets nobody in', () => h.student.put(`${people()}/${h.ids.student}/presence`, { here: true }), 401],
  ['gives nobody a place', () => h.student.put(`${people()}/${h.ids.student}/standing`, { standing: 'active' }), 401],
  ['reads nobody’s link', () => h.student.get(`${people()}/${h.ids.student2}/link`), 401],
  ['opens no private report', () => h.student.get(`${h.mine.evening.url}/reports/${h.mine.reportId}`), 401],
  ['reads another’s page as the bare page', () => h.student.get(`/me/${h.ids.student2}`), 200],
  ['reads no other student’s opening', () => h.student.get(`/me/${h.ids.student2}/opening`), 404],
  ['reads no other student’s details', () => h.student.get(`/me/${h.ids.student2}/details`), 404],
  ['reads no other student’s file', () => h.student.get(`/me/${h.ids.student2}/data.json`), 404],
  ['reads no other student’s calendar', () => h.student.get(`/me/${h.ids.student2}/calendar.ics`), 404],
  ['reads no mentor’s page', () => h.student.get(`/me/${h.ids.mentor}/opening`), 404],
  ['cancels for nobody else', () => h.student.put(`/me/${h.ids.student2}/coming`, { coming: false }), 404],
  ['erases nobody else', () => h.student.delete(`/me/${h.ids.student2}`), 404],
  [
    'calls the desk as nobody else',
    () => h.student.put(`/me/${h.ids.student2}/calls/leaving`, { calling: true, minutes: 5 }),
    404,
  ],
  ['is here for nobody else', () => h.student.put(`/me/${h.ids.student2}/here`, { code: h.mine.code }), 404],
  [
    'reports as nobody else',
    () => h.student.put(`/me/${h.ids.student2}/reports/${freshKey()}`, { kind: 'wrong', text: 'x', about: null }),
    404,
  ],
  ['reads no other student’s notes', () => h.student.get(`/me/${h.ids.student2}/notes`), 404],
  ['reads no notes about themselves', () => h.student.get(`/me/${h.ids.mentor}/notes`), 404],
  ['writes no note as somebody else', () => note(h.student, h.ids.student2, h.ids.mentor), 404],
  ['writes no note about another student', () => note(h.student, h.ids.student, h.ids.student2), 404],
  ['writes no note about anybody of another evening', () => note(h.student, h.ids.student, h.ids.guestMentor), 404],
  ['writes no note about somebody who is not there', () => note(h.student, h.ids.student, 'missing'), 404],
  ['reads no other student’s picks', () => h.student.get(`/me/${h.ids.student2}/picks`), 404],
  ['reads no picks about themselves', () => h.student.get(`/me/${h.ids.mentor}/picks`), 404],
  ['picks nobody as somebody else', () => pick(h.student, h.ids.student2, h.ids.mentor), 404],
  ['picks no other student', () => pick(h.student, h.ids.student, h.ids.student2), 404],
  ['picks nobody of another evening', () => pick(h.student, h.ids.student, h.ids.guestMentor), 404],
  [
    'agrees to no introductions for anybody else',
    () => h.student.put(`/me/${h.ids.student2}/introductions`, { consent: true }),
    404,
  ],
  [
    'agrees to nothing for anybody else',
    () =>
      h.student.put(`/me/${h.ids.student2}/consents`, {
        consents: { publicCard: true, introductions: true, keep: true },
        photo: 'yes',
      }),
    404,
  ],
  ['of another evening reads nobody here', () => h.guest.get(`/me/${h.ids.student}/opening`), 404],
  ['reads not what the display reads', () => h.student.get(`${h.mine.evening.displayUrl()}/opening`), 404],
  ['is no organiser with their token under the console’s name', () => under(CONSOLE, h.student).get(people()), 401],
  [
    'is no other student with their token under the other’s name',
    () => under(`lapwing_${h.ids.student2}`, h.student).get(`/me/${h.ids.student2}/opening`),
    404,
  ],
  [
    'is no display with their token under the display’s name',
    () => under(`lapwing_${h.mine.display}`, h.student).get(`${h.mine.evening.displayUrl()}/opening`),
    404,
  ],
];

const MENTORS: Deed[] = [
  ['reads no other mentor’s page', () => h.mentor.get(`/me/${h.ids.mentor2}/opening`), 404],
  ['reads no student’s details', () => h.mentor.get(`/me/${h.ids.student}/details`), 404],
  ['reads no notes about themselves', () => h.mentor.get(`/me/${h.ids.student}/notes`), 404],
  ['reads no picks about themselves', () => h.mentor.get(`/me/${h.ids.student}/picks`), 404],
  ['writes no note about another mentor', () => note(h.mentor, h.ids.mentor, h.ids.mentor2), 404],
  ['reads no list of people', () => h.mentor.get(people()), 401],
  ['starts no night', () => start(h.mentor), 401],
  ['says "all here" for no other table', () => h.mentor.put(`/me/${h.ids.mentor2}/all-here`, { round: 1 }), 404],
  [
    'keeps nobody apart',
    () => h.mentor.put(`${h.mine.evening.url}/company/${h.ids.mentor}/${h.ids.student}`, { kind: 'apart' }),
    401,
  ],
  [
    'blocks nobody through the console’s route',
    () => h.mentor.put(`${h.mine.evening.url}/blocks/${h.ids.mentor}/${h.ids.student}`, {}),
    401,
  ],
  ['scans no badge', () => h.mentor.post(`${h.mine.evening.url}/scans`, { code: 'ABCDEFGH' }), 401],
  ['of another evening reads no mentor here', () => h.guestMentor.get(`/me/${h.ids.mentor}/details`), 404],
];

const DISPLAYS: Deed[] = [
  ['reads no list of people', () => h.display.get(people()), 401],
  ['starts no night', () => start(h.display), 401],
  ['reads nobody’s page', () => h.display.get(`/me/${h.ids.student}/opening`), 404],
  ['names no display', () => h.display.put(`${h.mine.evening.url}/displays/x`, { name: 'Mine', layout: 'map' }), 401],
  ['of another evening shows not this one', () => h.otherDisplay.get(`${h.mine.evening.displayUrl()}/opening`), 404],
  ['is no organiser with its token under the console’s name', () => under(CONSOLE, h.display).get('/api/events'), 401],
  [
    'is no person with its token under a person’s name',
    () => under(`lapwing_${h.ids.student}`, h.display).get(`/me/${h.ids.student}/opening`),
    404,
  ],
];

const ORGANISERS: Deed[] = [
  ['invites nobody', () => h.organiser.post('/api/staff/invitations', invitation), 403],
  ['makes nobody an owner', () => h.organiser.put('/api/staff/missing/role', { role: 'owner' }), 403],
  ['removes nobody', () => h.organiser.delete('/api/staff/missing'), 403],
  ['withdraws no invitation', () => h.organiser.delete('/api/staff/invitations/eve@example.org'), 403],
  ['reads nobody’s notes', () => h.organiser.get(`/me/${h.ids.student}/notes`), 404],
  ['reads nobody’s picks', () => h.organiser.get(`/me/${h.ids.student}/picks`), 404],
  ['is not the person whose page it is', () => h.organiser.get(`/me/${h.ids.student}/opening`), 404],
  [
    'changes nobody’s consents as the person',
    () =>
      h.organiser.put(`/me/${h.ids.student}/consents`, {
        consents: { publicCard: true, introductions: true, keep: true },
        photo: 'yes',
      }),
    404,
  ],
  [
    'reaches nobody of another evening by the address of this one',
    () => h.organiser.put(`${people()}/${h.ids.guest}`, details),
    404,
  ],
  [
    'shows no link of another evening by the address of this one',
    () => h.organiser.get(`${people()}/${h.ids.guest}/link`),
    404,
  ],
  [
    'opens no report of another evening by the address of this one',
    () => h.organiser.get(`${h.mine.evening.url}/reports/${h.other.reportId}`),
    404,
  ],
  [
    'undoes no import of another evening by the address of this one',
    () => h.organiser.post(`${h.mine.evening.url}/imports/${h.other.importId}/undo`),
    404,
  ],
  [
    'sends no mail of another evening by the address of this one',
    () => h.organiser.post(`${h.mine.evening.url}/mails/${h.other.mailId}/stop`),
    404,
  ],
  [
    'decides of no introduction of another evening by the address of this one',
    () => h.organiser.post(`${h.mine.evening.url}/slack-messages/${h.other.slackId}/arrived`),
    404,
  ],
  ['reads an evening that is not there as nothing', () => h.organiser.get('/api/events/missing/people'), 404],
];

const HELPERS: Deed[] = [
  ['starts no night', () => start(h.helper), 403],
  ['changes nobody', () => h.helper.put(`${people()}/${h.ids.student}`, details), 403],
  ['erases nobody', () => h.helper.delete(`${people()}/${h.ids.student}`), 403],
  ['sees nobody’s link', () => h.helper.get(`${people()}/${h.ids.student}/link`), 403],
  ['takes nobody’s link back', () => h.helper.post(`${people()}/${h.ids.student}/link/renew`), 403],
  ['opens no private report', () => h.helper.get(`${h.mine.evening.url}/reports/${h.mine.reportId}`), 403],
  ['reads no audit', () => h.helper.get(`${h.mine.evening.url}/audit`), 403],
  ['reads no mail', () => h.helper.get(`${h.mine.evening.url}/mails/${h.mine.mailId}`), 403],
  ['closes no table', () => h.helper.post(`${h.mine.evening.url}/repairs`, { change: { kind: 'rulesChanged' } }), 403],
  [
    'says no more of a walk-in than a name',
    () => h.helper.post(`${h.mine.evening.url}/walk-ins`, { name: 'Wanda', email: 'wanda@example.org' }),
    400,
  ],
  [
    'adds nobody as an organiser does',
    () => h.helper.post(people(), { details: { role: 'mentor', name: 'Eve' } }),
    403,
  ],
  ['adds nobody to another evening', () => h.helper.post(`${h.other.evening.url}/walk-ins`, { name: 'Eve' }), 404],
  [
    'swaps nobody at another evening',
    () => h.helper.post(`${h.other.evening.url}/seats/offers`, { change: { kind: 'arrived', people: [h.ids.guest] } }),
    404,
  ],
  ['reads no draft of a plan', () => h.helper.get(`${h.mine.evening.url}/plan/99`), 404],
  ['makes no plan', () => h.helper.post(`${h.mine.evening.url}/plan`, { basis: 'expected' }), 403],
  ['lets no more helpers in', () => h.helper.put(`${h.mine.evening.url}/helpers`, { open: true }), 403],
  ['invites nobody', () => h.helper.post('/api/staff/invitations', invitation), 403],
  [
    'takes back nobody whom a helper added',
    () => h.helper.post(`${h.mine.evening.url}/helpers/walk-ins`, { by: 'Bo ·7KX' }),
    403,
  ],
  ['reads no people of another evening', () => h.helper.get(`${h.other.evening.url}/people`), 404],
  ['is no organiser with their token under the console’s name', () => under(CONSOLE, h.helper).get(people()), 401],
];

const STRANGERS: Deed[] = [
  ['takes nobody’s link back', () => h.stranger.post(`${h.mine.evening.url}/links/renew`), 401],

  ['reads no events', () => h.stranger.get('/api/events'), 401],
  ['reads no people', () => h.stranger.get(people()), 401],
  ['gets no link', () => h.stranger.get(`${h.mine.evening.url}/links`), 401],
  ['reads no mail', () => h.stranger.get(`${h.mine.evening.url}/mails/${h.mine.mailId}`), 401],
  ['reads no audit', () => h.stranger.get(`${h.mine.evening.url}/audit`), 401],
  ['reads no staff', () => h.stranger.get('/api/staff'), 401],
  ['starts no night', () => start(h.stranger), 401],
  ['changes no settings', () => h.stranger.put(`${h.mine.evening.url}/settings`, SETTINGS), 401],
  ['deletes no evening', () => h.stranger.delete(h.mine.evening.url), 401],
  ['opens nobody’s page', () => h.stranger.get(`/me/${h.ids.student}`), 200],
  ['learns not whether somebody is there: here', () => h.stranger.get(`/me/${h.ids.student}/opening`), 404],
  ['learns not whether somebody is there: not here', () => h.stranger.get('/me/missing/opening'), 404],
  ['learns whose badge it is from no badge', () => h.stranger.get(`/b/${MARKS.badgeCode}${h.ids.student}/way`), 200],
  ['invites nobody', () => h.stranger.post('/api/staff/invitations', invitation), 401],
  ['pairs no phone', () => h.stranger.post('/api/console/pairing'), 401],
];

describe.each([
  ['a student', STUDENTS],
  ['a mentor', MENTORS],
  ['a display', DISPLAYS],
  ['an organiser', ORGANISERS],
  ['a helper', HELPERS],
  ['a stranger', STRANGERS],
])('%s', (_who, deeds) => {
  it.each(deeds)('%s', async (_sentence, act, ...statuses) => refusedWith(h.t, act, ...statuses));
});

describe('a socket', () => {
  it.each([
    ['of a student hears no console', () => [`${h.mine.evening.url}/socket`, h.student], 401],
    ['of a display hears no console', () => [`${h.mine.evening.url}/socket`, h.display], 401],
    ['of a stranger hears no console', () => [`${h.mine.evening.url}/socket`, null], 401],
    ['of a student hears no other phone', () => [`/me/${h.ids.student2}/live`, h.student], 404],
    ['of an organiser hears no phone', () => [`/me/${h.ids.student}/live`, h.organiser], 404],
    [
      'of another evening’s display hears not this one',
      () => [`${h.mine.evening.displayUrl()}/live`, h.otherDisplay],
      404,
    ],
    [
      'under another’s cookie name hears nobody',
      () => [`/me/${h.ids.student2}/live`, under(`lapwing_${h.ids.student2}`, h.student)],
      404,
    ],
  ] as [string, () => [string, Caller | null], number][])('%s', async (_sentence, where, status) => {
    await expect(h.t.socket(...where())).rejects.toThrow(`refused with ${status}`);
  });
});

describe('and yet', () => {
  it.each([
    ['a student reads their own evening', () => h.student.get(`/me/${h.ids.student}/opening`), MARKS.name],
    ['a mentor reads what their own students ask', () => h.mentor.get(`/me/${h.ids.mentor}/opening`), MARKS.question],
    [
      'a display shows the evening, and nobody’s e-mail',
      () => h.display.get(`${h.mine.evening.displayUrl()}/opening`),
      'room',
    ],
    ['an organiser reads people', () => h.organiser.get(people()), MARKS.email],
    ['an owner invites', () => h.owner.post('/api/staff/invitations', invitation), 'url'],
    ['a stranger reads the public page', () => h.stranger.get(`/e/${h.mine.code}/event`), 'Careers Night'],
    ['an organiser starts the night', () => h.mine.evening.start(h.organiser), '"phase"'],
  ] as [string, () => Promise<Response>, string][])('%s', async (_sentence, act, shows) => {
    const answer = await act();
    expect(answer.statusCode, answer.body).toBe(200);
    expect(answer.body).toContain(shows);
  });
});
