import type { EventDetail, EventSummary } from '@lapwing/shared/protocol/api';
import { describe, expect, it } from 'vitest';
import { makeEvening } from '../../support/evening-builder.ts';
import { testApp } from '../../support/test-app.ts';

const WEEK = 7 * 86_400_000;

describe('events', () => {
  it('are made with lengths, tables and links, and listed', async () => {
    const t = await testApp();
    const ada = await t.organiser();
    const made = (
      await ada.post('/api/events', { name: ' Careers Night ', timeZone: 'Asia/Tokyo' })
    ).json<EventDetail>();
    expect(made.settings).toMatchObject({ name: 'Careers Night', timeZone: 'Asia/Tokyo', rounds: 6, roundMinutes: 15 });
    expect(made.tables.map((table) => table.number)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(made.code).toMatch(/^[A-Z0-9]{4}$/u);
    expect(made.links.join).toBe(`http://localhost:3000/e/${made.code}`);
    expect(made).toMatchObject({ publishedPlan: 0, room: { t: 'room', v: 0, moment: { phase: { kind: 'doors' } } } });
    expect((await ada.get(`/api/events/${made.id}`)).json()).toEqual(made);
    const [listed] = (await ada.get('/api/events')).json<EventSummary[]>();
    expect(listed).toMatchObject({ id: made.id, name: 'Careers Night', phase: 'doors', students: 0, mentors: 0 });
  });

  it('are found by their code, typed in any case, and show what the page behind it needs', async () => {
    const t = await testApp();
    const ada = await t.organiser();
    const { id, code, settings } = (await ada.post('/api/events', { name: 'Night' })).json<EventDetail>();
    const { name, place, startsAt, timeZone } = settings;
    const facts = await t.stranger().get(`/e/${code.toLowerCase()}/event`);
    expect(facts.json()).toMatchObject({ id, atDoor: false, name, place, startsAt, timeZone });
    t.clock.leap(startsAt - t.clock.now() - 3 * 3_600_000);
    expect((await t.stranger().get(`/e/${code}/event`)).json(), 'three hours before').toMatchObject({ atDoor: true });
    expect((await t.stranger().get('/e/NONE/event')).statusCode).toBe(404);
  });

  it('are copied with settings and tables, a week on, without people', async () => {
    const t = await testApp();
    const ada = await t.organiser();
    const evening = await makeEvening(t, { tables: 4 });
    const from = (await ada.get(evening.url)).json<EventDetail>();
    const copy = (await ada.post(`${evening.url}/copy`, { name: 'Spring' })).json<EventDetail>();
    expect(copy.settings).toEqual({ ...from.settings, name: 'Spring', startsAt: from.settings.startsAt + WEEK });
    expect(copy.tables.map(({ number, seats, mentors }) => [number, seats, mentors])).toEqual(
      from.tables.map(({ number, seats }) => [number, seats, []]),
    );
    expect((await ada.get(`/api/events/${copy.id}/people`)).json()).toEqual([]);
    expect(new Set([copy.code, from.code, copy.id, from.id, copy.links.display, from.links.display]).size).toBe(6);
  });

  it('are deleted and brought back with everything; deleted they are nowhere', async () => {
    const t = await testApp();
    const ada = await t.organiser();
    const evening = await makeEvening(t);
    const [ann] = evening.students;
    if (!ann) throw new Error('a student is needed');
    const [phone, display] = [await evening.phone(ann), await evening.display()];
    const displayUrl = evening.displayUrl();
    const before = (await ada.get(evening.url)).json<EventDetail>();
    expect((await ada.delete(evening.url)).statusCode).toBe(204);
    expect((await ada.get('/api/events')).json()).toEqual([]);
    for (const path of ['', '/people', '/plan', '/log'])
      expect((await ada.get(`${evening.url}${path}`)).statusCode, path).toBe(404);
    expect((await phone.get(`/me/${ann.id}/opening`)).statusCode).toBe(404);
    await expect(t.socket(`${displayUrl}/live`, display)).rejects.toThrow('404');
    expect((await t.stranger().get(`/e/${before.code}/event`)).statusCode).toBe(404);
    expect((await ada.delete(evening.url)).statusCode).toBe(404);

    expect((await ada.post(`${evening.url}/restore`)).json()).toEqual(before);
    expect((await phone.get(`/me/${ann.id}/opening`)).statusCode).toBe(200);
  });

  it('are not deleted while they run', async () => {
    const t = await testApp();
    const ada = await t.organiser();
    const evening = await makeEvening(t);
    await evening.start(ada);
    expect((await ada.delete(evening.url)).json()).toEqual({ error: { code: 'event-running' } });
    await evening.press(ada, { kind: 'finish' });
    expect((await ada.delete(evening.url)).statusCode).toBe(204);
  });
});

describe('settings', () => {
  const wrong: Record<string, unknown>[] = [
    { rounds: 0 },
    { rounds: 21 },
    { rounds: 2.5 },
    { roundMinutes: 0 },
    { roundMinutes: 61 },
    { changeoverMinutes: -1 },
    { changeoverMinutes: 16 },
    { breakMinutes: 0 },
    { breakMinutes: 61 },
    { breakAfterRound: 3 },
    { breakAfterRound: -1 },
    { timeZone: 'Mars/Olympus' },
    { name: '   ' },
    { name: 'x'.repeat(81) },
    { place: 'x'.repeat(81) },
    { startsAt: 1.5 },
    { startsAt: 9e15 },
    { whoMoves: 'chairs' },
    { boundary: 'never' },
    { extra: 1 },
  ];

  it('are kept in their ranges, and the field that is wrong is named', async () => {
    const t = await testApp();
    const ada = await t.organiser();
    const evening = await makeEvening(t);
    const { settings } = (await ada.get(evening.url)).json<EventDetail>();
    for (const change of wrong) {
      const answer = await ada.put(`${evening.url}/settings`, { ...settings, ...change });
      expect([answer.statusCode, answer.json()], JSON.stringify(change)).toMatchObject([
        400,
        { error: { code: 'bad-request' } },
      ]);
      const { field } = answer.json<{ error: { details: { field: string } } }>().error.details;
      if (!('extra' in change)) expect(field).toBe(Object.keys(change)[0]);
    }
    expect((await ada.get(evening.url)).json<EventDetail>().settings).toEqual(settings);
    const edge = {
      ...settings,
      rounds: 20,
      roundMinutes: 60,
      changeoverMinutes: 0,
      breakAfterRound: 19,
      breakMinutes: 60,
    };
    expect((await ada.put(`${evening.url}/settings`, edge)).json<EventDetail>().settings).toEqual(edge);
    expect(evening.moment().timings).toMatchObject({
      rounds: 20,
      talk: 3_600_000,
      changeover: 0,
      agenda: [{ afterRound: 19 }],
    });
  });

  it('freeze at the start: then only name and place change', async () => {
    const t = await testApp();
    const ada = await t.organiser();
    const evening = await makeEvening(t);
    await evening.start(ada);
    const { settings } = (await ada.get(evening.url)).json<EventDetail>();
    const frozen = await ada.put(`${evening.url}/settings`, { ...settings, roundMinutes: 20 });
    expect([frozen.statusCode, frozen.json()]).toEqual([409, { error: { code: 'event-running' } }]);
    const renamed = await ada.put(`${evening.url}/settings`, { ...settings, name: ' New name ', place: 'Hall 2' });
    expect(renamed.json<EventDetail>().settings).toEqual({ ...settings, name: 'New name', place: 'Hall 2' });
  });

  it('of the same lengths do not get in the way of a press that another organiser makes', async () => {
    const t = await testApp();
    const ada = await t.organiser();
    const evening = await makeEvening(t);
    const { settings, room } = (await ada.get(evening.url)).json<EventDetail>();
    await ada.put(`${evening.url}/settings`, { ...settings, name: 'Renamed' });
    expect(evening.version()).toBe(room.v);
  });
});

describe('the floor', () => {
  const table = (number: number, more: object = {}) => ({
    number,
    name: '',
    seats: 6,
    mentors: [] as string[],
    stepFree: true,
    quiet: false,
    column: 0,
    row: 0,
    ...more,
  });

  it('is replaced as a whole; known tables keep their ids, others get one of ours', async () => {
    const t = await testApp();
    const ada = await t.organiser();
    const evening = await makeEvening(t);
    const [first] = evening.tables();
    if (!first) throw new Error('a table is needed');
    const tables = [table(9, { id: 'one-of-mine', name: ' Owls ' }), table(2, { id: first.id })];
    const detail = (await ada.put(`${evening.url}/floor`, { tables })).json<EventDetail>();
    expect(detail.tables.map(({ number, name }) => [number, name])).toEqual([
      [2, ''],
      [9, 'Owls'],
    ]);
    expect(detail.tables[0]?.id).toBe(first.id);
    expect(detail.tables[1]?.id).not.toBe('one-of-mine');
    expect((await ada.put(`${evening.url}/floor`, { tables: [] })).json<EventDetail>().tables).toEqual([]);
  });

  it('keeps its landmarks until they are changed, shows them on walls and phones, and a copy has them', async () => {
    const t = await testApp();
    const ada = await t.organiser();
    const evening = await makeEvening(t);
    const tables = evening.tables();
    const landmarks = [{ kind: 'door', column: 2, row: 1 }];
    const put = async (body: object) => (await ada.put(`${evening.url}/floor`, body)).json<EventDetail>();
    expect((await put({ tables })).landmarks).toEqual([]);
    expect(t.services.evenings.hall(evening.id)).not.toHaveProperty('landmarks');
    expect((await put({ tables, landmarks })).landmarks).toEqual(landmarks);
    expect((await put({ tables })).landmarks).toEqual(landmarks);
    expect(t.services.evenings.hall(evening.id)?.landmarks).toEqual(landmarks);
    const [student] = evening.students;
    expect(student && t.services.evenings.card(evening.id, student.id)?.landmarks).toEqual(landmarks);
    expect((await ada.post(`${evening.url}/copy`, {})).json<EventDetail>().landmarks).toEqual(landmarks);
    for (const wrong of [[{ ...landmarks[0], kind: 'bar' }], Array.from({ length: 13 }, () => landmarks[0])])
      expect((await ada.put(`${evening.url}/floor`, { tables, landmarks: wrong })).statusCode).toBe(400);
    expect((await put({ tables, landmarks: [] })).landmarks).toEqual([]);
  });

  it('does not take a table that belongs to another event', async () => {
    const t = await testApp();
    const ada = await t.organiser();
    const [one, other] = [await makeEvening(t), await makeEvening(t)];
    const [theirs] = other.tables();
    const detail = (await ada.put(`${one.url}/floor`, { tables: [table(1, { id: theirs?.id })] })).json<EventDetail>();
    expect(detail.tables[0]?.id).not.toBe(theirs?.id);
    expect(other.tables()).toHaveLength(3);
  });

  it('has one thing on each field: who comes second to one that is taken goes to a free one', async () => {
    const t = await testApp();
    const ada = await t.organiser();
    const evening = await makeEvening(t);
    const tables = [table(1, { column: 2, row: 1 }), table(2, { column: 2, row: 1 }), table(3, { column: 0, row: 0 })];
    const put = (more: object, some = tables) => ada.put(`${evening.url}/floor`, { tables: some, ...more });
    const fields = ({ tables: all, landmarks }: EventDetail) =>
      [...all, ...landmarks].map(({ column, row }) => `${column} ${row}`);
    const door = { kind: 'door', column: 0, row: 0 };
    const stands = fields((await put({ landmarks: [door] })).json<EventDetail>());
    expect(stands).toEqual(['2 1', '1 0', '0 0', '2 0']);
    const onDoor = [table(1, { column: 2, row: 0 })];
    expect(fields((await put({}, onDoor)).json<EventDetail>()), 'a table pushes the door that stood there').toEqual([
      '2 0',
      '0 0',
    ]);
    const full = Array.from({ length: 400 }, (_, n) => table(n + 1, { column: 99, row: 99 }));
    const all = fields(
      (await put({ landmarks: Array(12).fill({ ...door, column: 99, row: 99 }) }, full)).json<EventDetail>(),
    );
    expect(new Set(all).size).toBe(412);
  });

  it('is refused when numbers, seats or mentors cannot be', async () => {
    const t = await testApp();
    const ada = await t.organiser();
    const evening = await makeEvening(t);
    const [m1 = '', m2 = '', m3 = ''] = evening.mentors.map(({ id }) => id as string);
    const other = await makeEvening(t);
    const cases: [object[], number, string][] = [
      [[table(1), table(1)], 422, 'duplicate-table-number'],
      [[table(1, { id: 'twice' }), table(2, { id: 'twice' })], 422, 'table-twice'],
      [[table(1, { id: evening.tables()[0]?.id }), table(2, { id: evening.tables()[0]?.id })], 422, 'table-twice'],
      [[table(0)], 400, 'bad-request'],
      [[table(1000)], 400, 'bad-request'],
      [[table(1, { seats: 0 })], 400, 'bad-request'],
      [[table(1, { seats: 51 })], 400, 'bad-request'],
      [[table(1, { column: -1 })], 400, 'bad-request'],
      [[table(1, { mentors: [m1] }), table(2, { mentors: [m1] })], 422, 'mentor-at-two-tables'],
      [[table(1, { mentors: [m1, m1] })], 422, 'mentor-at-two-tables'],
      [[table(1, { mentors: [m1, m2, m3] })], 422, 'too-many-mentors'],
      [[table(1, { mentors: [evening.students[0]?.id] })], 422, 'unknown-mentor'],
      [[table(1, { mentors: [other.mentors[0]?.id] })], 422, 'unknown-mentor'],
      [Array.from({ length: 401 }, (_, n) => table((n % 999) + 1)), 400, 'bad-request'],
    ];
    const before = evening.tables();
    for (const [tables, status, code] of cases) {
      const answer = await ada.put(`${evening.url}/floor`, { tables });
      expect([answer.statusCode, answer.json()], code).toMatchObject([status, { error: { code } }]);
    }
    expect(evening.tables()).toEqual(before);
    await evening.start(ada);
    expect((await ada.put(`${evening.url}/floor`, { tables: [table(1)] })).json()).toEqual({
      error: { code: 'event-running' },
    });
  });
});
