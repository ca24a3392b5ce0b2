import { CLOSED_INVITATION } from '@lapwing/shared/event/invitation';
import type { EventId } from '@lapwing/shared/kernel/ids';
import { ok } from '@lapwing/shared/kernel/result';
import { instant } from '@lapwing/shared/kernel/time';
import type { RegistrationAnswer } from '@lapwing/shared/protocol/registration-api';
import { describe, expect, it } from 'vitest';
import { saveInvitation } from '../../../server/src/db/repositories/invitations.ts';
import { saveRegistrationKey } from '../../../server/src/db/repositories/sessions.ts';
import { transact } from '../../../server/src/db/transact.ts';
import { MOST_KEYS } from '../../../server/src/services/registration-keys.ts';
import { studentSaying } from '../../support/answers.ts';
import { freshKey, makeEvening, opened } from '../../support/evening-builder.ts';
import { type TestApp, testApp } from '../../support/test-app.ts';
import type { Caller } from '../../support/test-caller.ts';

async function openEvening() {
  const t = await testApp();
  const evening = await makeEvening(t, { published: false });
  saveInvitation(t.db, evening.id, { ...CLOSED_INVITATION, open: true });
  const code = t.services.evenings.get(evening.id)?.event.code;
  const key = freshKey().padEnd(24, '0');
  const send = (from: Caller) => from.post(`/e/${code}/students`, { key, answers: studentSaying('Ann Example') });
  const linkFor = async (from: Caller) => (await send(from)).json<RegistrationAnswer>().link;
  const browser = async (): Promise<Caller> => {
    const caller = t.stranger();
    expect((await caller.get(`/e/${code}/student`)).statusCode).toBe(200);
    return caller;
  };
  const people = () => t.services.evenings.get(evening.id)?.people.size;
  return { t, evening, send, linkFor, browser, people };
}

describe('where no mail goes out, the key of a form', () => {
  it('shows the link again in the browser that filled it, and in no other, with a form of its own or without', async () => {
    const { t, linkFor, browser, people } = await openEvening();
    const [anns, mals] = [await browser(), await browser()];
    const link = await linkFor(anns);
    expect(link).toContain('/me/');
    const count = people();
    expect(await linkFor(mals)).toBeNull();
    expect(await linkFor(t.stranger())).toBeNull();
    expect(await linkFor(anns), 'a lost answer costs nobody their link').toBe(link);
    expect(people()).toBe(count);
  });

  it('shows it to nobody once it was opened', async () => {
    const { t, send, linkFor, browser } = await openEvening();
    const anns = await browser();
    await opened(t.stranger(), (await linkFor(anns)) ?? '');
    expect((await send(anns)).json()).toMatchObject({ error: { code: 'go-on-by-link' } });
  });

  it('of a browser that keeps no cookie shows it once', async () => {
    const { t, linkFor } = await openEvening();
    const one = t.stranger();
    expect(await linkFor(one)).toContain('/me/');
    expect(await linkFor(one)).toBeNull();
  });
});

describe('the keys of forms that a stranger sends without end', () => {
  const keysOf = (t: TestApp, eventId: EventId): number =>
    (
      t.db.$client
        .prepare("SELECT count(*) AS n FROM sessions WHERE kind = 'registration' AND event_id = ?")
        .get(eventId) as { n: number }
    ).n;

  it('are kept up to a number for each event, the newest; another event loses none by it, and nobody registers twice', async () => {
    const { t, evening, send, browser, people } = await openEvening();
    const elsewhere = await makeEvening(t, { published: false });
    const at = Math.floor(t.clock.now());
    transact(t.db, (tx) => {
      for (let n = 0; n < MOST_KEYS; n++)
        saveRegistrationKey(tx, {
          hash: `junk ${n}`,
          eventId: evening.id,
          attendeeId: null,
          createdAt: instant(at + n),
        });
      saveRegistrationKey(tx, { hash: 'older', eventId: elsewhere.id, attendeeId: null, createdAt: instant(at - 1) });
      return ok(undefined);
    });
    t.clock.advance(MOST_KEYS * 2);
    const anns = await browser();
    expect((await send(anns)).statusCode).toBe(200);
    expect(keysOf(t, evening.id)).toBe(MOST_KEYS);
    expect(keysOf(t, elsewhere.id)).toBe(1);
    const count = people();
    expect((await send(anns)).statusCode).toBe(200);
    expect(people(), 'the newest is remembered').toBe(count);
  });

  it.each([
    ['the devices of a link', "link_hash = 'x' AND kind = 'attendee' AND ended_by IS NULL", 'sessions_by_link'],
    ['who helps', "kind = 'helper' AND event_id = 'x'", 'sessions_by_kind'],
    ['the screens of a display', "display_id = 'x'", 'sessions_by_display'],
    [
      'the forms of a day ago',
      "kind = 'registration' AND event_id IN (SELECT id FROM events) AND created_at < 1",
      'sessions_by_kind (kind=? AND event_id=? AND created_at<?)',
    ],
  ])('are not read past when the server asks for %s', async (_what, where, by) => {
    const t = await testApp();
    const [step] = t.db.$client.prepare(`EXPLAIN QUERY PLAN SELECT hash FROM sessions WHERE ${where}`).all() as {
      detail: string;
    }[];
    expect(step?.detail).toContain(`SEARCH sessions USING INDEX ${by}`);
  });
});
