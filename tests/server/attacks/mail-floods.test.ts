import { CLOSED_INVITATION } from '@lapwing/shared/event/invitation';
import { instant } from '@lapwing/shared/kernel/time';
import { describe, expect, it } from 'vitest';
import { saveInvitation } from '../../../server/src/db/repositories/invitations.ts';
import { mentorSaying } from '../../support/answers.ts';
import { freshKey, linkByMail, makeEvening, opened, SETTINGS } from '../../support/evening-builder.ts';
import { delivered, later, mailerTo, mailServer, states, stored } from '../../support/outbox.ts';
import { testApp } from '../../support/test-app.ts';

const DAY = 86_400_000;

/** A mentor, registered and with their page open, of an evening in four days. */
async function mentorsPage() {
  const server = await mailServer();
  const t = await testApp({ mailer: mailerTo(server.port) });
  const startsAt = instant(SETTINGS.startsAt + 4 * DAY);
  const evening = await makeEvening(t, { students: 1, tables: 1, published: false, settings: { startsAt } });
  saveInvitation(t.db, evening.id, { ...CLOSED_INVITATION, open: true });
  const code = t.services.evenings.get(evening.id)?.event.code;
  const mia = mentorSaying('Mia Mentor');
  await t.stranger().post(`/e/${code}/mentors`, { key: freshKey().padEnd(24, '0'), answers: mia });
  const id = [...(t.services.evenings.get(evening.id)?.people.values() ?? [])].find(
    ({ name }) => name === mia.name,
  )?.id;
  const page = await opened(t.stranger(), linkByMail(t, evening.id, id));
  /** Comes so many minutes after the begin; each at a time of its own. */
  const comesAt = async (minute: number): Promise<void> => {
    t.clock.advance(100);
    const arrivesAt = minute === 0 ? null : instant(startsAt + minute * 60_000);
    const said = await page.put(`/me/${id}/details`, { answers: { ...mia, arrivesAt } });
    if (said.statusCode !== 200) throw new Error(said.body);
  };
  const coming = async (yes: boolean): Promise<void> => {
    t.clock.advance(100);
    await page.put(`/me/${id}/coming`, { coming: yes });
  };
  const untilMidnight = () => DAY - (t.clock.now() % DAY);
  const starts = () =>
    stored(t).map(({ calendar }) => /DTSTART:\d{8}T(\d{4})/u.exec(calendar.replace(/\r\n /gu, ''))?.[1] ?? '');
  return { t, server, evening, comesAt, coming, untilMidnight, starts };
}

describe('a page that says one thing and another in turn', () => {
  it('about the hours of a mentor: six mails a day, and the last word once, at midnight', async () => {
    const { t, server, comesAt, untilMidnight, starts } = await mentorsPage();
    for (let n = 1; n <= 40; n++) await comesAt(n % 2 === 0 ? 0 : 5);
    await comesAt(7);
    await delivered(t);
    expect(states(t)).toBe('sent sent sent sent sent sent queued');
    const last = starts().at(-1);
    expect(starts().slice(0, -1)).not.toContain(last);
    await later(t, untilMidnight() - 1_000);
    expect(server.mails).toHaveLength(6);
    await later(t, 2_000);
    expect(states(t)).toBe('sent sent sent sent sent sent sent');
    await comesAt(9);
    await comesAt(11);
    await delivered(t);
    expect(server.mails.length, 'one waits for the next midnight').toBe(7);
    await later(t, untilMidnight() + 1_000);
    expect(server.mails).toHaveLength(8);
    const sequences = stored(t).map(({ calendar }) => Number(/SEQUENCE:(\d+)/u.exec(calendar)?.[1]));
    expect(sequences).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it('about coming: what is so in the end goes out too, and nothing that was overtaken', async () => {
    const { t, server, comesAt, coming, untilMidnight } = await mentorsPage();
    for (let n = 0; n < 30; n++) await coming(n % 2 === 1);
    await comesAt(7);
    await coming(false);
    await later(t, untilMidnight() + 1_000);
    expect(server.mails).toHaveLength(7);
    expect(stored(t).at(-1)).toMatchObject({ kind: 'cancelled', state: 'sent' });
  });
});
