import { instant } from '@lapwing/shared/kernel/time';
import { describe, expect, it } from 'vitest';
import type { AttendeeRow } from '../../../server/src/db/repositories/attendees.ts';
import { remind } from '../../../server/src/services/reminders.ts';
import { addressTakes } from '../../../server/src/services/sharers.ts';
import { opened, SETTINGS } from '../../support/evening-builder.ts';
import { house, linkIn, receiverOf } from '../../support/identity-house.ts';
import { delivered } from '../../support/outbox.ts';

const NINA = 'nina@uni.example';
const MINUTE = 60_000;
const junk = (n: number): string => `Junk ${String.fromCodePoint(97 + Math.floor(n / 26), 97 + (n % 26))}`;

/** An evening at which a stranger has registered ten names with Nina's address. */
async function crowded({ mails = true } = {}) {
  const at = await house({ mails });
  const evening = await at.evening();
  for (let n = 0; n < 10; n++) await evening.register(junk(n), NINA);
  const names = () => evening.people().flatMap(({ name, email }) => (email === NINA ? [name] : []));
  const mailsTo = async () => {
    await delivered(at.t);
    return (at.post?.mails ?? []).filter((mail) => receiverOf(mail) === NINA);
  };
  return { ...at, evening, names, mailsTo };
}

describe('P12 ten names that a stranger registered with an address', () => {
  it('hold up its owner for ten minutes at most; the mail that then comes says why, and opens their page', async () => {
    const { t, evening, names, mailsTo } = await crowded();
    const first = await evening.register('Nina Target', NINA);
    expect(names()).not.toContain('Nina Target');
    t.clock.advance(10 * MINUTE);
    const second = await evening.register('Nina Target', NINA);
    expect(second.json(), 'the answer tells nothing').toEqual(first.json());
    const mails = await mailsTo();
    expect(mails).toHaveLength(11);
    expect(mails.slice(0, 10).map(({ text }) => text?.includes('PS:'))).toEqual(Array(10).fill(false));
    expect(mails.at(-1)?.text).toContain('PS: Many names were registered with this address');
    await opened(t.stranger(), linkIn(mails.at(-1)));
    expect(evening.person('Nina Target')).toMatchObject({ unconfirmed: false, standing: 'active' });
  });

  it('fill no mailbox however long they go on', () => {
    const rows: AttendeeRow[] = [];
    for (let minute = 0; minute < 48 * 60; minute++) {
      const now = instant(minute * MINUTE);
      while (addressTakes(rows, 'student', now) !== 'nobody')
        rows.push({ role: 'student', unconfirmed: true, createdAt: now } as AttendeeRow);
    }
    expect(rows).toHaveLength(60);
  });

  it('count no more once their links were opened, and not for the other role', async () => {
    const { t, evening, names, mailsTo } = await crowded();
    await evening.register('Max Other', NINA, {}, 'mentors');
    expect(names()).toContain('Max Other');
    await opened(t.stranger(), linkIn((await mailsTo())[0]));
    await evening.register('Nina Target', NINA);
    expect(names()).toContain('Nina Target');
  });

  it('keep them from nothing that any of the mails opens: they write their own name there', async () => {
    const { t, evening, names, mailsTo } = await crowded();
    const phone = await opened(t.stranger(), linkIn((await mailsTo())[3]));
    await evening.of(phone, junk(3)).rename('Nina Target');
    expect(names()).toContain('Nina Target');
    await opened(phone, linkIn((await mailsTo()).at(-1)));
    expect(evening.person('Nina Target').unconfirmed).toBe(false);
  });

  it('are refused in words where no mail goes out, since nobody can be told otherwise', async () => {
    const { t, evening } = await crowded({ mails: false });
    t.clock.advance(10 * MINUTE);
    expect((await evening.register('Nina Target', NINA)).json()).toMatchObject({
      error: { code: 'too-many-requests' },
    });
  });
});

describe('P12 somebody whom a stranger registered in the other role', () => {
  for (const [theirs, mine] of [
    ['mentors', 'students'],
    ['students', 'mentors'],
  ] as const)
    it(`registers among the ${mine} all the same, and the stranger's copy goes when they open their link`, async () => {
      const at = await house();
      const evening = await at.evening();
      await evening.register('Nina Target', NINA, {}, theirs);
      const copy = evening.person('Nina Target');
      await evening.register('Nina Target', NINA, {}, mine);
      expect(evening.people().filter(({ email }) => email === NINA)).toHaveLength(2);
      await opened(at.t.stranger(), (await at.mailedTo(NINA)).at(-1) ?? '');
      const left = evening.people().filter(({ email }) => email === NINA);
      expect(left).toMatchObject([{ role: mine.slice(0, -1), unconfirmed: false }]);
      expect(left[0]?.id).not.toBe(copy.id);
      await evening.register('Nina Target', NINA, {}, theirs);
      expect(
        evening.people().filter(({ email }) => email === NINA),
        'shown once, they are known',
      ).toHaveLength(1);
    });

  it('loses no copy to a page that was opened at the desk, nor one of somebody in the room', async () => {
    const at = await house();
    const evening = await at.evening();
    await evening.register('Nina Target', NINA, {}, 'mentors');
    await evening.atDesk('Nina Target');
    const first = evening.person('Nina Target').id;
    await evening.register('Nina Target', NINA);
    await at.ada.put(`${evening.evening.url}/people/${first}/presence`, { here: true });
    const both = () => evening.people().filter(({ email }) => email === NINA);
    await evening.atDesk('Nina Target');
    expect(both()).toHaveLength(2);
    await opened(at.t.stranger(), (await at.mailedTo(NINA)).at(-1) ?? '');
    expect(both(), 'who is checked in is somebody').toHaveLength(2);
  });

  it('does not shed by it that an organiser took them off the list, until the mailbox is shown', async () => {
    const at = await house();
    const evening = await at.evening();
    await evening.register('Nina Target', NINA, {}, 'mentors');
    const mentor = evening.person('Nina Target');
    await at.ada.put(`${evening.evening.url}/people/${mentor.id}/standing`, { standing: 'cancelled' });
    await evening.register('Nina Target', NINA);
    const student = evening.people().find(({ role, email }) => role === 'student' && email === NINA);
    expect(student?.standing).toBe('cancelled');
    const link = (await at.mailedTo(NINA)).find((one) => one.includes(`/me/${student?.id}`));
    const phone = await opened(at.t.stranger(), link ?? '');
    expect((await phone.put(`/me/${student?.id}/coming`, { coming: true })).json()).toMatchObject({
      standing: 'active',
    });
  });
});

const linksIn = (text: string | undefined): string[] => text?.match(/http\S+\/me\/\S+/gu) ?? [];
const pageOf = (link: string): string => /\/me\/([^#]+)/u.exec(link)?.[1] ?? '';

describe('one mailbox with many names', () => {
  it('gets one mail with all their links when somebody asks, five a day and no more, and each opens its page', async () => {
    const { t, evening, mailsTo } = await crowded();
    const ids = evening.people().flatMap(({ id, email }) => (email === NINA ? [id] : []));
    const before = (await mailsTo()).length;
    const ask = async () => {
      await t.stranger().post('/new-link', { email: NINA, code: null });
      t.clock.advance(2_500);
      return (await mailsTo()).slice(before);
    };
    const [mail] = await ask();
    expect(linksIn(mail?.text).map(pageOf).sort()).toEqual([...ids].sort());
    expect(mail?.text).toContain('Several people are registered with this address');
    for (const link of linksIn(mail?.text)) await opened(t.stranger(), link);
    for (let n = 0; n < 8; n++) {
      t.clock.advance(11 * MINUTE);
      await ask();
    }
    expect(await ask()).toHaveLength(5);
  });

  it('of a family: each finds theirs by the first name, what a stranger typed comes last, and who is off the list is in none', async () => {
    const { t, ada, evening, mailsTo } = await crowded();
    for (const name of ['Mia Meyer', 'Bo Meyer', 'Cy Gone']) {
      const { id } = (
        await ada.post(`${evening.evening.url}/people`, { details: { role: 'student', name, email: NINA } })
      ).json<{ id: string }>();
      if (name === 'Cy Gone') await ada.put(`${evening.evening.url}/people/${id}/standing`, { standing: 'cancelled' });
    }
    await t.stranger().post('/new-link', { email: NINA, code: null });
    t.clock.advance(2_500);
    const mails = (await mailsTo()).filter(({ subject }) => subject?.startsWith('Your link'));
    expect(mails).toHaveLength(1);
    const text = mails[0]?.text ?? '';
    expect(text).toMatch(/(Mia:\nhttp\S+\n\nBo:|Bo:\nhttp\S+\n\nMia:)\nhttp\S+\n\nJunk:/u);
    expect(linksIn(text)).toHaveLength(12);
    // as a word: the letters alone may stand in a link
    expect(text).not.toMatch(/(?:^|\s)Cy\b/u);
  });

  it('gets one mail a day that says they are registered already, whichever of the names is typed again', async () => {
    const { evening, mailsTo } = await crowded();
    const known = async () =>
      (await mailsTo()).filter(({ subject }) => subject?.startsWith('You are registered already'));
    for (let n = 0; n < 10; n++) await evening.register(junk(n), NINA);
    expect(await known()).toHaveLength(1);
    expect(linksIn((await known())[0]?.text)).toHaveLength(10);
  });

  it('holds nobody’s name in a mail that is another’s: who is erased is in none that goes later', async () => {
    const { t, ada, evening } = await crowded();
    await t.stranger().post('/new-link', { email: NINA, code: null });
    t.clock.advance(2_500);
    await delivered(t);
    const body = t.db.$client.prepare("SELECT body FROM mails WHERE key LIKE 'asked:%'").get() as { body: string };
    expect(body.body.match(/Junk/gu), 'whose mail it is').toHaveLength(1);
    const mail = t.db.$client.prepare("SELECT id, attendee_id AS who FROM mails WHERE key LIKE 'asked:%'").get() as {
      id: string;
      who: string;
    };
    const [other] = evening.people().filter(({ id, email }) => email === NINA && id !== mail.who);
    await ada.delete(`${evening.evening.url}/people/${other?.id}`);
    const read = (await ada.get(`${evening.evening.url}/mails/${mail.id}`)).json<{ body: string }>().body;
    expect(linksIn(read)).toHaveLength(9);
    expect(read).not.toContain(`/me/${other?.id}`);
  });
});

it('names that nobody said yes to bring a mailbox one mail when the evening is cancelled, and whose it is their own', async () => {
  const at = await crowded();
  const { evening, mailsTo } = at;
  await opened(at.t.stranger(), (await at.mailedTo(NINA))[0] ?? '');
  const calledOff = async () => (await mailsTo()).filter(({ subject }) => subject?.startsWith('Cancelled:')).length;
  const put = (cancelled: boolean) => at.ada.put(`${evening.evening.url}/cancelled`, { cancelled, reason: '' });
  expect((await put(true)).statusCode).toBe(200);
  expect(await calledOff(), 'theirs, and one for the nine others').toBe(2);
});

it('and one reminder, with the links of all of them', async () => {
  const at = await house();
  const evening = await at.evening();
  const startsAt = instant(SETTINGS.startsAt + 4 * 1_440 * MINUTE);
  await at.ada.put(`${evening.evening.url}/settings`, { ...SETTINGS, startsAt });
  for (let n = 0; n < 4; n++) await evening.register(junk(n), NINA);
  await opened(at.t.stranger(), (await at.mailedTo(NINA))[0] ?? '');
  at.t.clock.leap(startsAt - 1_439 * MINUTE - at.t.clock.now());
  remind(at.t.services);
  await delivered(at.t);
  const reminders = (at.post?.mails ?? []).filter(
    (mail) => receiverOf(mail) === NINA && /^Reminder/u.test(mail.subject ?? ''),
  );
  expect(reminders.map(({ text }) => linksIn(text).length).sort()).toEqual([1, 3]);
});
