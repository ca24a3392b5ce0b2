import { CLOSED_INVITATION } from '@lapwing/shared/event/invitation';
import { EMPTY_CARD } from '@lapwing/shared/event/roster';
import type { EventDetail } from '@lapwing/shared/protocol/api';
import type { ImportPreview } from '@lapwing/shared/protocol/import-api';
import type { PublicEvent } from '@lapwing/shared/protocol/registration-api';
import { describe, expect, it } from 'vitest';
import { saveInvitation } from '../../../server/src/db/repositories/invitations.ts';
import { mentorSaying, studentSaying } from '../../support/answers.ts';
import { freshKey, makeEvening } from '../../support/evening-builder.ts';
import { testApp } from '../../support/test-app.ts';

const ALL = { run: true, publicCard: true, introductions: true, keep: true };

describe('an evening with people under 18', () => {
  it('takes nobody at their word who agrees to introductions or photos: form, file, page or desk', async () => {
    const t = await testApp();
    const ada = await t.organiser();
    const evening = await makeEvening(t, { students: 0, published: false });
    saveInvitation(t.db, evening.id, { ...CLOSED_INVITATION, open: true });
    const { code } = (await ada.get(evening.url)).json<EventDetail>();
    const send = async (as: string, answers: object) =>
      (await t.stranger().post(`/e/${code}/${as}`, { key: freshKey().padEnd(24, '0'), answers })).statusCode;
    expect(await send('students', studentSaying('Before Hand', { consents: ALL, photo: 'yes' }))).toBe(200);
    const people = () => [...(t.services.evenings.get(evening.id)?.people.values() ?? [])];
    const named = (name: string) => people().find((person) => person.name === name);
    expect(named('Before Hand')?.registration).toMatchObject({
      photo: 'yes',
      consents: { introductions: expect.any(Number) },
    });

    expect((await ada.put(`${evening.url}/privacy`, { under18: true })).json()).toMatchObject({ under18: true });
    expect((await ada.get(evening.url)).json<EventDetail>().under18).toBe(true);
    expect((await t.stranger().get(`/e/${code}/event`)).json<PublicEvent>().data.under18).toBe(true);
    await send('students', studentSaying('Ann Young', { consents: ALL, photo: 'yes' }));
    const card = { ...EMPTY_CARD, jobTitle: 'Engineer', contact: 'me@example.org' };
    await send('mentors', mentorSaying('Mia Mentor', { consents: ALL, photo: 'yes', card, introductionsPerMonth: 3 }));
    const file = Buffer.from(
      'Timestamp,Full name,Email address,May we take photos?\n1,Ivo Import,ivo@example.org,Yes\n',
    );
    const { digest } = (await ada.upload(`${evening.url}/imports/preview?as=students`, file)).json<ImportPreview>();
    await ada.upload(`${evening.url}/imports?as=students&digest=${digest}`, file);
    await ada.post(`${evening.url}/people`, { details: { role: 'mentor', name: 'Dora Desk', card } });
    const ann = named('Ann Young');
    if (!ann) throw new Error('she is registered');
    await ada.put(`${evening.url}/people/${ann.id}`, {
      details: { registration: { ...ann.registration, photo: 'yes' } },
    });
    const phone = await evening.phone(ann);
    const { run: _, ...consents } = ALL;
    await phone.put(`/me/${ann.id}/consents`, { consents, photo: 'yes' });

    for (const name of ['Before Hand', 'Ann Young', 'Mia Mentor', 'Ivo Import', 'Dora Desk']) {
      const person = named(name);
      expect(person?.registration, name).toMatchObject({ photo: 'no', introductionsPerMonth: 0 });
      expect(person?.registration.consents.introductions, name).toBeUndefined();
      expect(person?.card.contact, name).toBe('');
    }
    // what else they agreed to is theirs to say
    expect(named('Mia Mentor')).toMatchObject({
      card: { jobTitle: 'Engineer' },
      registration: { consents: { publicCard: expect.any(Number) } },
    });
    const copy = (await ada.post(`${evening.url}/copy`, { name: 'Next year' })).json<EventDetail>();
    expect(copy.under18).toBe(true);
    expect((await ada.put(`${evening.url}/privacy`, { under18: false })).json()).toMatchObject({ under18: false });
  });
});
