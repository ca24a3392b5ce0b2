import { describe, expect, it } from 'vitest';
import { makeEvening, partsOfLink } from '../support/evening-builder.ts';
import { testApp } from '../support/test-app.ts';

const MARK = 'MarkOfAPerson';

describe('the log', () => {
  it('holds no word about anybody, no secret and no cookie, whatever goes wrong', async () => {
    const t = await testApp({ mayLogErrors: true });
    const ada = await t.organiser(MARK);
    const evening = await makeEvening(t);
    const url = `${evening.url}/people`;
    const texts = ['name', 'email', 'course', 'yearOfStudy', 'question', 'access', 'diet', 'availability'];
    const details = Object.fromEntries(texts.map((field) => [field, `${MARK}@example.org`]));
    await ada.post(url, { details: { role: 'student', ...details, industries: [MARK] } });
    await ada.post(url, { details: { role: 'student', name: MARK, unknown: MARK } });
    await ada.put(`${url}/${MARK}`, { details });
    await ada.post('/api/events', { name: MARK, timeZone: MARK });
    const file = Buffer.from(`Timestamp,Full name,Email address\n1,${MARK},${MARK}\n1,${MARK},mark@example.org\n`);
    await ada.upload(`${evening.url}/imports/preview?as=students`, file, `${MARK}.csv`);
    await ada.upload(`${evening.url}/imports?as=students&digest=${MARK}`, file, `${MARK}.csv`);
    await ada.get(`/e/${MARK}/event?secret=${MARK}`);
    await ada.post(`/me/${MARK}/session`, { secret: MARK });
    await ada.send({ method: 'POST', url, payload: `{"${MARK}`, headers: { 'content-type': 'application/json' } });
    const [ann] = evening.students;
    if (!ann) throw new Error('a student is needed');
    const phone = await evening.phone(ann);
    const socket = await t.socket(`/me/${ann.id}/live`, phone);
    socket.socket.send(MARK);
    socket.socket.send(MARK.repeat(2_000));
    await socket.closed;
    // A disk that fails in the middle of writing a person down.
    t.db.$client.exec("CREATE TRIGGER fails BEFORE INSERT ON attendees BEGIN SELECT RAISE(ABORT, 'disk fails'); END");
    expect((await ada.post(url, { details: { role: 'student', ...details } })).statusCode).toBe(500);
    t.db.$client.exec('DROP TABLE attendees');
    t.services.evenings.forget(evening.id);
    expect((await ada.get(url)).json()).toEqual({ error: { code: 'server-fault' } });
    const text = t.log.map((line) => line.text).join('\n');
    expect(text, 'the fault is told (so this test can fail)').toMatch(/disk fails.*no such table/su);
    expect(text).not.toContain(MARK);
    const secrets = [...ada.cookies.values(), ...phone.cookies.values(), t.setup.value];
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
    expect(text).not.toContain(partsOfLink(`http://x/me/${ann.id}`).id);
  });

  it('says nothing at all about an evening that goes well', async () => {
    const t = await testApp();
    const ada = await t.organiser();
    const evening = await makeEvening(t);
    await evening.start(ada);
    const noise = t.log.filter((line) => line.level >= 40).map((line) => line.text);
    expect(noise).toEqual([]);
  });
});
