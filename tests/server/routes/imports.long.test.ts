import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Attendee } from '@lapwing/shared/event/roster';
import type { EventDetail } from '@lapwing/shared/protocol/api';
import type { ImportApplied, ImportPreview } from '@lapwing/shared/protocol/import-api';
import { describe, expect, it } from 'vitest';
import { makeEvening, type TestEvening } from '../../support/evening-builder.ts';
import { type TestApp, testApp } from '../../support/test-app.ts';
import type { Caller } from '../../support/test-caller.ts';

const SAMPLES = join(import.meta.dirname, '..', '..', 'samples');
const sample = (name: string): Buffer => readFileSync(join(SAMPLES, name));
const EXPECTED = JSON.parse(sample('expected-counts.json').toString()) as Record<
  string,
  { counts: ImportPreview['counts']; people: Record<'active' | 'waiting' | 'cancelled', number> }
>;
const STUDENTS = 'google-form-students.csv';

interface Desk {
  t: TestApp;
  ada: Caller;
  evening: TestEvening;
  preview(bytes: Uint8Array, as?: string): Promise<ImportPreview>;
  apply(bytes: Uint8Array, digest: string, as?: string): Promise<ImportApplied>;
  people(): Promise<Attendee[]>;
}

async function desk(): Promise<Desk> {
  const t = await testApp();
  const ada = await t.organiser();
  const evening = await makeEvening(t, { students: 0, mentors: 0, published: false });
  const query = (as?: string): string => (as === undefined ? '' : `&as=${as}`);
  return {
    t,
    ada,
    evening,
    async preview(bytes, as) {
      return (await ada.upload(`${evening.url}/imports/preview?${query(as)}`, bytes)).json();
    },
    async apply(bytes, digest, as) {
      return (await ada.upload(`${evening.url}/imports?digest=${digest}${query(as)}`, bytes)).json();
    },
    people: async () => (await ada.get(`${evening.url}/people`)).json(),
  };
}

const csv = (...rows: string[]): Buffer =>
  Buffer.from(`Timestamp,Full name,Email address,What do you study?\n${rows.join('\n')}\n`);

describe('a file of people', () => {
  it.each(Object.keys(EXPECTED))(
    '%s: preview, apply, nothing new the second time, undone without a trace',
    async (name) => {
      const { ada, evening, preview, apply, people } = await desk();
      const wanted = EXPECTED[name];
      const bytes = sample(name);
      const first = await preview(bytes);
      expect(first.counts).toEqual(wanted?.counts);
      const all = Object.values(wanted?.people ?? {}).reduce((sum, count) => sum + count, 0);
      expect([first.new.length, first.changed, first.same]).toEqual([all, [], 0]);
      expect(await people(), 'a preview stores nothing').toEqual([]);

      const applied = await apply(bytes, first.digest);
      expect(applied).toMatchObject({ added: all, changed: 0 });
      const stored = (await people()).filter((person) => !person.unnamed);
      for (const standing of ['active', 'waiting', 'cancelled'] as const)
        expect(stored.filter((person) => person.standing === standing)).toHaveLength(wanted?.people[standing] ?? -1);
      const again = await preview(bytes);
      expect([again.new, again.changed, again.same]).toEqual([[], [], all]);

      expect((await ada.post(`${evening.url}/imports/${applied.importId}/undo`)).statusCode).toBe(204);
      expect(await people()).toEqual([]);
      expect((await ada.post(`${evening.url}/imports/${applied.importId}/undo`)).json()).toEqual({
        error: { code: 'already-undone' },
      });
    },
  );

  it('is applied only as it was previewed', async () => {
    const { t, ada, evening, preview, apply, people } = await desk();
    const bytes = sample(STUDENTS);
    const { digest } = await preview(bytes);
    const other = await apply(Buffer.concat([bytes, Buffer.from('\n')]), digest);
    expect(other).toEqual({ error: { code: 'preview-outdated' } });
    expect(await apply(bytes, digest, 'mentors')).toEqual({ error: { code: 'preview-outdated' } });
    await ada.post(`${evening.url}/people`, { details: { role: 'student', name: 'Came meanwhile' } });
    expect(await apply(bytes, digest)).toEqual({ error: { code: 'preview-outdated' } });
    expect(await people()).toHaveLength(1);
    const fresh = await preview(bytes);
    const twice = await Promise.all([apply(bytes, fresh.digest), apply(bytes, fresh.digest)]);
    expect(
      twice.filter((answer) => 'importId' in answer),
      'a double click',
    ).toHaveLength(1);
    expect(t.db.$client.prepare('SELECT count(*) AS n FROM imports').get()).toEqual({ n: 1 });
  });

  it('changes who is known; undo gives the old answers back, and leaves check-in alone', async () => {
    const { ada, evening, preview, apply, people } = await desk();
    const old = csv('1,Zoe Quill,zoe@example.org,Law');
    const news = csv('1,Zoe Quill,zoe@example.org,Physics', '2,Abe Brown,abe@example.org,Art');
    await apply(old, (await preview(old)).digest);
    const [zoe] = await people();
    const second = await preview(news);
    expect(second.changed.map(({ fields }) => fields)).toEqual([['course']]);
    const { importId } = await apply(news, second.digest);
    await ada.put(`${evening.url}/people/${zoe?.id}/presence`, { here: true });
    await ada.post(`${evening.url}/imports/${importId}/undo`);
    const left = await people();
    expect(left.map(({ id, course }) => [id, course])).toEqual([[zoe?.id, 'Law']]);
    expect(left[0]?.checkedInAt, 'undo never takes a check-in back').not.toBeNull();
  });

  it('undone frees the chairs of mentors it brought, and is refused once the night runs', async () => {
    const { ada, evening, preview, apply } = await desk();
    const bytes = sample('mentors-google-form.csv');
    const { importId } = await apply(bytes, (await preview(bytes)).digest);
    const { tables } = (await ada.get(evening.url)).json<EventDetail>();
    const all = (await ada.get(`${evening.url}/people`)).json<Attendee[]>();
    const floor = tables.map((table, n) => ({ ...table, mentors: [all[n]?.id] }));
    expect((await ada.put(`${evening.url}/floor`, { tables: floor })).statusCode).toBe(200);
    await ada.post(`${evening.url}/people`, { details: { role: 'student', name: 'Sam' } });
    expect((await evening.start(ada)).statusCode).toBe(200);
    const running = await ada.post(`${evening.url}/imports/${importId}/undo`);
    expect([running.statusCode, running.json()]).toEqual([409, { error: { code: 'event-running' } }]);
    await evening.press(ada, { kind: 'undo' });
    expect((await ada.post(`${evening.url}/imports/${importId}/undo`)).statusCode).toBe(204);
    expect(evening.tables().map((table) => table.mentors)).toEqual([[], [], []]);
  });

  it('of another event cannot be undone from here', async () => {
    const { t, ada, preview, apply, people } = await desk();
    const bytes = sample(STUDENTS);
    const { importId } = await apply(bytes, (await preview(bytes)).digest);
    const other = await makeEvening(t);
    expect((await ada.post(`${other.url}/imports/${importId}/undo`)).statusCode).toBe(404);
    expect(await people()).toHaveLength(42);
  });
});

describe('a file that is none', () => {
  it('is refused with words', async () => {
    const { ada, evening } = await desk();
    const url = `${evening.url}/imports/preview`;
    const zip = Buffer.from('504b0304140000000800000021', 'hex');
    const cases: [string, Uint8Array, number, string][] = [
      ['empty', Buffer.from(''), 422, 'file-unreadable'],
      ['a workbook', zip, 422, 'file-unreadable'],
      ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 422, 'file-unreadable'],
      ['prose', Buffer.from('Dear all,\nplease find attached nothing.\n'), 422, 'file-not-recognised'],
      ['too large', Buffer.alloc(6 * 1024 * 1024, 97), 413, 'too-large'],
    ];
    for (const [what, bytes, status, code] of cases) {
      const answer = await ada.upload(url, bytes);
      expect([what, answer.statusCode, answer.json<{ error: { code: string } }>().error.code]).toEqual([
        what,
        status,
        code,
      ]);
    }
  });

  it('is refused when no file came at all', async () => {
    const { ada, evening } = await desk();
    const url = `${evening.url}/imports/preview`;
    expect((await ada.post(url, { file: 'x' })).statusCode).toBe(400);
    const empty = { 'content-type': 'multipart/form-data; boundary=x' };
    expect((await ada.send({ method: 'POST', url, payload: '--x--\r\n', headers: empty })).statusCode).toBe(400);
    const broken = await ada.send({ method: 'POST', url, payload: '--x\r\nnonsense', headers: empty });
    expect(broken.statusCode).toBe(400);
    const nowhere = await ada.upload('/api/events/nowhere/imports/preview', sample(STUDENTS));
    expect(nowhere.statusCode).toBe(404);
    expect((await ada.upload(`${url}?as=cooks`, sample(STUDENTS))).statusCode).toBe(400);
  });
});
