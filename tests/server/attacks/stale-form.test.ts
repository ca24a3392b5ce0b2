import type { OwnDetails } from '@lapwing/shared/protocol/registration-api';
import { describe, expect, it } from 'vitest';
import { makeEvening } from '../../support/evening-builder.ts';
import { testApp } from '../../support/test-app.ts';

async function hall() {
  const t = await testApp();
  const ada = await t.organiser();
  const evening = await makeEvening(t);
  const [one] = evening.students;
  if (!one) throw new Error('a student is needed');
  const phone = await evening.phone(one);
  const details = async () => {
    const { student } = (await phone.get(`/me/${one.id}/details`)).json<OwnDetails>();
    if (!student) throw new Error('no student');
    return student;
  };
  const corrects = (changes: object) => ada.put(`${evening.url}/people/${one.id}`, { details: changes });
  const saves = (answers: object, was: object) => phone.put(`/me/${one.id}/details`, { answers, was });
  const known = () => t.services.evenings.get(evening.id)?.people.get(one.id);
  return { details, corrects, saves, known };
}

describe('a form of one’s own details that was open while the organiser corrected them', () => {
  it('writes what was changed in it, and leaves what the organiser wrote', async () => {
    const { details, corrects, saves, known } = await hall();
    const was = await details();
    await corrects({ name: 'Stella Correct', course: 'Law' });
    const saved = await saves({ ...was, question: 'Why?' }, was);
    expect(saved.json<OwnDetails>().student).toMatchObject({ name: 'Stella Correct', course: 'Law', question: 'Why?' });
    expect(known()).toMatchObject({ name: 'Stella Correct', course: 'Law', question: 'Why?' });
  });

  it('writes nothing where both changed the same, names it, and takes it once the newer was seen', async () => {
    const { details, corrects, saves, known } = await hall();
    const was = await details();
    await corrects({ course: 'Law' });
    const said = { ...was, course: 'Art', question: 'Why?' };
    const refused = await saves(said, was);
    expect([refused.statusCode, refused.json()]).toEqual([
      409,
      { error: { code: 'changed-meanwhile', details: { fields: ['course'] } } },
    ]);
    expect(known()).toMatchObject({ course: 'Law', question: '' });
    expect((await saves(said, await details())).statusCode).toBe(200);
    expect(known()).toMatchObject({ course: 'Art', question: 'Why?' });
  });
});
