import type { Keeper } from '@lapwing/shared/community/keeper';
import type { AuditView } from '@lapwing/shared/protocol/audit-api';
import type { CommunityView } from '@lapwing/shared/protocol/community-api';
import type { ParsedMail } from 'mailparser';
import { describe, expect, it } from 'vitest';
import { profileSaying } from '../../support/answers.ts';
import { makeEvening } from '../../support/evening-builder.ts';
import { delivered, stored } from '../../support/outbox.ts';
import { asker, community, daysPass, decide, goes, mentor, proposed, questionIn, reply } from './queue-hall.ts';

const URL = '/api/community/keeper';
const KEEPER: Keeper = { community: 'Careers friends of Lapwing Road', name: 'Kim Lee', contact: 'kim@example.org' };
const NOTHING: Keeper = { community: '', name: '', contact: '' };
type Hall = Awaited<ReturnType<typeof community>>;

const keep = async ({ mei }: Hall, more: object = {}) => mei.put(URL, { ...KEEPER, ...more });
const kept = async ({ mei }: Hall) => (await mei.get('/api/community')).json<CommunityView>().keeper;
const pageOf = async ({ t }: Hall, path = '/community') => (await t.stranger().get(path)).body;
const join = ({ t }: Hall, language = 'en') =>
  t.stranger().post('/community/members', {
    ...{ profile: profileSaying('Ann Arbor'), consents: { member: true, introductions: true }, ask: null, language },
  });
const answersTo = (mail: ParsedMail | undefined): string => mail?.replyTo?.text ?? '';

describe('whose community it is', () => {
  it('C20 is said by an organiser, stands on every page of the community, and is in the audit without its words', async () => {
    const hall = await community();
    const evening = await makeEvening(hall.t);
    expect(await kept(hall)).toEqual(NOTHING);
    expect(await pageOf(hall)).not.toContain('Kept by');
    const answer = await keep(hall, { name: ' Kim \n Lee ' });
    expect(answer.json<CommunityView>().keeper).toEqual(KEEPER);
    expect(await kept(hall)).toEqual(KEEPER);
    for (const path of ['/community', '/community/link', '/community/k3v9', '/introductions/k3v9']) {
      const html = await pageOf(hall, path);
      expect(html, path).toContain('<p>Kept by Kim Lee, kim@example.org.</p>');
      const data = /id="opening">(.*?)<\/script>/u.exec(html)?.[1] ?? '';
      expect(JSON.parse(data), path).toEqual(KEEPER);
    }
    const audit = (await hall.mei.get(`${evening.url}/audit`)).json<AuditView>();
    expect(audit.lines[0]?.act).toBe('community-keeper');
    expect(JSON.stringify(audit)).not.toContain('Kim Lee');
    expect((await keep(hall, NOTHING)).json<CommunityView>().keeper, 'taken back').toEqual(NOTHING);
    expect(await pageOf(hall)).not.toContain('Kim Lee');
  });

  it('C20 is refused with the field and what is wrong, and nothing is changed', async () => {
    const hall = await community();
    await keep(hall);
    for (const [more, field, problem] of [
      [{ name: ' ' }, 'name', 'needed'],
      [{ contact: '' }, 'contact', 'needed'],
      [{ contact: 'kim' }, 'contact', 'notAnAddress'],
      [{ contact: 'kim@example.org\r\nBcc: eve@example.org' }, 'contact', 'notAnAddress'],
      [{ community: 'x'.repeat(81) }, 'community', 'tooLong'],
    ] as const) {
      const answer = await keep(hall, more);
      expect(answer.statusCode).toBe(400);
      expect(answer.json()).toMatchObject({ error: { code: 'bad-request', details: { field, problem } } });
    }
    expect((await hall.t.stranger().put(URL, KEEPER)).statusCode).toBe(401);
    expect(await kept(hall)).toEqual(KEEPER);
  });

  it('C20 what somebody wrote there ends no script, no element and no header', async () => {
    const hall = await community();
    await keep(hall, {
      community: 'Friends\r\nBcc: eve@example.org\r\n\r\nInjected',
      name: 'Kim</script><img src=x onerror=alert(1)>\r\nReply-To: eve@example.org',
    });
    const html = await pageOf(hall);
    expect(html).toContain('Kept by Kim&lt;/script&gt;&lt;img');
    expect(html).not.toContain('<img');
    expect(html.match(/<\/script>/gu), 'the one that holds the data').toHaveLength(1);
    await join(hall);
    await delivered(hall.t);
    const [mail] = hall.mails;
    expect(mail?.from?.value[0]?.name).toBe('Friends Bcc: eve@example.org Injected');
    expect(answersTo(mail)).toBe('kim@example.org');
    expect(mail?.headers.has('bcc')).toBe(false);
    expect(mail?.headerLines.some(({ line }) => /^(?:bcc|reply-to):.*eve@/imu.test(line))).toBe(false);
    expect(mail?.text?.trimStart().startsWith('Hello Ann,')).toBe(true);
    expect(stored(hall.t).map(({ to }) => to)).toEqual(['ann.arbor@example.org']);
  });
});

describe('mails of the community', () => {
  it('C20 the mail that confirms comes in its name, says who keeps it in the reader’s language, and is answered to them', async () => {
    const hall = await community();
    await keep(hall);
    await join(hall, 'de');
    await delivered(hall.t);
    const [mail] = hall.mails;
    expect(mail?.from?.value[0]).toMatchObject({ name: KEEPER.community, address: 'events@night.example.org' });
    expect(answersTo(mail)).toBe(KEEPER.contact);
    expect(mail?.text).toContain(`${KEEPER.community} wird betreut von Kim Lee; eine Antwort auf diese E-Mail`);
  });

  it('C20 they say nothing of it, and nobody hears an answer, where nobody said', async () => {
    const hall = await community();
    await join(hall);
    await delivered(hall.t);
    expect(hall.mails[0]?.from?.value[0]?.name).toBe('Lapwing');
    expect(answersTo(hall.mails[0])).toBe('');
    expect(hall.mails[0]?.text).not.toContain('kept by');
  });

  it('C14 and C20 an ask and a question are answered to the keeper, an introduction to the other side', async () => {
    const hall = await community();
    const { t, mei, mails } = hall;
    await keep(hall);
    mentor(t, 'Max Mentor');
    asker(t, 'Ann Asker');
    const [one] = (await proposed(mei)).proposals;
    if (!one) throw new Error('nobody was proposed');
    await decide(mei, one, 'approve');
    await goes(t);
    expect(answersTo(mails[0])).toBe(KEEPER.contact);
    expect(mails[0]?.text).toContain('is kept by Kim Lee; answer this mail to reach them.');
    await reply(t, questionIn(mails[0]?.text), 'yes');
    await delivered(t);
    const introduced = mails.slice(1);
    expect(introduced.map(answersTo).sort()).toEqual(['ann.asker@example.org', 'max.mentor@example.org']);
    for (const mail of introduced) {
      expect(mail.text).toContain(`is kept by Kim Lee: ${KEEPER.contact}`);
      expect(mail.text).not.toContain('answer this mail to reach them');
    }
    await daysPass(t, 15);
    const met = mails.filter(({ subject }) => subject?.startsWith('Did you meet'));
    expect(met.map(answersTo)).toEqual([KEEPER.contact, KEEPER.contact]);
  });
});
