import { CLOSED_INVITATION } from '@lapwing/shared/event/invitation';
import { describe, expect, it } from 'vitest';
import { saveInvitation } from '../../../server/src/db/repositories/invitations.ts';
import { mails } from '../../../server/src/db/schema.ts';
import { studentSaying } from '../../support/answers.ts';
import { freshKey, makeEvening } from '../../support/evening-builder.ts';
import { mailerTo } from '../../support/outbox.ts';
import { testApp } from '../../support/test-app.ts';

const ann = studentSaying('Ann Example');

async function evening() {
  const t = await testApp({ mailer: mailerTo(1) });
  const made = await makeEvening(t, { students: 2, tables: 2, published: false });
  saveInvitation(t.db, made.id, { ...CLOSED_INVITATION, open: true });
  const event = t.services.evenings.get(made.id)?.event;
  const sentTo = (email: string) =>
    t.db
      .select()
      .from(mails)
      .all()
      .filter(({ to }) => to === email);
  const person = (name: string) => {
    const found = [...(t.services.evenings.get(made.id)?.people.values() ?? [])].find((one) => one.name === name);
    if (!found) throw new Error(`${name} is not on the list`);
    return found;
  };
  return { t, made, page: `/e/${event?.code}`, sentTo, person };
}

const inGerman = { 'accept-language': 'de-DE,de;q=0.9' };

describe('the language of mails', () => {
  it('is that of the page where somebody registered, whatever the organiser speaks', async () => {
    const { t, page, sentTo } = await evening();
    const payload = { key: freshKey().padEnd(24, '0'), answers: ann };
    await t.stranger().send({ method: 'POST', url: `${page}/students`, payload, headers: inGerman });
    const [mail] = sentTo(ann.email);
    expect(mail?.subject).toBe('Du bist angemeldet: Careers Night');
    expect(mail?.body).toContain('Hallo Ann,');
    expect(mail?.body).toContain('Sonntag, 22. November 2026, 18:30 Uhr');
  });

  it('is the one they chose, before what the browser asks for, and changes with their own page', async () => {
    const { t, made, page, sentTo, person } = await evening();
    const payload = { key: freshKey().padEnd(24, '0'), answers: ann };
    const headers = { ...inGerman, cookie: 'lapwing_language=en' };
    await t.stranger().send({ method: 'POST', url: `${page}/students`, payload, headers });
    expect(sentTo(ann.email)[0]?.body).toContain('Hello Ann,');
    const { id } = person('Ann Example');
    const phone = await made.phone(person('Ann Example'));
    const url = `/me/${id}/coming`;
    expect((await phone.send({ method: 'PUT', url, payload: { coming: false }, headers: inGerman })).statusCode).toBe(
      200,
    );
    expect(sentTo(ann.email)[1]?.subject).toMatch(/^Du kommst nicht:/u);
    const file = await phone.get(`/me/${id}/data.json`);
    expect(file.json()).toMatchObject({ evenings: [{ kept: { attendees: [{ language: 'de' }] } }] });
  });

  it('of whom the organiser wrote down is the organiser’s, until they say otherwise', async () => {
    const { t, made, sentTo } = await evening();
    const mei = await t.organiser();
    const details = { role: 'student', name: 'Bo Example', email: 'bo@example.org' };
    await mei.send({ method: 'POST', url: `${made.url}/people`, payload: { details }, headers: inGerman });
    const csv = 'Name,Email\nCleo Example,cleo@example.org\n';
    mei.cookies.set('lapwing_language', 'de');
    const preview = await mei.upload(`${made.url}/imports/preview?as=students`, Buffer.from(csv));
    const { digest } = preview.json<{ digest: string }>();
    await mei.upload(`${made.url}/imports?as=students&digest=${digest}`, Buffer.from(csv));
    await mei.post(`${made.url}/outbox/links`);
    for (const address of ['bo@example.org', 'cleo@example.org'])
      expect(sentTo(address).at(-1)?.subject).toBe('Deine Seite: Careers Night');
  });
});
