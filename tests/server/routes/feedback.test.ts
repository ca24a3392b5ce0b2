import type { FeedbackAnswers } from '@lapwing/shared/event/feedback';
import { namesGoAt } from '@lapwing/shared/privacy/retention';
import type { FeedbackView } from '@lapwing/shared/protocol/feedback-api';
import { describe, expect, it } from 'vitest';
import type { OwnData } from '../../../server/src/services/own-data.ts';
import { makeEvening, SETTINGS } from '../../support/evening-builder.ts';
import { testApp } from '../../support/test-app.ts';

const GOOD: FeedbackAnswers = { worth: 'yes', time: 'right', again: 'yes' };
const BAD: FeedbackAnswers = { worth: 'no', time: 'short', again: 'no' };

async function evening() {
  const t = await testApp();
  const ada = await t.organiser();
  const made = await makeEvening(t);
  const everybody = [...made.students, ...made.mentors];
  const say = async (person: { readonly id: string }, answers: object) =>
    (await made.phone(person as never)).put(`/me/${person.id}/feedback`, { answers });
  const view = async (): Promise<FeedbackView> => (await ada.get(`${made.url}/feedback`)).json();
  const [ann] = made.students;
  if (!ann) throw new Error('a student is needed');
  return { t, ada, made, everybody, ann, say, view };
}

describe('the questions after the evening', () => {
  it('are answered once by each, changed at will, and come back on another device', async () => {
    const { ada, made, ann, say, view } = await evening();
    await made.start(ada);
    for (let time = 0; time < 3; time++) {
      const answer = await say(ann, BAD);
      expect(answer.statusCode).toBe(200);
      expect(answer.headers['cache-control']).toContain('no-store');
    }
    expect((await view()).answered).toBe(1);
    expect((await say(ann, GOOD)).json()).toEqual({ answers: GOOD });
    const tablet = await made.phone(ann);
    expect((await tablet.get(`/me/${ann.id}/feedback`)).json()).toEqual({ answers: GOOD });
    expect((await view()).answered).toBe(1);
  });

  it('are not asked before the first round, nor of strangers, and take no other answer', async () => {
    const { t, ada, made, ann, say } = await evening();
    expect((await say(ann, GOOD)).statusCode).toBe(409);
    await made.start(ada);
    for (const wrong of [{}, { worth: 'maybe' }, { worth: 'yes', why: 'x' }])
      expect((await say(ann, wrong)).statusCode).toBe(400);
    expect((await t.stranger().put(`/me/${ann.id}/feedback`, { answers: GOOD })).statusCode).toBe(404);
  });

  it('reach the organiser as sums, and nothing else of them reaches anybody', async () => {
    const { t, ada, made, everybody, ann, say, view } = await evening();
    await made.start(ada);
    made.checkIn(...everybody);
    const before = made.version();
    const listener = await t.socket(`${made.url}/socket`, ada);
    const heard = listener.texts.length;
    for (const person of everybody.slice(0, 2)) await say(person, GOOD);
    expect(await view()).toMatchObject({ answered: 2, of: everybody.length, sums: { worth: [] } });
    for (const person of everybody.slice(2, 6)) await say(person, GOOD);
    expect((await view()).sums.worth).toMatchObject([{ count: 6 }, { count: 0 }, { count: 0 }]);
    await listener.settled();
    expect(listener.texts.slice(heard).filter((text) => text.includes('feedback') || text.includes('partly'))).toEqual(
      [],
    );
    expect(made.version()).toBe(before);
    expect(JSON.stringify(await view())).not.toContain(ann.id);
    expect((await t.stranger().get(`${made.url}/feedback`)).statusCode).toBe(401);
  });

  it('stand in one’s own file, and go with whoever is erased', async () => {
    const { ada, made, ann, say, view } = await evening();
    await made.start(ada);
    await say(ann, GOOD);
    const phone = await made.phone(ann);
    const file = (await phone.get(`/me/${ann.id}/data.json`)).json<OwnData>();
    expect(file.evenings[0]?.kept.feedback).toMatchObject([{ answers: GOOD }]);
    await phone.delete(`/me/${ann.id}`);
    expect((await view()).answered).toBe(0);
  });

  it('K17 lose their person with the names, stay as sums, and take nothing more', async () => {
    const { t, ada, made, everybody, say, view } = await evening();
    await made.start(ada);
    for (const [index, person] of everybody.slice(0, 6).entries()) await say(person, index < 3 ? BAD : GOOD);
    const { sums, answered } = await view();
    t.clock.leap(namesGoAt(SETTINGS, 30) - t.clock.now() - 60_000);
    const later = async () => (await (await t.organiser()).get(`${made.url}/feedback`)).json<FeedbackView>();
    expect(await later()).toMatchObject({ answered: 6, sums });
    expect(sums.worth.map(({ count }) => count)).toEqual([3, 0, 3]);
    t.clock.leap(30 * 60_000);
    const rows = (table: string): unknown => t.db.$client.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
    expect([rows('feedback'), rows('anonymous_feedback')]).toEqual([0, 6]);
    const columns = t.db.$client.prepare('SELECT * FROM anonymous_feedback').all() as object[];
    expect(Object.keys(columns[0] ?? {}).sort()).toEqual(['answers', 'event_id', 'id']);
    expect(await later()).toMatchObject({ answered, sums });
  });
});
