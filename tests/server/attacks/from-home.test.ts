import type { Attendee } from '@lapwing/shared/event/roster';
import type { ErrorAnswer, EventDetail } from '@lapwing/shared/protocol/api';
import type { Hall, PersonalCard } from '@lapwing/shared/protocol/messages';
import { describe, expect, it } from 'vitest';
import { makeEvening } from '../../support/evening-builder.ts';
import { testApp } from '../../support/test-app.ts';

const MINUTE = 60_000;

async function evenings() {
  const t = await testApp();
  const ada = await t.organiser();
  const evening = await makeEvening(t, { students: 15, tables: 5, seats: 4, settings: { rounds: 4 } });
  const [ann] = evening.students as [Attendee];
  return { t, ada, evening, ann };
}

describe('somebody who is at home', () => {
  it('is not here by the code of the public page, which is not the one on the wall', async () => {
    const { t, ada, evening, ann } = await evenings();
    const phone = await evening.phone(ann);
    const { code, roomCode } = (await ada.get(evening.url)).json<EventDetail>();
    const said = await phone.put(`/me/${ann.id}/here`, { code });
    expect([said.statusCode, said.json<ErrorAnswer>().error.code]).toEqual([422, 'wrong-event-code']);
    const display = await t.socket(`${evening.displayUrl()}/live`, await evening.display());
    await display.settled();
    expect(display.last('hall' as 'hall') as Hall).toMatchObject({ code: roomCode });
    for (const open of [`/e/${code}/event`, `/e/${code}`, `/me/${ann.id}/opening`, `/me/${ann.id}`])
      expect((await phone.get(open)).body, open).not.toContain(roomCode);
    const page = await t.socket(`/me/${ann.id}/live`, phone);
    await page.settled();
    expect(page.texts.join()).not.toContain(roomCode);
    expect((await phone.put(`/me/${ann.id}/here`, { code: roomCode })).statusCode).toBe(200);
  });

  it('does not begin a talk: of those at a table only who was checked in is asked', async () => {
    const { t, ada, evening } = await evenings();
    const { rounds } = t.services.evenings.plan(evening.id)?.schedule ?? { rounds: [] };
    const ghosts = Object.values(rounds[1] ?? {}).flatMap(({ students }) => students.slice(0, 1));
    const present = evening.students.filter(({ id }) => !ghosts.includes(id));
    const say = async (people: readonly Attendee[]): Promise<void> => {
      for (const person of people) await (await evening.phone(person)).put(`/me/${person.id}/all-here`, { round: 2 });
    };
    evening.checkIn(...present);
    await evening.press(ada, { kind: 'start', planVersion: 1 });
    t.clock.advance(3_000 + 10 * MINUTE);
    expect(evening.moment().phase).toMatchObject({ kind: 'moving', round: 2 });
    await say(evening.students.filter(({ id }) => ghosts.includes(id)));
    t.clock.advance(22_000);
    expect(evening.moment().phase).toMatchObject({ kind: 'moving', round: 2 });
    expect(t.services.evenings.facts(evening.id)?.allHere?.tables).toBe(0);
    await say(present);
    expect(evening.moment().phase).toMatchObject({ kind: 'talking', round: 2 });
  });
});

describe('somebody who was taken off the list during the evening', () => {
  it('sees no table any more, and neither calls nor tells who sits; asking for help is still heard', async () => {
    const { t, ada, evening, ann } = await evenings();
    evening.checkIn(...evening.students);
    const phone = await evening.phone(ann);
    const page = await t.socket(`/me/${ann.id}/live`, phone);
    await page.until('card', ({ rounds }) => rounds.length > 0);
    page.forget();
    await evening.start(ada);
    await ada.put(`${evening.url}/people/${ann.id}/standing`, { standing: 'cancelled' });
    await page.until('card', ({ rounds, standing }) => standing === 'cancelled' && rounds.length === 0);
    const { card } = (await phone.get(`/me/${ann.id}/opening`)).json<{ card: PersonalCard }>();
    expect(card.rounds).toEqual([]);
    const late = await phone.put(`/me/${ann.id}/calls/late`, { calling: true, minutes: 5 });
    expect([late.statusCode, late.json<ErrorAnswer>().error.code]).toEqual([409, 'taken-off-list']);
    expect((await phone.put(`/me/${ann.id}/calls/help`, { calling: true })).statusCode).toBe(204);
    t.clock.advance(3_000 + 10 * MINUTE);
    await phone.put(`/me/${ann.id}/all-here`, { round: 2 });
    expect(t.services.evenings.facts(evening.id)?.allHere?.tables).toBe(0);
  });
});
