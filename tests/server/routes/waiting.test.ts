import type { Attendee } from '@lapwing/shared/event/roster';
import type { DeskNumber, DeskTurn, ErrorAnswer, WaitingPhone } from '@lapwing/shared/protocol/api';
import type { Staff } from '@lapwing/shared/protocol/messages';
import { describe, expect, it } from 'vitest';
import { makeEvening } from '../../support/evening-builder.ts';
import { testApp } from '../../support/test-app.ts';

async function atTheDesk() {
  const t = await testApp();
  const ada = await t.organiser();
  const evening = await makeEvening(t);
  const aisha = evening.students[0] as Attendee;
  const { code } = (await ada.get(evening.url)).json<{ code: string }>();
  const phone = t.stranger();
  const askAs = (who: string, connection: { remoteAddress?: string; headers?: Record<string, string> } = {}) =>
    phone.send({ method: 'POST', url: `/e/${code}/waiting`, payload: { who }, ...connection });
  const ask = async (who: string): Promise<DeskNumber> => (await askAs(who)).json<DeskNumber>();
  const turn = ({ number, secret }: DeskNumber) => phone.post(`/e/${code}/waiting/${number}/session`, { secret });
  const waiting = async (): Promise<WaitingPhone[]> => (await ada.get(`${evening.url}/waiting`)).json();
  const letIn = (number: string, person: string) => ada.put(`${evening.url}/waiting/${number}`, { person });
  return { t, ada, evening, aisha, code, phone, ask, askAs, turn, waiting, letIn };
}

describe('a phone without a link', () => {
  it('gets a number whoever it says it is, and the desk alone sees whether we know them', async () => {
    const { ask, askAs, waiting, aisha } = await atTheDesk();
    const [known, stranger, badge] = [await askAs(' Student1@Example.org '), await askAs('no@one.org'), null];
    expect(badge).toBeNull();
    expect(Object.keys(known.json())).toEqual(Object.keys(stranger.json()));
    expect(known.body.length).toBe(stranger.body.length);
    expect(known.json<DeskNumber>().number).toMatch(/^[1-9]\d\d$/u);
    const byBadge = await ask(aisha.badgeCode);
    const list = await waiting();
    expect(
      list.map(({ number, people }) => [number, people]),
      'who named somebody first; a badge may be anybody’s photograph',
    ).toEqual([
      [known.json<DeskNumber>().number, [aisha.id]],
      [byBadge.number, []],
      [stranger.json<DeskNumber>().number, []],
    ]);
    expect(JSON.stringify(list), 'what was typed stays with the server').not.toContain('no@one.org');
  });

  it('waits until a helper lets it in, then gets that person’s page, for a minute', async () => {
    const { t, ask, turn, letIn, waiting, aisha, phone } = await atTheDesk();
    const mine = await ask('unknown@example.org');
    expect((await turn(mine)).json<DeskTurn>()).toEqual({ to: null });
    expect((await letIn(mine.number, aisha.id)).statusCode).toBe(204);
    const { to } = (await turn(mine)).json<DeskTurn>();
    expect((await turn(mine)).json<DeskTurn>().to, 'a lost answer is asked for again').toBe(to);
    expect(await waiting()).toEqual([]);
    const { pathname, hash } = new URL(to ?? '', 'http://localhost');
    expect(pathname).toBe(`/me/${aisha.id}`);
    const opened = await phone.post(`${pathname}/session`, { secret: hash.slice(1) });
    expect(opened.json<{ card: { name: string } }>().card.name).toBe(aisha.name);
    t.clock.advance(60_000);
    expect((await turn(mine)).json<ErrorAnswer>().error.code, 'later it opens nothing').toBe('link-invalid');
    const late = await ask('unknown@example.org');
    t.clock.advance(15 * 60_000);
    expect((await turn(late)).json<ErrorAnswer>().error.code, 'numbers run out').toBe('link-invalid');
  });

  it('is not let in by a number alone, nor as somebody of another event', async () => {
    const { t, ask, turn, letIn, code, phone } = await atTheDesk();
    const other = await makeEvening(t);
    const mine = await ask('a@example.org');
    const forged = await phone.post(`/e/${code}/waiting/${mine.number}/session`, { secret: 'x'.repeat(43) });
    expect(forged.json<ErrorAnswer>().error.code).toBe('link-invalid');
    expect((await letIn(mine.number, other.students[0]?.id ?? '')).statusCode).toBe(404);
    expect((await letIn('999', 'nobody')).statusCode).toBe(404);
    expect((await turn(mine)).json<DeskTurn>().to).toBeNull();
  });

  it('tells the consoles that it came, without making them read everybody again', async () => {
    const { t, ada, evening, ask } = await atTheDesk();
    const console_ = await t.socket(`/api/events/${evening.id}/socket`, ada);
    await console_.settled();
    const before = t.services.evenings.staff(evening.id);
    await ask('a@example.org');
    const after = t.services.evenings.staff(evening.id);
    expect(after.waitingChanges).toBe(before.waitingChanges + 1);
    expect(after.changes).toBe(before.changes);
    t.clock.advance(5_000);
    await console_.settled();
    const told = console_.texts.map((text) => JSON.parse(text) as Staff).filter(({ t: kind }) => kind === 'staff');
    expect(told.at(-1)?.waitingChanges).toBe(after.waitingChanges);
  });

  it('over one connection holds three numbers, and a whole hall behind one address finds room', async () => {
    const { askAs, waiting } = await atTheDesk();
    for (let n = 0; n < 5; n++) expect((await askAs(`same${n}@example.org`)).statusCode).toBe(200);
    expect(await waiting()).toHaveLength(3);
    const proxied = { headers: { 'x-forwarded-for': '203.0.113.7' } };
    for (let n = 0; n < 297; n++) expect((await askAs(`hall${n}@example.org`, proxied)).statusCode).toBe(200);
    expect(new Set((await waiting()).map(({ number }) => number)).size).toBe(300);
    expect((await askAs('late@example.org', proxied)).statusCode).toBe(200);
    expect(await waiting()).toHaveLength(300);
  });
});
