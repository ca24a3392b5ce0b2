import { CLOSED_INVITATION } from '@lapwing/shared/event/invitation';
import type { RegistrationAnswer } from '@lapwing/shared/protocol/registration-api';
import { describe, expect, it } from 'vitest';
import { saveInvitation } from '../../../server/src/db/repositories/invitations.ts';
import { studentSaying } from '../../support/answers.ts';
import { freshKey, makeEvening, opened } from '../../support/evening-builder.ts';
import { testApp } from '../../support/test-app.ts';
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
  return { t, send, linkFor, browser, people };
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
