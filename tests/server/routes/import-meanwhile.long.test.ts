import type { Attendee } from '@lapwing/shared/event/roster';
import type { ImportApplied, ImportPreview } from '@lapwing/shared/protocol/import-api';
import { describe, expect, it } from 'vitest';
import { makeEvening } from '../../support/evening-builder.ts';
import { testApp } from '../../support/test-app.ts';

/** More than are written in one go. */
const PEOPLE = 1_000;
const file = (course: string): Buffer =>
  Buffer.from(
    `Name,Email,What do you study?\n${Array.from({ length: PEOPLE }, (_, n) => `P${n},p${n}@x.example,${course}\n`).join('')}`,
  );

async function desk() {
  const t = await testApp();
  const ada = await t.organiser();
  const { url } = await makeEvening(t, { students: 1, mentors: 0, published: false });
  const people = async (): Promise<Attendee[]> => (await ada.get(`${url}/people`)).json();
  const [known] = (await people()) as [Attendee];
  const apply = async (course: string, cancel: readonly string[] = []) => {
    const preview = (await ada.upload(`${url}/imports/preview`, file(course))).json<ImportPreview>();
    const choices = JSON.stringify({ walkIns: [], cancel });
    const address = `${url}/imports?digest=${preview.digest}&reading=this-one`;
    return ada.upload(address, file(course), 'people.csv', { choices });
  };
  const undo = ({ importId }: ImportApplied) => ada.post(`${url}/imports/${importId}/undo`);
  /** People on their way into the roster, or out of it. */
  const underWay = (): boolean =>
    Number(t.db.$client.prepare('SELECT count(*) FROM temp.sqlite_schema').pluck().get()) > 0;
  const turn = () => new Promise((next) => setImmediate(next));
  /** Does `act` while the import is got ready; answers what became of the import. */
  const during = async <Answer>(imported: Promise<Answer>, act: () => unknown): Promise<Answer> => {
    while (!underWay()) await turn();
    await act();
    const answer = await imported;
    expect(underWay(), 'nothing is left over').toBe(false);
    return answer;
  };
  return { t, ada, url, people, known, apply, undo, underWay, turn, during };
}

describe('while an import is got ready', () => {
  it('others have their turn', async () => {
    const { apply, underWay, turn } = await desk();
    const applied = apply('Physics');
    while (!underWay()) await turn();
    let turns = 0;
    for (; underWay(); turns++) await turn();
    expect(turns).toBeGreaterThanOrEqual(PEOPLE / 250);
    expect((await applied).json()).toMatchObject({ added: PEOPLE });
  });

  it('whoever changes the roster makes it outdated, and nothing of it is written', async () => {
    const { ada, url, apply, during, people, known } = await desk();
    const answer = await during(apply('Physics'), () =>
      ada.put(`${url}/people/${known.id}`, { details: { diet: 'Vegan' } }),
    );
    expect(answer.json()).toMatchObject({ error: { code: 'preview-outdated' } });
    expect(await people()).toMatchObject([{ id: known.id, diet: 'Vegan' }]);
  });

  it('it can be stopped, and nothing of it is written', async () => {
    const { ada, url, apply, during, people } = await desk();
    const answer = await during(apply('Physics'), () => ada.delete(`${url}/imports/readings/this-one`));
    expect(answer.json()).toMatchObject({ error: { code: 'file-unreadable', details: { found: 'stopped' } } });
    expect(await people()).toHaveLength(1);
  });

  it('who comes in is not cancelled by it', async () => {
    const { ada, url, apply, during, people, known } = await desk();
    const answer = await during(apply('Physics', [known.id]), () =>
      ada.put(`${url}/people/${known.id}/presence`, { here: true }),
    );
    expect(answer.json()).toMatchObject({ added: PEOPLE });
    const now = (await people()).find(({ id }) => id === known.id);
    expect([now?.standing, now?.checkedInAt === null]).toEqual(['active', false]);
  });
});

describe('while an import is taken back', () => {
  it('what somebody decides stays, and all others are as before', async () => {
    const { ada, url, apply, undo, during, people } = await desk();
    await apply('Physics');
    const second = (await apply('Chemistry')).json<ImportApplied>();
    const one = (await people()).find(({ name }) => name === 'P7') as Attendee;
    const answer = await during(undo(second), () =>
      ada.put(`${url}/people/${one.id}`, { details: { course: 'Music' } }),
    );
    expect(answer.statusCode).toBe(204);
    const courses = (await people()).filter(({ email }) => email.startsWith('p')).map(({ course }) => course);
    expect(courses.filter((course) => course === 'Physics')).toHaveLength(PEOPLE - 1);
    expect(courses.filter((course) => course === 'Music')).toHaveLength(1);
  });

  it('a second time finds it taken back', async () => {
    const { apply, undo } = await desk();
    const first = (await apply('Physics')).json<ImportApplied>();
    const answers = await Promise.all([undo(first), undo(first)]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([204, 409]);
  });
});
