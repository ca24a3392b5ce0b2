import type { Attendee } from '@lapwing/shared/event/roster';
import type { ImportApplied, ImportChoices, ImportPreview } from '@lapwing/shared/protocol/import-api';
import { describe, expect, it } from 'vitest';
import { makeEvening } from '../../support/evening-builder.ts';
import { testApp } from '../../support/test-app.ts';

interface Asked {
  readonly as?: string;
  readonly map?: string;
  readonly choices?: Partial<ImportChoices>;
}

async function desk() {
  const t = await testApp();
  const ada = await t.organiser();
  const { url } = await makeEvening(t, { students: 0, mentors: 0, published: false });
  const query = ({ as, map }: Asked): string => `${as ? `&as=${as}` : ''}${map ? `&map=${map}` : ''}`;
  const preview = async (text: string, asked: Asked = {}): Promise<ImportPreview> =>
    (await ada.upload(`${url}/imports/preview?${query(asked)}`, Buffer.from(text))).json();
  const apply = async (text: string, asked: Asked = {}): Promise<ImportApplied> => {
    const { digest } = await preview(text, asked);
    const choices = JSON.stringify({ walkIns: [], cancel: [], ...asked.choices });
    const address = `${url}/imports?digest=${digest}${query(asked)}`;
    return (await ada.upload(address, Buffer.from(text), 'people.csv', { choices })).json();
  };
  const people = async (): Promise<Attendee[]> => (await ada.get(`${url}/people`)).json();
  const named = async (name: string): Promise<Attendee> => {
    const found = (await people()).filter((person) => person.name === name);
    if (found.length !== 1) throw new Error(`${found.length} people are called ${name}`);
    return found[0] as Attendee;
  };
  const change = async (name: string, details: object) =>
    ada.put(`${url}/people/${(await named(name)).id}`, { details });
  const undo = ({ importId }: ImportApplied) => ada.post(`${url}/imports/${importId}/undo`);
  return { ...{ t, ada, url, preview, apply, people, named, change, undo } };
}

const meetup = (...rows: string[]): string => `Name,User ID,RSVP,Guests\n${rows.join('\n')}\n`;
const form = (...rows: string[]): string =>
  `Timestamp,Full name,Email address,What do you study?\n${rows.join('\n')}\n`;
const standings = (people: readonly Attendee[]): string[] =>
  people.map(({ name, standing, unnamed }) => `${name} ${standing}${unnamed ? ' unnamed' : ''}`).sort();

describe('guests without a name', () => {
  it('get seats, never twice; the seats follow the number, the name and the standing of who brings them', async () => {
    const { apply, preview, people } = await desk();
    const first = await apply(meetup('Robin,user 1,Yes,2', 'Wen,user 2,Waitlist,1'));
    expect(first).toMatchObject({ added: 2, guests: 3 });
    expect(standings(await people())).toEqual([
      'Guest of Robin active unnamed',
      'Guest of Robin active unnamed',
      'Guest of Wen waiting unnamed',
      'Robin active',
      'Wen waiting',
    ]);
    const again = await preview(meetup('Robin,user 1,Yes,2', 'Wen,user 2,Waitlist,1'));
    expect([again.new, again.guests]).toEqual([[], { added: 0, cancelled: 0, changed: 0 }]);

    await apply(meetup('Robin Fox,user 1,Yes,1', 'Wen,user 2,Yes,1'));
    expect(standings(await people())).toEqual([
      'Guest of Robin Fox active unnamed',
      'Guest of Robin cancelled unnamed',
      'Guest of Wen active unnamed',
      'Robin Fox active',
      'Wen active',
    ]);
    await apply(meetup('Robin Fox,user 1,Yes,2', 'Wen,user 2,No,1'));
    expect(standings(await people())).toEqual([
      'Guest of Robin Fox active unnamed',
      'Guest of Robin Fox active unnamed',
      'Guest of Wen cancelled unnamed',
      'Robin Fox active',
      'Wen cancelled',
    ]);
  });

  it('who is here, or has a name by now, keeps the seat', async () => {
    const { ada, url, apply, people } = await desk();
    await apply(meetup('Robin,user 1,Yes,3'));
    const [here, named] = (await people()).filter(({ unnamed }) => unnamed);
    await ada.put(`${url}/people/${here?.id}/presence`, { here: true });
    await ada.put(`${url}/people/${named?.id}`, { details: { name: 'Sam Okonjo' } });
    await apply(meetup('Robin,user 1,Yes,0'));
    expect(standings(await people())).toEqual([
      'Guest of Robin active unnamed',
      'Guest of Robin cancelled unnamed',
      'Robin active',
      'Sam Okonjo active',
    ]);
    await apply(meetup('Robin,user 1,Yes,2'));
    expect(standings(await people()).filter((line) => line.includes('active'))).toHaveLength(3);
  });

  it('go with an import that is undone', async () => {
    const { apply, undo, people } = await desk();
    const first = await apply(meetup('Robin,user 1,Yes,1'));
    const second = await apply(meetup('Robin,user 1,Yes,3', 'Wen,user 2,Yes,1'));
    await undo(second);
    expect(standings(await people())).toEqual(['Guest of Robin active unnamed', 'Robin active']);
    await undo(first);
    expect(await people()).toEqual([]);
  });
});

describe('accounts', () => {
  it('two members called Alex stay two, whatever they change', async () => {
    const { apply, people, preview } = await desk();
    await apply(meetup('Alex,user 1,Yes,0', 'Alex,user 2,No,0'));
    const ids = (await people()).map(({ id }) => id).sort();
    const second = await apply(meetup('Alex,user 2,Yes,0', 'Alex,user 1,No,0'));
    expect(second).toMatchObject({ added: 0, changed: 2 });
    expect((await people()).map(({ id }) => id).sort()).toEqual(ids);
    expect((await preview(meetup('Alex,user 3,Yes,0'))).new).toHaveLength(1);
  });
});

describe('what the organiser did by hand', () => {
  it('outlives the next import, and the preview says so', async () => {
    const { apply, preview, change, named } = await desk();
    await apply(form('1,Zoe Quill,zoe@x.example,Law', '2,Abe Brown,abe@x.example,Art'));
    await change('Zoe Quill', { course: 'Physics' });
    const next = form('1,Zoe Quill,zoe@x.example,Maths', '2,Abe Brown,abe@x.example,Drama');
    const seen = await preview(next);
    expect(seen.kept.map(({ name, fields }) => [name, fields])).toEqual([['Zoe Quill', ['course']]]);
    expect(seen.changed.map(({ name, fields }) => [name, fields])).toEqual([['Abe Brown', ['course']]]);
    await apply(next);
    expect([(await named('Zoe Quill')).course, (await named('Abe Brown')).course]).toEqual(['Physics', 'Drama']);
  });

  it('outlives an undo, where it was done after the import', async () => {
    const { apply, change, named, undo } = await desk();
    await apply(form('1,Zoe Quill,zoe@x.example,Law'));
    const second = await apply(form('1,Zoe Quill,zoe@new.example,Maths'));
    expect(second).toMatchObject({ changed: 0, added: 1 });
    await undo(second);
    const third = await apply(form('1,Zoë Quill,zoe@x.example,Maths'));
    await change('Zoë Quill', { diet: 'Vegan', course: 'Physics' });
    await undo(third);
    expect(await named('Zoe Quill')).toMatchObject({ diet: 'Vegan', course: 'Physics', name: 'Zoe Quill' });
  });

  it('cancelling somebody is such an edit', async () => {
    const { ada, url, apply, preview, named } = await desk();
    await apply(meetup('Zoe,user 1,Yes,0'));
    await ada.put(`${url}/people/${(await named('Zoe')).id}/standing`, { standing: 'cancelled' });
    const again = await preview(meetup('Zoe,user 1,Yes,0'));
    expect([again.changed, again.kept.map(({ fields }) => fields)]).toEqual([[], [['standing']]]);
  });
});

describe('what the organiser decides beside the file', () => {
  it('walk-ins: one by one, once each, gone with the import', async () => {
    const { apply, preview, people, undo } = await desk();
    const file = form('1,Zoe Quill,zoe@x.example,Law', '2,Abe Brown,,Art', '3,Cy Ng,not one,Art');
    expect((await preview(file)).walkIns.map(({ name, known }) => [name, known])).toEqual([
      ['Abe Brown', false],
      ['Cy Ng', false],
    ]);
    expect(await apply(file, { choices: { walkIns: [2] } })).toMatchObject({ added: 2 });
    expect((await preview(file)).walkIns.map(({ known }) => known)).toEqual([true, false]);
    const second = await apply(file, { choices: { walkIns: [2, 3, 1] } });
    expect(second).toMatchObject({ added: 1 });
    expect((await preview(file)).missing).toEqual([]);
    await undo(second);
    expect((await people()).map(({ name }) => name)).toEqual(['Abe Brown', 'Zoe Quill']);
  });

  it('who is missing is cancelled when somebody says so, with their guests, and never by itself', async () => {
    const { apply, preview, people, named, undo } = await desk();
    await apply(meetup('Robin,user 1,Yes,1', 'Wen,user 2,Yes,0'));
    const next = meetup('Sam,user 3,Yes,0');
    expect((await preview(next)).missing.map(({ name }) => name)).toEqual(['Robin', 'Wen']);
    const robin = await named('Robin');
    const sam = await apply(next, { choices: { cancel: [robin.id, 'nobody' as never] } });
    expect(sam).toMatchObject({ added: 1, cancelled: 1 });
    expect(standings(await people())).toEqual([
      'Guest of Robin cancelled unnamed',
      'Robin cancelled',
      'Sam active',
      'Wen active',
    ]);
    await undo(sam);
    expect(standings(await people())).toEqual(['Guest of Robin active unnamed', 'Robin active', 'Wen active']);
  });

  it('columns: the preview follows, the choice is part of what is applied and remembered for such a header', async () => {
    const { ada, url, apply, preview, named } = await desk();
    const file = 'Kto;Jak;Co\nAda Quill;ada@x.example;Law\nBo Reed;bo@x.example;Art\n';
    const guess = await preview(file);
    expect([guess.mappedBy, guess.columns.map(({ subject }) => subject)]).toEqual([
      'guess',
      ['name', 'email', 'other'],
    ]);
    const map = 'name,email,course';
    const other = await ada.upload(`${url}/imports?digest=${guess.digest}&map=${map}`, Buffer.from(file));
    expect(other.json()).toEqual({ error: { code: 'preview-outdated' } });
    expect(await preview(file, { map })).toMatchObject({ mappedBy: 'organiser' });
    await apply(file, { map });
    expect((await named('Ada Quill')).course).toBe('Law');

    const next = await preview(`${file}Cy Ng;cy@x.example;Drama\n`);
    expect([next.mappedBy, next.columns[2]?.subject, next.same, next.new.length]).toEqual(['memory', 'course', 2, 1]);
    const asGuessed = await preview(file, { map: 'guess' });
    expect([asGuessed.mappedBy, asGuessed.columns[2]?.subject]).toEqual(['guess', 'other']);
    await apply(`${file}Cy Ng;cy@x.example;\n`, { map: 'name,email,other' });
    expect((await preview(file)).mappedBy).toBe('guess');
    for (const wrong of ['name,email', 'name,email,cook'])
      expect((await ada.upload(`${url}/imports/preview?map=${wrong}`, Buffer.from(file))).statusCode).toBe(400);
  });

  it('choices that are none are refused, and nothing is written', async () => {
    const { ada, url, preview, people } = await desk();
    const file = form('1,Zoe Quill,zoe@x.example,Law');
    const { digest } = await preview(file);
    for (const choices of ['{', '{"walkIns":["1"],"cancel":[]}', '[]']) {
      const answer = await ada.upload(`${url}/imports?digest=${digest}`, Buffer.from(file), 'a.csv', { choices });
      expect(answer.json()).toEqual({ error: { code: 'bad-request', details: { field: 'choices' } } });
    }
    expect(await people()).toEqual([]);
  });
});

it('a file of both roles makes students and mentors, and only compares with its own', async () => {
  const { apply, people, preview } = await desk();
  const both = 'Timestamp,Full name,Email,I am a\n1,Ada,ada@x.example,Student\n2,Bo,bo@x.example,Mentor\n';
  await apply(both);
  expect((await people()).map(({ name, role }) => [name, role])).toEqual([
    ['Ada', 'student'],
    ['Bo', 'mentor'],
  ]);
  expect(await preview(both)).toMatchObject({ new: [], changed: [], same: 2, missing: [] });
  const swapped = both.replace('ada@x.example,Student', 'ada@x.example,Mentor');
  expect((await preview(swapped)).changed.map(({ fields }) => fields)).toEqual([['role']]);
});
