import type { Attendee } from '@lapwing/shared/event/roster';
import type { DeskNumber, DeskTurn, ErrorAnswer, EventDetail, WaitingPhone } from '@lapwing/shared/protocol/api';
import type { AuditView } from '@lapwing/shared/protocol/audit-api';
import type { HelpersView } from '@lapwing/shared/protocol/staff-api';
import type { Response } from 'light-my-request';
import { describe, expect, it } from 'vitest';
import { makeEvening, opened } from '../../support/evening-builder.ts';
import { testApp } from '../../support/test-app.ts';
import type { Caller } from '../../support/test-caller.ts';

const code = (answer: Response): string => answer.json<ErrorAnswer>().error.code;

async function door(students = 6) {
  const t = await testApp();
  const ada = await t.organiser();
  const evening = await makeEvening(t, { students, tables: 3, seats: Math.ceil(students / 3) + 1 });
  const [ann, bob] = evening.students as [Attendee, Attendee];
  const { code: event } = (await ada.get(evening.url)).json<EventDetail>();
  /** Each over a connection of its own, as through a proxy on this machine. */
  const ask = async (who: string, address = '10.0.0.1'): Promise<DeskNumber> => {
    const asked = await t.stranger().send({
      ...{ method: 'POST', url: `/e/${event}/waiting`, payload: { who } },
      headers: { 'x-forwarded-for': address },
    });
    if (asked.statusCode !== 200) throw new Error(asked.body);
    return asked.json<DeskNumber>();
  };
  const turn = ({ number, secret }: DeskNumber) =>
    t.stranger().post(`/e/${event}/waiting/${number}/session`, { secret });
  const letIn = (by: Caller, { number }: DeskNumber, person: Attendee) =>
    by.put(`${evening.url}/waiting/${number}`, { person: person.id });
  const helper = async (name = 'Bo'): Promise<Caller> => {
    const view = (await ada.put(`${evening.url}/helpers`, { open: true })).json<HelpersView>();
    const caller = t.stranger();
    const joined = await caller.send({
      ...{ method: 'POST', url: '/api/helpers/session', payload: { code: view.code, firstName: name } },
      headers: { 'user-agent': name },
    });
    if (joined.statusCode !== 200) throw new Error(joined.body);
    return caller;
  };
  return { t, ada, evening, ann, bob, ask, turn, letIn, helper };
}

const tos = async (answer: Promise<Response>): Promise<string | null> => (await answer).json<DeskTurn>().to;

describe('one number at the desk', () => {
  it('opens one person’s page, whoever asks for another with it', async () => {
    const { ada, ann, bob, ask, turn, letIn, helper } = await door();
    const bo = await helper();
    const mine = await ask('me');
    expect((await letIn(bo, mine, ann)).statusCode).toBe(204);
    expect(await tos(turn(mine))).toContain(ann.id);
    for (const by of [bo, ada]) {
      const again = await letIn(by, mine, bob);
      expect([again.statusCode, code(again)]).toEqual([409, 'already-so']);
    }
    expect(await tos(turn(mine))).toContain(ann.id);
  });

  it('never gives the link that came after a renewal, for one or for all, not even when let in once more', async () => {
    const { ada, evening, ann, bob, ask, turn, letIn } = await door();
    const [anns, bobs] = [await ask('me'), await ask('me too')];
    await letIn(ada, anns, ann);
    await letIn(ada, bobs, bob);
    expect(await tos(turn(anns))).toContain(ann.id);
    await ada.post(`${evening.url}/people/${ann.id}/link/renew`);
    await letIn(ada, anns, ann);
    expect(code(await turn(anns))).toBe('link-invalid');
    await ada.post(`${evening.url}/links/renew`);
    expect(code(await turn(bobs))).toBe('link-invalid');
    expect((await letIn(ada, anns, ann)).statusCode).toBe(404);
  });

  it('is over when the desk takes the check-in back, and when its helper is sent away', async () => {
    const { t, ada, evening, ann, bob, ask, turn, letIn, helper } = await door();
    const bo = await helper();
    const [anns, bobs] = [await ask('me'), await ask('me too')];
    await letIn(ada, anns, ann);
    await letIn(bo, bobs, bob);
    t.clock.advance(1_000);
    await ada.put(`${evening.url}/people/${ann.id}/presence`, { here: false });
    await ada.put(`${evening.url}/helpers`, { open: false });
    expect([code(await turn(anns)), code(await turn(bobs))]).toEqual(['link-invalid', 'link-invalid']);
  });
});

describe('a helper who wants everybody’s page', () => {
  it('gets a few, by whatever number, code of a badge or name they join as, and each is named in the audit', async () => {
    // as many as may join from one address
    const { ada, evening, ask, letIn, helper } = await door(27);
    const statuses: number[] = [];
    for (const [n, person] of evening.students.entries()) {
      const bo = n % 6 === 0 ? await helper(`Bo ${n}`) : null;
      const by = bo ?? (await helper(`Cy ${n}`));
      statuses.push((await letIn(by, await ask(n % 2 === 0 ? person.badgeCode : 'me'), person)).statusCode);
    }
    expect(statuses.filter((status) => status === 204)).toHaveLength(20);
    expect(new Set(statuses)).toEqual(new Set([204, 429]));
    const { lines } = (await ada.get(`${evening.url}/audit`)).json<AuditView>();
    const given = lines.filter(({ act }) => act === 'phone-let-in').map(({ person }) => person);
    expect(new Set(given)).toEqual(new Set(evening.students.slice(0, 20).map(({ id }) => id)));
  });

  it('uses up nothing of the others’: a few are one helper’s, and what the organiser ends counts no more', async () => {
    const { ada, evening, ask, letIn, helper } = await door(33);
    const people = [...evening.students];
    const let_ = async (by: Caller) => {
      const person = people.shift();
      if (!person) throw new Error('nobody is left');
      return (await letIn(by, await ask('me'), person)).statusCode;
    };
    const all = async (by: Caller, times: number) => {
      const statuses: number[] = [];
      for (let n = 0; n < times; n++) statuses.push(await let_(by));
      return statuses.filter((status) => status === 204).length;
    };
    const [eve, bo] = [await helper('Eve'), await helper('Bo')];
    expect([await all(eve, 9), await all(bo, 1)]).toEqual([8, 1]);
    const view = async () => (await ada.get(`${evening.url}/helpers`)).json<HelpersView>();
    const eves = (await view()).helpers.find(({ name }) => name.startsWith('Eve'));
    await ada.delete(`${evening.url}/helpers/${eves?.id}`);
    const [cy, dan] = [await helper('Cy'), await helper('Dan')];
    expect([await all(cy, 8), await all(dan, 8), await all(bo, 1)], 'she counts no more').toEqual([8, 8, 1]);
    const fay = await helper('Fay');
    expect(await let_(fay)).toBe(204);
    expect(await let_(fay)).toBe(204);
    expect(await let_(fay), 'twenty of all').toBe(429);
    expect((await ada.post(`${evening.url}/helpers/code`)).statusCode).toBeLessThan(300);
    expect(await let_(fay)).toBe(204);
  });

  it('does not learn whose address it is by typing it', async () => {
    const { ada, evening, ann, ask, helper } = await door();
    const bo = await helper();
    await ask(ann.email);
    const list = async (by: Caller) => (await by.get(`${evening.url}/waiting`)).json<WaitingPhone[]>();
    expect((await list(ada)).map(({ people }) => people)).toEqual([[ann.id]]);
    expect((await list(bo)).map(({ people }) => people)).toEqual([[]]);
  });
});

describe('somebody who takes all numbers', () => {
  it('keeps no phone from elsewhere, and nobody of the event, from getting one and being let in', async () => {
    const { ada, evening, ann, bob, ask, turn, letIn } = await door();
    const anns = await ask(ann.email, '10.9.9.9');
    const elsewhere = await ask('unknown', '10.0.0.2');
    for (let n = 0; n < 590; n++) await ask(`no${n}@example.org`, '10.9.9.9');
    const bobs = await ask(bob.email, '10.9.9.9');
    const list = (await ada.get(`${evening.url}/waiting`)).json<WaitingPhone[]>();
    expect(list.slice(0, 2).map(({ number }) => number)).toEqual([anns.number, bobs.number]);
    expect(list.map(({ number }) => number)).toContain(elsewhere.number);
    expect((await letIn(ada, anns, ann)).statusCode).toBe(204);
    expect((await letIn(ada, elsewhere, bob)).statusCode).toBe(204);
    expect(await tos(turn(anns))).toContain(ann.id);
    expect(await tos(turn(elsewhere))).toContain(bob.id);
  });

  it('learns from the numbers that go nobody who is known', async () => {
    const { ann, ask, turn } = await door();
    const [known, unknown] = [await ask(ann.email), await ask('no@example.org')];
    for (let n = 0; n < 400; n++) await ask(`no${n}@example.org`);
    const [one, other] = [await turn(known), await turn(unknown)];
    expect([one.statusCode, one.body]).toEqual([other.statusCode, other.body]);
    expect(one.json()).toEqual({ to: null });
  });
});

describe('somebody who asks with a number that they read on another phone', () => {
  it('silences nobody’s: whose it is hears their turn, and each secret is asked with 60 times a minute', async () => {
    const { ada, ann, ask, turn, letIn } = await door();
    const mine = await ask('me');
    for (let n = 0; n < 70; n++) await turn({ ...mine, secret: 'a wrong secret of somebody else' });
    await letIn(ada, mine, ann);
    expect(await tos(turn(mine))).toContain(ann.id);
    const statuses: number[] = [];
    for (let n = 0; n < 60; n++) statuses.push((await turn(mine)).statusCode);
    expect(statuses.indexOf(429)).toBe(59);
  });
});

describe('a page that was opened at the desk', () => {
  it('is seen on the person’s other phone', async () => {
    const { t, ada, evening, ann, ask, turn, letIn } = await door();
    const own = await evening.phone(ann);
    const live = await t.socket(`/me/${ann.id}/live`, own);
    const thiefs = await ask(ann.badgeCode);
    await letIn(ada, thiefs, ann);
    await opened(t.stranger(), `http://localhost:3000${await tos(turn(thiefs))}`);
    await live.until('also');
  });
});
