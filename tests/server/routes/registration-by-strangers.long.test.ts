import { CLOSED_INVITATION } from '@lapwing/shared/event/invitation';
import type { RegistrationAnswer } from '@lapwing/shared/protocol/registration-api';
import type { MentorAnswers } from '@lapwing/shared/registration/answers';
import { describe, expect, it } from 'vitest';
import { findAttendee } from '../../../server/src/db/repositories/attendees.ts';
import { saveInvitation } from '../../../server/src/db/repositories/invitations.ts';
import { members } from '../../../server/src/db/schema.ts';
import { mentorSaying, studentSaying } from '../../support/answers.ts';
import { freshKey, linkByMail, makeEvening, opened } from '../../support/evening-builder.ts';
import { mailerTo } from '../../support/outbox.ts';
import { type TestApp, testApp } from '../../support/test-app.ts';

const KEEP = { run: true, publicCard: false, introductions: false, keep: true };
const DAY_MS = 86_400_000;
const key = (): string => freshKey().padEnd(24, '0');
const mailing = (): Promise<TestApp> => testApp({ mailer: mailerTo(1) });

async function openEvening(t: TestApp) {
  const evening = await makeEvening(t, { students: 1, tables: 1, published: false });
  saveInvitation(t.db, evening.id, { ...CLOSED_INVITATION, open: true });
  const page = `/e/${t.services.evenings.get(evening.id)?.event?.code}`;
  const post = (answers: object, withKey = key(), as: 'students' | 'mentors' = 'mentors') =>
    t.stranger().post(`${page}/${as}`, { key: withKey, answers });
  const put = (answers: object, withKey: string) => t.stranger().put(`${page}/mentors`, { key: withKey, answers });
  const row = (name: string) => {
    const person = [...(t.services.evenings.get(evening.id)?.people.values() ?? [])].find((one) => one.name === name);
    const found = person && findAttendee(t.db, evening.id, person.id);
    if (!found) throw new Error(`nobody is called ${name}`);
    return found;
  };
  const open = (name: string) => {
    return opened(t.stranger(), linkByMail(t, evening.id, row(name).id));
  };
  return { evening, post, put, row, open };
}

const saying = (name: string, jobTitle: string, more: Partial<MentorAnswers> = {}): MentorAnswers => {
  const answers = mentorSaying(name, { consents: KEEP, ...more });
  return { ...answers, card: { ...answers.card, jobTitle } };
};
const onFile = (t: TestApp) => t.db.select().from(members).all();

describe('somebody who knows the name and address of a person on file', () => {
  const max = saying('Max Kept', 'Engineer');
  const notKept = { ...KEEP, keep: false };

  async function maxOnFile(t: TestApp) {
    const first = await openEvening(t);
    await first.post(max);
    expect(onFile(t), 'nobody has shown yet that the address is theirs').toEqual([]);
    await first.open('Max Kept');
    expect(onFile(t)).toMatchObject([{ card: { jobTitle: 'Engineer' } }]);
    expect(first.row('Max Kept').memberId).toBe(onFile(t)[0]?.id);
    return first;
  }

  it('changes nothing of it, neither with what they type nor by taking the consent back', async () => {
    const t = await mailing();
    const first = await maxOnFile(t);
    const before = onFile(t);
    const next = await openEvening(t);
    const strangers = key();
    await next.post({ ...max, card: mentorSaying('').card }, strangers);
    await next.put(saying('Max Kept', 'Fool'), strangers);
    await next.put({ ...max, consents: notKept }, strangers);
    expect(onFile(t)).toEqual(before);
    expect(first.row('Max Kept').memberId).toBe(before[0]?.id);
    await next.open('Max Kept');
    expect(onFile(t)).toMatchObject([{ card: { jobTitle: 'Engineer' } }]);
    expect(next.row('Max Kept').memberId).toBe(before[0]?.id);
  });

  it('nor where the link stands on the page, since no mail goes out', async () => {
    const t = await testApp();
    await maxOnFile(t);
    const before = onFile(t);
    const next = await openEvening(t);
    const { link } = (await next.post(max)).json<RegistrationAnswer>();
    const phone = await opened(t.stranger(), link ?? '');
    const details = `/me/${next.row('Max Kept').id}/details`;
    await phone.put(details, { answers: saying('Max Kept', 'Fool') });
    await phone.put(details, { answers: { ...max, consents: notKept } });
    expect(onFile(t)).toEqual(before);
  });
});

describe('the form that somebody registered with', () => {
  const mia = saying('Mia Mentor', 'Engineer');
  const evil = saying('Mia Mentor', 'Fool');

  const acts: Record<string, (t: TestApp, at: Awaited<ReturnType<typeof openEvening>>) => Promise<unknown>> = {
    'their link was opened': (_t, { open }) => open('Mia Mentor'),
    'the organiser changed them': async (t, { evening, row }) =>
      (await t.organiser()).put(`${evening.url}/people/${row('Mia Mentor').id}`, { details: { access: 'Loop' } }),
    'the organiser let them in or out': async (t, { evening, row }) =>
      (await t.organiser()).put(`${evening.url}/people/${row('Mia Mentor').id}/standing`, { standing: 'waiting' }),
    'a file changed them': async (t, { evening }) => {
      const organiser = await t.organiser();
      const file = Buffer.from(
        'Name,Email Address,Company or organisation\nMia Mentor,mia.mentor@example.org,Northlamp\n',
      );
      const preview = await organiser.upload(`${evening.url}/imports/preview?as=mentors`, file);
      const { digest } = preview.json<{ digest: string }>();
      const applied = await organiser.upload(`${evening.url}/imports?as=mentors&digest=${digest}`, file);
      expect(applied.json()).toMatchObject({ changed: 1 });
    },
  };
  for (const [what, act] of Object.entries(acts)) {
    it(`writes no more once ${what}, and says so`, async () => {
      const t = await mailing();
      const at = await openEvening(t);
      const mine = key();
      await at.post(mia, mine);
      await act(t, at);
      expect((await at.put(evil, mine)).json()).toMatchObject({ error: { code: 'go-on-by-link' } });
      expect(at.row('Mia Mentor').card.jobTitle).toBe('Engineer');
    });

    it(`tells a stranger the same, known or new, before and after ${what}`, async () => {
      const t = await mailing();
      const told: number[][] = [];
      for (const known of [false, true]) {
        const at = await openEvening(t);
        if (known) await at.post(mia);
        if (known) await at.open('Mia Mentor');
        const strangers = key();
        const answers = [await at.post(mia, strangers), await at.put(mia, strangers)];
        await act(t, at);
        answers.push(await at.put(evil, strangers), await at.post(mia, strangers), await at.put(evil, strangers));
        told.push(answers.map(({ statusCode }) => statusCode));
      }
      expect(told[0]).toEqual([200, 204, 409, 409, 409]);
      expect(told[1]).toEqual(told[0]);
    });
  }

  it('says that nothing is kept where nothing was begun', async () => {
    const t = await mailing();
    const at = await openEvening(t);
    expect((await at.put(mia, key())).json()).toMatchObject({ error: { code: 'go-on-by-link' } });
    const mine = key();
    await at.post(mia, mine);
    expect((await at.put(saying('Mia Another', 'Fool'), mine)).statusCode).toBe(409);
    expect((await at.put(evil, mine)).statusCode).toBe(204);
  });

  it('may be sent to another event with the same key, and again after a day', async () => {
    const t = await mailing();
    const [one, other] = [await openEvening(t), await openEvening(t)];
    const mine = key();
    await one.post(mia, mine);
    expect((await other.post(mia, mine)).statusCode).toBe(200);
    await other.put(evil, mine);
    expect([one, other].map(({ row }) => row('Mia Mentor').card.jobTitle)).toEqual(['Engineer', 'Fool']);
    const late = await makeEvening(t, {
      published: false,
      settings: { startsAt: (t.clock.now() + 3 * DAY_MS) as never },
    });
    saveInvitation(t.db, late.id, { ...CLOSED_INVITATION, open: true });
    const page = `/e/${t.services.evenings.get(late.id)?.event?.code}/mentors`;
    await t.stranger().post(page, { key: mine, answers: mia });
    t.clock.leap(DAY_MS + 1_000);
    const later = await t.stranger().post(page, { key: mine, answers: saying('Somebody Else', '') });
    expect(later.statusCode).toBe(200);
  });

  it('answers the same whether the name and address are known or new', async () => {
    const t = await mailing();
    const at = await openEvening(t);
    await at.post(studentSaying('Known Person'), key(), 'students');
    for (const name of ['Known Person', 'New Person']) {
      const mine = key();
      const answers = [
        await at.post(studentSaying(name), mine, 'students'),
        await at.post(studentSaying(name), mine, 'students'),
        await at.post(studentSaying('A Decoy'), mine, 'students'),
      ];
      expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 422]);
    }
  });
});
