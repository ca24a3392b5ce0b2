import { CLOSED_INVITATION } from '@lapwing/shared/event/invitation';
import type { ErrorAnswer } from '@lapwing/shared/protocol/api';
import type { CommunityImport } from '@lapwing/shared/protocol/community-api';
import { describe, expect, it } from 'vitest';
import { memberLink } from '../../../server/src/community/member-link.ts';
import { findProfile } from '../../../server/src/db/repositories/community-profiles.ts';
import { saveInvitation } from '../../../server/src/db/repositories/invitations.ts';
import { mentorSaying, profileSaying, studentSaying } from '../../support/answers.ts';
import { member } from '../../support/community-builder.ts';
import { freshKey, makeEvening } from '../../support/evening-builder.ts';
import { delivered } from '../../support/outbox.ts';
import { testApp } from '../../support/test-app.ts';
import { asker, community, decide, goes, mentor, proposed } from '../community/queue-hall.ts';

const BAD = 'Win bit.ly/money';
const both = { member: true, introductions: true };
const details = (answer: { json: <T>() => T }) => answer.json<ErrorAnswer>().error.details;
const refusedAt = (field: string) => ({ field, problem: 'looksLikeLink' });

describe('C1 a link in a name or a headline', () => {
  it('is let in by no form of the community, and the field is named', async () => {
    const { t } = await community();
    const join = (profile: object) =>
      t.stranger().post('/community/members', {
        ...{ profile: { ...profileSaying('Ann Arbor'), ...profile }, consents: both, ask: null, language: 'en' },
      });
    expect(details(await join({ name: BAD }))).toEqual(refusedAt('name'));
    expect(details(await join({ headline: BAD }))).toEqual(refusedAt('headline'));
    const row = findProfile(t.db, member(t, 'Ben Bolt'));
    const link = new URL(memberLink(t.services, row as never));
    const opened = { secret: link.hash.slice(1), language: 'en', consents: both };
    const own = (profile: object) =>
      t
        .stranger()
        .put(`${link.pathname}/profile`, { ...opened, profile: { ...profileSaying('Ben Bolt'), ...profile } });
    expect(details(await own({ headline: BAD }))).toEqual(refusedAt('headline'));
    expect((await own({ headline: 'Node.js developer, O’Neil & Co.' })).statusCode).toBe(200);
  });

  it('is let in by no form of an evening', async () => {
    const t = await testApp();
    const evening = await makeEvening(t);
    saveInvitation(t.db, evening.id, { ...CLOSED_INVITATION, open: true });
    const code = t.services.evenings.get(evening.id)?.event.code;
    const key = freshKey().padEnd(24, '0');
    const send = (as: 'students' | 'mentors', answers: object) =>
      t.stranger().post(`/e/${code}/${as}`, { key, answers });
    const email = 'm@example.org';
    expect(details(await send('students', studentSaying(BAD, { email })))).toEqual(refusedAt('name'));
    expect(details(await send('mentors', mentorSaying(BAD, { email })))).toEqual(refusedAt('name'));
    const said = mentorSaying('Max Mentor', { email });
    const titled = { ...said, card: { ...said.card, jobTitle: BAD } };
    expect(details(await send('mentors', titled))).toEqual(refusedAt('card.jobTitle'));
    const own = await evening.phone(evening.students[0] as never);
    const answers = { ...studentSaying(BAD), email: '' };
    expect(details(await own.put(`/me/${evening.students[0]?.id}/details`, { answers }))).toEqual(refusedAt('name'));
  });

  it('keeps its row, or its cell, out of a file; the rest comes in', async () => {
    const { mei } = await community();
    const file = `name,email,headline\n${BAD},a@example.org,\nBen Bolt,b@example.org,See evil.com\nCid Cole,c@example.org,St. John’s`;
    const kind = '/api/community/imports?kind=members&apply=yes';
    expect((await mei.upload(kind, Buffer.from(file))).json<CommunityImport>()).toMatchObject({
      added: 2,
      problems: [
        { row: 2, field: 'name', code: 'name-is-link', value: BAD },
        { row: 3, field: 'headline', code: 'holds-link', value: 'See evil.com' },
      ],
    });
  });

  it('no mail has a part in which a line could be pressed', async () => {
    const hall = await community();
    mentor(hall.t, 'Max Mentor');
    asker(hall.t, 'Ann Asker', { line: 'Look at <a href="https://evil.example">this</a>' });
    const [one] = (await proposed(hall.mei)).proposals;
    if (!one) throw new Error('nobody was proposed');
    await decide(hall.mei, one, 'approve');
    await goes(hall.t);
    await delivered(hall.t);
    expect(hall.mails[0]).toMatchObject({ html: false, text: expect.stringContaining('<a href=') });
  });
});
