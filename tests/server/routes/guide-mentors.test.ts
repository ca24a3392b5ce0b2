import { CLOSED_INVITATION } from '@lapwing/shared/event/invitation';
import type { Registration } from '@lapwing/shared/event/registration';
import { EMPTY_CARD } from '@lapwing/shared/event/roster';
import { instant } from '@lapwing/shared/kernel/time';
import { eq } from 'drizzle-orm';
import { afterEach, describe, expect, it } from 'vitest';
import { saveInvitation } from '../../../server/src/db/repositories/invitations.ts';
import { attendees, events } from '../../../server/src/db/schema.ts';
import type { Mailer } from '../../../server/src/outbox/mailer.ts';
import { changeFloor } from '../../../server/src/services/event-service.ts';
import { changePerson, setPresence } from '../../../server/src/services/roster-service.ts';
import { makeEvening, type TestEvening } from '../../support/evening-builder.ts';
import { mailerTo } from '../../support/outbox.ts';
import { closeAll, type TestApp, testApp } from '../../support/test-app.ts';

const MARK = 'Zyx';
const AGREED: Registration['consents'] = { run: instant(1), guide: instant(1) };
/** Every field says something that no page of the guide says by itself. */
const CARD = {
  ...EMPTY_CARD,
  ...{ jobTitle: `${MARK}Job`, company: `${MARK}Firm`, industry: 'energy', roles: ['embedded'] },
  ...{ allDay: `${MARK}Day`, howIGotHere: `${MARK}Way`, wouldDoDifferently: `${MARK}Else` },
};
const HIDDEN = {
  ...{ askMeAbout: 'QqAsk', pleaseDontAsk: 'QqDont', surprising: 'QqOdd', tools: 'QqTools', firstJobs: 'QqJobs' },
  ...{ contact: 'qq@example.org', pronouns: 'QqPronouns', yearsInWork: '7 Qq', organisationKind: 'QqKind' },
};
const AT = ['/careers/industries/energy', '/careers/roles/embedded'] as const;

afterEach(closeAll);

async function withMentor(consents: Registration['consents'] = AGREED, mailer: Mailer | null = null) {
  const t = await testApp(mailer ? { mailer } : {});
  const evening = await makeEvening(t, { students: 2, tables: 2 });
  const [mentor] = evening.mentors;
  if (!mentor) throw new Error('a mentor is needed');
  const set = (change: object) => changePerson(t.services, evening.id, mentor.id, change, 'Ada');
  set({
    name: `${MARK}First QqLast`,
    card: { ...CARD, ...HIDDEN },
    registration: { ...mentor.registration, consents },
  });
  return { t, evening, mentor, set };
}

const page = async (t: TestApp, url: string = AT[0]) => (await t.stranger().get(url)).body;
const invite = (t: TestApp, evening: TestEvening, change = {}) =>
  saveInvitation(t.db, evening.id, { ...CLOSED_INVITATION, open: true, inGuide: true, ...change });

describe('mentors in the career guide', () => {
  it('G5 stand on the pages of their field and work with what they agreed to, and with nothing else of them', async () => {
    const { t } = await withMentor();
    for (const url of AT) {
      const body = await page(t, url);
      for (const shown of ['First', 'Job', 'Firm', 'Day', 'Way', 'Else']) expect(body).toContain(MARK + shown);
      expect(body).not.toMatch(/qq/iu);
      expect(body).not.toContain('mentor1@example.org');
    }
    for (const other of ['/careers', '/careers/industries/law', '/careers/roles/quant'])
      expect(await page(t, other)).not.toContain(MARK);
  });

  it('G5 nobody to whom no organiser gave a table, until they were there', async () => {
    const { t, evening, mentor, set } = await withMentor();
    const without = t.services.evenings.get(evening.id)?.tables.map((table) => ({ ...table, mentors: [] })) ?? [];
    expect(changeFloor(t.services, evening.id, without, []).ok).toBe(true);
    expect(await page(t)).not.toContain(MARK);
    setPresence(t.services, evening.id, mentor.id, true);
    set({});
    expect(await page(t)).toContain(`${MARK}Day`);
  });

  it('are read as text', async () => {
    const { t, set } = await withMentor();
    set({ name: '<i>Ann</i>', card: { ...CARD, allDay: '<script>alert(1)</script>', company: '"><b>' } });
    const body = await page(t);
    expect(body).not.toMatch(/<script|<i>|<b>/u);
    expect(body).toContain('&lt;script&gt;');
  });

  it.each([
    ['agreed to nothing', {}],
    ['agreed to the public page alone', { run: instant(1), publicCard: instant(1), keep: instant(1) }],
  ])('G5 nobody who %s', async (_, consents) => {
    const { t } = await withMentor(consents);
    expect(await page(t)).not.toContain(MARK);
  });

  it('G5 nobody who cancelled, is not confirmed, or has answered nothing', async () => {
    const { t, set, mentor } = await withMentor();
    expect(await page(t)).toContain(MARK);
    const row = (values: Partial<typeof attendees.$inferInsert>) =>
      t.db.update(attendees).set(values).where(eq(attendees.id, mentor.id)).run();
    row({ standing: 'cancelled' });
    expect(await page(t)).not.toContain(MARK);
    row({ standing: 'active', unconfirmed: true });
    expect(await page(t)).not.toContain(MARK);
    row({ unconfirmed: false });
    expect(await page(t)).toContain(MARK);
    set({ card: { ...CARD, allDay: '', howIGotHere: '', wouldDoDifferently: '' } });
    expect(await page(t)).not.toContain(MARK);
  });

  it('G5 where mail goes out, nobody whose mailbox was not shown', async () => {
    const silent = mailerTo(9);
    for (const mailer of [null, silent]) {
      const { t, mentor } = await withMentor(AGREED, mailer);
      t.db.update(attendees).set({ unproven: true }).where(eq(attendees.id, mentor.id)).run();
      expect((await page(t)).includes(MARK)).toBe(mailer === null);
    }
  });

  it('G5 nobody of a rehearsal, of an evening with people under 18, or of one that was deleted', async () => {
    const { t, evening } = await withMentor();
    const event = (values: Partial<typeof events.$inferInsert>) =>
      t.db.update(events).set(values).where(eq(events.id, evening.id)).run();
    event({ rehearsal: true });
    expect(await page(t)).not.toContain(MARK);
    event({ rehearsal: false, deletedAt: instant(1) });
    expect(await page(t)).not.toContain(MARK);
    event({ deletedAt: null });
    expect(await page(t)).toContain(MARK);
    const ada = await t.organiser();
    await ada.put(`${evening.url}/privacy`, { under18: true });
    expect(await page(t)).not.toContain(MARK);
    // it was taken back for good: nobody is shown again without being asked again
    await ada.put(`${evening.url}/privacy`, { under18: false });
    expect(await page(t)).not.toContain(MARK);
  });

  it('G5 whoever takes it back or is erased is gone from the next page on', async () => {
    const { t, evening, mentor } = await withMentor();
    const phone = await evening.phone(mentor);
    const consents = { publicCard: false, introductions: false, keep: false };
    expect((await phone.put(`/me/${mentor.id}/consents`, { consents, photo: '' })).statusCode).toBe(200);
    expect(await page(t)).not.toContain(MARK);
    await phone.put(`/me/${mentor.id}/consents`, { consents: { ...consents, guide: true }, photo: '' });
    expect(await page(t)).toContain(MARK);
    expect((await phone.delete(`/me/${mentor.id}`)).statusCode).toBeLessThan(300);
    for (const url of AT) expect(await page(t, url)).not.toContain(MARK);
  });

  it('G5 who came to two evenings answers once, as they said last', async () => {
    const { t, set } = await withMentor();
    set({ email: 'zyx@example.org' });
    const later = await makeEvening(t, {
      students: 2,
      tables: 2,
      settings: { startsAt: instant(t.clock.now() + 9e9) },
    });
    const [again] = later.mentors;
    if (!again) throw new Error('a mentor is needed');
    const registration = { ...again.registration, consents: AGREED };
    const card = { ...CARD, allDay: `${MARK}Newer` };
    changePerson(
      t.services,
      later.id,
      again.id,
      { name: `${MARK}First X`, email: 'Zyx@example.org', card, registration },
      'Ada',
    );
    const body = await page(t);
    expect(body.match(/ZyxFirst/gu)).toHaveLength(1);
    expect(body).toContain('ZyxNewer');
    expect(body).not.toContain('ZyxDay');
  });
});

describe('evenings in the career guide', () => {
  it('G6 are named with their page where the organiser said so, students can register, and such a mentor comes', async () => {
    const { t, evening } = await withMentor();
    const code = t.services.evenings.get(evening.id)?.event.code;
    const link = `<a href="/e/${code}">`;
    expect(await page(t)).not.toContain(link);
    invite(t, evening);
    for (const url of AT) expect(await page(t, url)).toContain(link);
    expect(await page(t, '/careers/industries/law')).not.toContain(link);
    for (const change of [{ inGuide: false }, { open: false }, { closesAt: instant(1) }]) {
      invite(t, evening, change);
      expect(await page(t), JSON.stringify(change)).not.toMatch(/\/e\/|Careers Night/u);
    }
  });

  it('G6 not those that are cancelled, rehearsed, running or over', async () => {
    const { t, evening } = await withMentor();
    invite(t, evening);
    const ada = await t.organiser();
    const named = async () => (await page(t)).includes('Careers Night');
    expect(await named()).toBe(true);
    t.db
      .update(events)
      .set({ cancelledAt: instant(1) })
      .where(eq(events.id, evening.id))
      .run();
    expect(await named()).toBe(false);
    t.db.update(events).set({ cancelledAt: null }).where(eq(events.id, evening.id)).run();
    await evening.start(ada);
    expect(await named()).toBe(false);
  });
});
