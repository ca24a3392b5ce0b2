import { CLOSED_INVITATION } from '@lapwing/shared/event/invitation';
import type { ErrorAnswer } from '@lapwing/shared/protocol/api';
import type { ImportPreview } from '@lapwing/shared/protocol/import-api';
import { describe, expect, it } from 'vitest';
import { saveInvitation } from '../../../server/src/db/repositories/invitations.ts';
import { mentorSaying, studentSaying } from '../../support/answers.ts';
import { freshKey, makeEvening } from '../../support/evening-builder.ts';
import { testApp } from '../../support/test-app.ts';

/** Turned round, with what nobody sees, and a heap of marks that covers the lines above. */
const turned = (name: string): string => `\u202E\u2067${name} x\u200B\u061C\u{E0041}${'\u0301'.repeat(40)}\u3164`;
const ODD = /(?![\u200C\u200D])\p{Cf}|\u3164|\p{M}{5}/u;

async function hall() {
  const t = await testApp();
  const ada = await t.organiser();
  const evening = await makeEvening(t);
  saveInvitation(t.db, evening.id, { ...CLOSED_INVITATION, open: true });
  const code = t.services.evenings.get(evening.id)?.event.code;
  const names = () => [...(t.services.evenings.get(evening.id)?.people.values() ?? [])].map(({ name }) => name);
  const key = () => freshKey().padEnd(24, '0');
  return { t, ada, evening, code, names, key };
}

const fault = (answer: { json: <T>() => T }): object => answer.json<ErrorAnswer>().error;

describe('a name that turns its neighbours round, hides or heaps up', () => {
  it('comes through no door as it was typed', async () => {
    const { t, ada, evening, code, names, key } = await hall();
    const [one] = evening.students;
    if (!one) throw new Error('a student is needed');
    await t
      .stranger()
      .post(`/e/${code}/students`, { key: key(), answers: studentSaying(turned('Form'), { email: 'f@example.org' }) });
    await t.stranger().post(`/e/${code}/mentors`, {
      key: key(),
      answers: mentorSaying(turned('Mentorform'), { email: 'm@example.org' }),
    });
    await ada.post(`${evening.url}/people`, { details: { role: 'student', name: turned('Typed') } });
    await ada.post(`${evening.url}/walk-ins`, { name: turned('Walkin') });
    await ada.put(`${evening.url}/people/${one.id}`, { details: { name: turned('Corrected') } });
    const own = await evening.phone(evening.students[1] ?? one);
    const said = { answers: { ...studentSaying(turned('Ownpage')), email: '' } };
    await own.put(`/me/${evening.students[1]?.id}/details`, said);
    const file = Buffer.from(`Timestamp,Full name,Email address\n1,${turned('Imported')},i@example.org\n`);
    const preview = await ada.upload(`${evening.url}/imports/preview?as=students`, file);
    const { digest } = preview.json<ImportPreview>();
    await ada.upload(`${evening.url}/imports?as=students&digest=${digest}`, file);
    for (const name of ['Form', 'Mentorform', 'Typed', 'Walkin', 'Corrected', 'Ownpage', 'Imported'])
      expect(
        names().filter((known) => known.startsWith(name)),
        name,
      ).toHaveLength(1);
    expect(names().filter((name) => ODD.test(name))).toEqual([]);
  });

  it('and has no letter left is no name, at the desk neither', async () => {
    const { ada, evening, names } = await hall();
    const before = names().length;
    for (const name of ['\u3164', '\u200B\u202E', '\u2800 \u115F', '?'])
      for (const [path, body] of [
        ['people', { details: { role: 'student', name } }],
        ['walk-ins', { name }],
      ] as const)
        expect((await ada.post(`${evening.url}/${path}`, body)).statusCode, JSON.stringify(name)).toBe(400);
    expect(names()).toHaveLength(before);
  });
});

describe('what cannot be read', () => {
  it('is refused at every door, with where it stands', async () => {
    const { t, ada, evening, code, key } = await hall();
    const [one] = evening.students;
    const phone = one && (await evening.phone(one));
    for (const bad of ['a\u0000b', 'a\u0007', '\u009Bx', 'x\uD800']) {
      const answers = studentSaying('Ann', { question: bad, email: 'ann@example.org' });
      const found = [
        await t.stranger().post(`/e/${code}/students`, { key: key(), answers }),
        await phone?.put(`/me/${one?.id}/details`, { answers }),
        await ada.post(`${evening.url}/people`, { details: { role: 'student', name: 'Ann', question: bad } }),
        await phone?.put(`/me/${one?.id}/reports/${freshKey()}`, { kind: 'wrong', text: bad, about: null }),
      ].map((answer) => answer && fault(answer));
      expect(found).toEqual(
        ['answers.question', 'answers.question', 'details.question', 'text'].map((field) => ({
          code: 'bad-request',
          details: { field, problem: 'unreadable' },
        })),
      );
    }
    const lines = { role: 'student', name: 'Two\tLines', question: 'one\r\ntwo\vthree' };
    expect((await ada.post(`${evening.url}/people`, { details: lines })).statusCode).toBe(200);
  });
});

describe('the choices of one’s own page', () => {
  it('are those of the form; what an import wrote there may stay', async () => {
    const { t, evening, code } = await hall();
    const [one] = evening.students;
    if (!one) throw new Error('a student is needed');
    const ada = await t.organiser();
    await ada.put(`${evening.url}/people/${one.id}`, { details: { industries: ['Shipbuilding'] } });
    const phone = await evening.phone(one);
    const save = (industries: readonly string[], roles: readonly string[] = []) =>
      phone.put(`/me/${one.id}/details`, { answers: studentSaying(one.name, { industries, roles }) });
    expect(fault(await save(['<b>mine</b>']))).toEqual({
      code: 'bad-request',
      details: { field: 'industries', problem: 'notOffered' },
    });
    expect(fault(await save([], ['king']))).toMatchObject({ details: { field: 'roles', problem: 'notOffered' } });
    expect((await save(['Shipbuilding', 'law'])).statusCode).toBe(200);
    const [mentor] = evening.mentors;
    if (!mentor) throw new Error('a mentor is needed');
    const own = await evening.phone(mentor);
    const card = { ...mentorSaying(mentor.name).card, industry: 'whatever' };
    const answers = mentorSaying(mentor.name, { card });
    expect(fault(await own.put(`/me/${mentor.id}/details`, { answers }))).toMatchObject({
      details: { field: 'card.industry', problem: 'notOffered' },
    });
    expect(code).toBeTruthy();
  });
});
