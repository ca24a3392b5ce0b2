import { CLOSED_INVITATION, type Invitation } from '@lapwing/shared/event/invitation';
import { EMPTY_CARD } from '@lapwing/shared/event/roster';
import { instant } from '@lapwing/shared/kernel/time';
import type { PublicEvent } from '@lapwing/shared/protocol/registration-api';
import { describe, expect, it } from 'vitest';
import { saveInvitation } from '../../../server/src/db/repositories/invitations.ts';
import { changePerson } from '../../../server/src/services/roster-service.ts';
import { makeEvening } from '../../support/evening-builder.ts';
import { testApp } from '../../support/test-app.ts';

async function withPage(invitation: Partial<Invitation> = {}) {
  const t = await testApp();
  const evening = await makeEvening(t, { students: 4, tables: 2, settings: { breakAfterRound: 1, welcomeMinutes: 5 } });
  saveInvitation(t.db, evening.id, { ...CLOSED_INVITATION, ...invitation });
  const page = `/e/${t.services.evenings.get(evening.id)?.event.code}`;
  const facts = async () => (await t.stranger().get(`${page}/event`)).json<PublicEvent>();
  const html = async () => (await t.stranger().get(page)).body;
  return { t, evening, page, facts, html };
}

const card = { ...EMPTY_CARD, jobTitle: 'Engineer', company: 'Northlamp', askMeAbout: 'Bridges', contact: 'mia@x.org' };

describe('the public page', () => {
  it('says what, where, when, the programme, places left and whom to write to', async () => {
    const contact = { contactName: 'Mei', contactEmail: 'mei@example.org' };
    const { facts, html } = await withPage({
      open: true,
      about: 'Meet people.\n\nAsk them.',
      capacity: 10,
      ...contact,
    });
    expect(await facts()).toMatchObject({
      ...{ name: 'Careers Night', place: 'King’s Hall', phase: 'toCome', placesLeft: 5, roundMinutes: 10, ...contact },
      open: { student: true, mentor: true },
    });
    expect((await facts()).programme.map(({ title }) => title)).toEqual([
      'doors',
      'welcome',
      'rounds',
      'break',
      'rounds',
      'end',
    ]);
    const page = await html();
    for (const words of [
      '<title>Careers Night</title>',
      '<h1>Careers Night</h1>',
      'Sunday 22 November 2026, 18:30 GMT',
    ])
      expect(page).toContain(words);
    for (const words of [
      '<p>Meet people.</p><p>Ask them.</p>',
      '18:35 Rounds: 1 × 10 min',
      'At least 5 places are left for students.',
      'Mei, mei@',
    ])
      expect(page).toContain(words);
  });

  it('shows mentors who agreed, where the organiser shows them, and never how to reach them', async () => {
    const { t, evening, facts, html } = await withPage({ showMentors: true });
    const [one, two] = evening.mentors;
    if (!one || !two) throw new Error('mentors are needed');
    const consents = { run: instant(1), publicCard: instant(1) };
    changePerson(t.services, evening.id, one.id, { card, registration: { ...one.registration, consents } }, 'Ada');
    changePerson(t.services, evening.id, two.id, { card: { ...card, company: 'Hidden' } }, 'Ada');
    expect((await facts()).mentors).toEqual([
      { id: one.id, name: one.name, jobTitle: 'Engineer', company: 'Northlamp', industry: '', askMeAbout: 'Bridges' },
    ]);
    expect(await html()).toContain('Engineer, Northlamp, Bridges');
    expect(await html()).not.toMatch(/Hidden|mia@x\.org|mentor1@example\.org/u);
    saveInvitation(t.db, evening.id, { ...CLOSED_INVITATION, showMentors: false });
    expect((await facts()).mentors).toEqual([]);
    expect(await html()).not.toContain('Northlamp');
  });

  it('shows text as text', async () => {
    const evil = '<img src=x onerror=alert(1)></script><script>alert(2)</script>';
    const { html } = await withPage({ about: evil, contactName: '"><b>' });
    const page = await html();
    expect(page).not.toContain('<img');
    expect(page.match(/<script/gu)).toHaveLength(1);
    expect(page).toContain('&lt;img src=x');
    expect(JSON.parse(/id="opening">(.*?)<\/script>/u.exec(page)?.[1] ?? '')).toMatchObject({ about: evil });
  });

  it('is for no search engine and no cache, and asks nobody else for anything', async () => {
    const { t, page } = await withPage();
    for (const url of [page, `${page}/student`, `${page}/mentor`]) {
      const { headers, body } = await t.stranger().get(url);
      expect(headers).toMatchObject({
        'x-robots-tag': 'noindex',
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
      });
      expect(body).not.toMatch(/https?:\/\//u);
      expect(body).toContain('Careers Night');
    }
  });

  it('can be read in German, too', async () => {
    const { t, page } = await withPage();
    const { body } = await t.stranger().send({ method: 'GET', url: page, headers: { 'accept-language': 'de' } });
    expect(body).toMatch(/<p>Sonntag, 22\. November 2026, 18:30 Uhr GMT(\+0)?<\/p>/u);
    for (const part of ['<h2>Programm</h2>', 'Einlass und Check-in', 'schreib dem Orga-Team'])
      expect(body).toContain(part);
    expect(body.replace(/<script[\s\S]*?<\/script>/gu, '')).not.toMatch(/Programme|Doors|Code of conduct|To register/u);
  });

  it('says when it has begun and when it is over', async () => {
    const { t, evening, facts } = await withPage({ open: true });
    await evening.start(await t.organiser());
    expect(await facts()).toMatchObject({ phase: 'running', open: { student: false, mentor: false } });
    const later = await withPage({ open: true });
    later.t.clock.leap(3_600_000 * 24);
    expect(await later.facts()).toMatchObject({ phase: 'over', open: { student: false, mentor: false } });
  });

  it('of no event is the bare page', async () => {
    const { t } = await withPage();
    const { statusCode, body } = await t.stranger().get('/e/NOPE-such-a-long-code');
    expect(statusCode).toBe(200);
    expect(body).not.toContain('opening"');
  });
});
