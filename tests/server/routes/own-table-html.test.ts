import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGE_TAGS, type Language } from '@lapwing/shared/kernel/language';
import { LEAD } from '@lapwing/shared/live/state';
import { describe, expect, it } from 'vitest';
import { OWN_TABLE_WORDS } from '../../../server/src/routes/own-table-html.ts';
import { changePerson } from '../../../server/src/services/roster-service.ts';
import { makeEvening } from '../../support/evening-builder.ts';
import { testApp } from '../../support/test-app.ts';

const LOCALES = join(import.meta.dirname, '../../../client/locales');

async function evening() {
  const t = await testApp();
  const ada = await t.organiser();
  const made = await makeEvening(t);
  const [ann] = made.students;
  if (!ann) throw new Error('a student is needed');
  const phone = await made.phone(ann);
  const page = async (language: Language = 'en') =>
    phone.send({ method: 'GET', url: `/me/${ann.id}`, headers: { 'accept-language': language } });
  const plates = async () =>
    [...(await page()).body.matchAll(/<svg class="k-plate ([a-z-]+)"[^>]*aria-label="([^"]*)"/gu)].map(
      ([, look = '', label = '']) => `${look} ${label}`,
    );
  const card = () => t.services.evenings.card(made.id, ann.id);
  const table = (round: number) => card()?.rounds[round - 1]?.table ?? null;
  const named = (number: number | null) =>
    `Table ${number}, ${card()?.tables.find((one) => one.number === number)?.name}`;
  return { t, ada, made, ann, phone, page, plates, table, named };
}

describe('the page of a person who has been here before', () => {
  it('has their table and the next one in its HTML, in every phase, and nothing that a policy would refuse', async () => {
    const { t, ada, made, page, plates, table, named } = await evening();
    expect(await plates(), 'before the start').toEqual([`seat-plate ${named(table(1))}`]);
    await made.start(ada);
    t.clock.advance(LEAD);
    expect(await plates()).toEqual([`seat-plate ${named(table(1))}`, `next-plate ${named(table(2))}`]);
    expect((await page()).body).toContain('until ');
    t.clock.advance(600_000);
    expect(table(2)).not.toBe(table(1));
    expect(await plates()).toEqual([`go-plate ${named(table(2))}`]);
    const answer = await page();
    expect(answer.body).toContain('data-ground="move"');
    expect(answer.headers['cache-control']).toContain('no-store');
    expect(answer.body).not.toMatch(/ style=| on[a-z]+=|javascript:/u);
    const scripts = [...answer.body.matchAll(/<script([^>]*)>/gu)].map(([, attributes = '']) => attributes);
    expect(scripts.filter((one) => !/ src="\/assets\/| type="application\/json"/u.test(one))).toEqual([]);
    // drawn by the page itself: whoever waits for it must not take this for it
    expect(answer.body).not.toContain('data-phase');
    await made.press(ada, { kind: 'stopAll', text: '' });
    expect(await plates(), 'everything stops').toEqual([]);
    await made.press(ada, { kind: 'finish' });
    expect(await plates()).toEqual([]);
  });

  it('says it in the language of whoever asks, and escapes what people are called', async () => {
    const { t, made, page, table } = await evening();
    for (const { id } of made.mentors) changePerson(t.services, made.id, id, { name: '<b>Max</b> & "Co"' }, 'Ada');
    const { body } = await page('de');
    expect(body).toContain(`Tisch ${table(1)}`);
    expect(body).toContain('&lt;b&gt;Max&lt;/b&gt; &amp; &quot;Co&quot;');
    expect(body).not.toContain('<b>Max');
  });

  it('is only for them', async () => {
    const { t, made, ann, phone } = await evening();
    const [, bob] = made.students;
    expect((await t.stranger().get(`/me/${ann.id}`)).body).not.toContain('k-plate');
    expect((await phone.get(`/me/${bob?.id}`)).body).not.toContain('k-plate');
  });

  it.each(LANGUAGE_TAGS)('speaks as the page itself does (%s)', (language) => {
    const words = ['phone', 'kit'].map((surface) =>
      JSON.parse(readFileSync(join(LOCALES, surface, `${language}.json`), 'utf8')),
    );
    const all = Object.assign({}, ...words) as Record<string, string>;
    const own = Object.entries(OWN_TABLE_WORDS[language]).filter(([id]) => id.includes('.'));
    expect(own.length).toBeGreaterThan(5);
    expect(own.map(([id, text]) => [id, text])).toEqual(own.map(([id]) => [id, all[id]]));
  });
});
