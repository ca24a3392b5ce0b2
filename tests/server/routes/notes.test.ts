import type { Note, OwnNotes } from '@lapwing/shared/protocol/notes-api';
import { describe, expect, it } from 'vitest';
import { forgetWords } from '../../../server/src/db/retention.ts';
import type { OwnData } from '../../../server/src/services/own-data.ts';
import { makeEvening } from '../../support/evening-builder.ts';
import { testApp } from '../../support/test-app.ts';

const SAID = 'QzNoteZq';

async function evening() {
  const t = await testApp();
  const ada = await t.organiser();
  const made = await makeEvening(t);
  const [ann, bob] = made.students;
  const [max, mia] = made.mentors;
  if (!ann || !bob || !max || !mia) throw new Error('people are needed');
  const phone = await made.phone(ann);
  const version = (text: string, seen: Note['seen'], at: number = t.clock.now()) => ({
    ...{ text, seen, at: Math.floor(at), beside: [] },
  });
  const write = (about: string, body: object) => phone.put(`/me/${ann.id}/notes/${about}`, body);
  const read = async (): Promise<OwnNotes['notes']> => (await phone.get(`/me/${ann.id}/notes`)).json<OwnNotes>().notes;
  return { t, ada, made, ann, bob, max, mia, phone, version, write, read };
}

describe('a private note', () => {
  it('N5 is kept as it was said, once however often it is sent, and comes back on another device', async () => {
    const { made, ann, max, version, write, read } = await evening();
    const said = version(SAID, { phone: 1 });
    for (let time = 0; time < 3; time++) {
      const answer = await write(max.id, said);
      expect(answer.statusCode).toBe(200);
      expect(answer.headers['cache-control']).toContain('no-store');
      expect(answer.json()).toEqual(said);
    }
    expect(await read()).toEqual([{ about: max.id, note: said }]);
    const tablet = await made.phone(ann);
    expect((await tablet.get(`/me/${ann.id}/notes`)).json()).toEqual({ notes: [{ about: max.id, note: said }] });
  });

  it('N6 written on two devices holds both, and N7 no clock that runs ahead decides', async () => {
    const { t, max, version, write, read } = await evening();
    await write(max.id, version('from the phone', { phone: 1 }, t.clock.now() + 86_400_000));
    t.clock.advance(60_000);
    const answer = await write(max.id, version('from the tablet', { tablet: 1 }));
    expect(answer.json()).toMatchObject({ text: 'from the tablet', beside: ['from the phone'] });
    expect((await read())[0]?.note.seen).toEqual({ phone: 1, tablet: 1 });
  });

  it('N9 longer than it may be is refused', async () => {
    const { max, version, write } = await evening();
    const answer = await write(max.id, version('x'.repeat(2_001), { phone: 1 }));
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ error: { details: { field: 'text' } } });
    expect((await write(max.id, { ...version('x', {}), seen: {} })).statusCode).toBe(400);
  });

  it('N10 locks no device out by a made-up count or name of another', async () => {
    const { max, version, write, read } = await evening();
    await write(max.id, version('first', { phone: 1 }));
    for (const seen of [{ phone: 1, tablet: 10_001 }, { phone: 1_000_000_000 }, { phone: Number.MAX_SAFE_INTEGER }])
      expect((await write(max.id, version('made up', seen))).json()).toMatchObject({
        error: { code: 'bad-request', details: { field: 'seen' } },
      });
    expect((await write(max.id, version('odd', { phone: 1, constructor: 1 }))).json()).toMatchObject({ text: 'odd' });
    await write(max.id, version('far', { phone: 10_000, constructor: 1 }));
    const next = version('and on', { phone: 10_001, constructor: 1 });
    expect((await write(max.id, next)).json()).toMatchObject({ text: 'and on', beside: [] });
    expect((await read())[0]?.note.text).toBe('and on');
  });

  it('N1 is told to nobody: no socket, no console, no display, not whom it is about', async () => {
    const { t, ada, made, ann, max, phone, version, write } = await evening();
    const before = made.version();
    const about = await made.phone(max);
    const listeners = await Promise.all([
      t.socket(`/me/${ann.id}/live`, phone),
      t.socket(`/me/${max.id}/live`, about),
      t.socket(`${made.url}/socket`, ada),
    ]);
    await write(max.id, version(SAID, { phone: 1 }));
    for (const listener of listeners) await listener.settled();
    expect(listeners.map(({ texts }) => texts.length)).not.toContain(0);
    expect(listeners.flatMap(({ texts }) => texts).filter((text) => text.includes(SAID))).toEqual([]);
    const answers = await Promise.all([
      ...['people', 'log', 'audit', 'reports'].map((path) => ada.get(`${made.url}/${path}`)),
      ...['opening', 'notes', 'data.json', 'conduct'].map((path) => about.get(`/me/${max.id}/${path}`)),
    ]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(answers.map(() => 200));
    expect(answers.filter(({ body }) => body.includes(SAID))).toEqual([]);
    expect(made.version()).toBe(before);
  });

  it('N2 is about somebody of the other role of this evening', async () => {
    const { ann, bob, version, write } = await evening();
    for (const about of [bob.id, ann.id, 'missing'])
      expect((await write(about, version(SAID, { phone: 1 }))).statusCode).toBe(404);
  });

  it('N1 and N3 stands in its writer’s file, and goes with the writer, with whom it is about, and with the names', async () => {
    const { t, ada, made, ann, max, mia, phone, version, write, read } = await evening();
    for (const about of [max, mia]) await write(about.id, version(`${SAID} ${about.name}`, { phone: 1 }));
    const file = (await phone.get(`/me/${ann.id}/data.json`)).json<OwnData>();
    expect(file.evenings[0]?.kept.notes?.map(({ text }) => text)).toHaveLength(2);
    await ada.delete(`${made.url}/people/${max.id}`);
    expect((await read()).map(({ about }) => about)).toEqual([mia.id]);
    const rows = (): unknown => t.db.$client.prepare('SELECT count(*) FROM notes').pluck().get();
    expect(forgetWords(t.db, made.id)).toBe(true);
    expect(rows()).toBe(0);
    await write(mia.id, version(SAID, { phone: 1 }));
    expect(rows()).toBe(1);
    await phone.delete(`/me/${ann.id}`);
    expect(rows()).toBe(0);
  });
});
