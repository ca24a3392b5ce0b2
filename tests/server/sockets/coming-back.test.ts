import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { findSession, insertSession } from '../../../server/src/db/repositories/sessions.ts';
import { links, sessions } from '../../../server/src/db/schema.ts';
import { CONSOLE_COOKIE } from '../../../server/src/plugins/cookies.ts';
import { hashOf } from '../../../server/src/secrets.ts';
import { makeEvening } from '../../support/evening-builder.ts';
import { testApp } from '../../support/test-app.ts';

const HOUR = 3_600_000;

async function hall() {
  const t = await testApp();
  const evening = await makeEvening(t);
  const [ann] = evening.students;
  if (!ann) throw new Error('a student is needed');
  const phone = await evening.phone(ann);
  const connect = () => t.socket(`/me/${ann.id}/live`, phone);
  const stored = () => t.db.select().from(sessions).where(eq(sessions.attendeeId, ann.id)).get();
  return { t, evening, ann, connect, stored };
}

describe('a phone that comes back', () => {
  it('writes nothing, so that a hall that comes back is no hall of writes; once a day it does', async () => {
    const { t, connect, stored } = await hall();
    const opened = stored()?.lastSeenAt;
    t.clock.leap(23 * HOUR);
    await (await connect()).settled();
    expect(stored()?.lastSeenAt).toBe(opened);
    t.clock.leap(2 * HOUR);
    await (await connect()).settled();
    expect(stored()?.lastSeenAt).toBe(Math.floor(t.clock.now()));
  });

  it('has its snapshot in room, card order, as one that was never away', async () => {
    const { connect } = await hall();
    const [first, second] = [await connect(), await connect()];
    for (const socket of [first, second]) await socket.settled();
    expect(first.messages.map(({ t }) => t)).toEqual(['room', 'card', 'c']);
    expect(second.texts.slice(0, 2)).toEqual(first.texts.slice(0, 2));
  });

  it('is refused when its link was revoked or is gone', async () => {
    const { t, connect, stored } = await hall();
    const hash = stored()?.linkHash ?? '';
    t.db.update(links).set({ revokedAt: t.clock.now() }).where(eq(links.hash, hash)).run();
    await expect(connect()).rejects.toThrow('404');
    t.db.update(links).set({ revokedAt: null }).where(eq(links.hash, hash)).run();
    await (await connect()).settled();
    t.db.delete(links).where(eq(links.hash, hash)).run();
    await expect(connect()).rejects.toThrow('404');
  });

  it('on a path with anything behind it goes the ordinary way, and is let in all the same', async () => {
    const { t, evening, ann } = await hall();
    const socket = await t.socket(`/me/${ann.id}/live?again=1`, await evening.phone(ann));
    await socket.settled();
    expect(socket.messages.map(({ t: kind }) => kind)).toEqual(['room', 'card', 'c']);
  });
});

describe('a session', () => {
  it('is found as it was written down', async () => {
    const { t, stored } = await hall();
    const row = stored();
    if (!row) throw new Error('no session');
    expect(findSession(t.db, row.hash)).toEqual({ ...row, staffRole: null, linkMadeAt: row.createdAt });
    const { staffId = null } =
      findSession(t.db, hashOf((await t.organiser('Mei')).cookies.get(CONSOLE_COOKIE) ?? '')) ?? {};
    const console = {
      ...row,
      hash: 'x',
      kind: 'console' as const,
      eventId: null,
      attendeeId: null,
      linkHash: null,
      staffId,
    };
    insertSession(t.db, console);
    expect(findSession(t.db, 'x')).toEqual({ ...console, firstName: 'Mei', staffRole: 'owner', linkMadeAt: null });
    expect(findSession(t.db, 'y')).toBeUndefined();
  });
});
