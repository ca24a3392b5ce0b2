import type { Ask, Profile } from '@lapwing/shared/community/profile';
import type { IntroRequestId, MemberId } from '@lapwing/shared/kernel/ids';
import type { CommunityView, ProposalSeen, QuestionPage } from '@lapwing/shared/protocol/community-api';
import type { Mailer } from '../../../server/src/outbox/mailer.ts';
import { member, request } from '../../support/community-builder.ts';
import { freshKey } from '../../support/evening-builder.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { delivered, mailerTo, mailServer } from '../../support/outbox.ts';
import { type TestApp, type TestAppOptions, testApp } from '../../support/test-app.ts';
import type { Caller } from '../../support/test-caller.ts';

export const DAY = 86_400_000;
/** A Tuesday at ten, UTC: the run of the week has been. */
export const TUESDAY = Date.UTC(2026, 10, 24, 10);

/** A mailer that keeps what it is given. */
export const mailerThatKeeps = (): Mailer => ({
  from: 'us@example.org',
  lines: 1,
  send: async () => ({ kind: 'sent' }),
  rest() {},
  close() {},
});

/** A community with a mail server, and somebody at the console. */
export async function community(options: { readonly smtp?: boolean } & Pick<TestAppOptions, 'dataDir' | 'slack'> = {}) {
  const server = options.smtp === false ? null : await mailServer();
  const mailer = server === null ? mailerThatKeeps() : mailerTo(server.port);
  const clock = fakeClock(TUESDAY);
  const { smtp: _, ...more } = options;
  const t = await testApp({ mailer, clock, ...more });
  const mei = await t.organiser('Mei');
  return { t, mei, mails: server?.mails ?? [], port: server?.port ?? 0 };
}

/** Somebody who gives introductions. */
export const mentor = (t: TestApp, name: string, profile: Partial<Profile> = {}): MemberId =>
  member(t, name, { years: 12, perMonth: 2, roles: [{ role: 'product', years: 12 }], ...profile });

/** Somebody who asks, for a product manager unless they say otherwise. */
export function asker(t: TestApp, name: string, ask: Partial<Ask> = {}): { id: MemberId; request: IntroRequestId } {
  const id = member(t, name);
  return { id, request: request(t, id, { roles: ['product'], ...ask }) };
}

export const proposed = async (caller: Caller): Promise<CommunityView> =>
  (await caller.post('/api/community/runs', { key: freshKey() })).json<CommunityView>();

export const decide = (caller: Caller, { id }: Pick<ProposalSeen, 'id'>, decision: string) =>
  caller.put(`/api/community/proposals/${id}`, { decision });

/** Lets the half minute pass in which a decision can be taken back, and delivers what follows. */
export async function goes(t: TestApp): Promise<void> {
  t.clock.advance(31_000);
  await delivered(t);
}

/** Hours of a day at which the clock does something, and the hour at which the tests begin. */
const HOURS = [7, 9, 10];
const HOUR = DAY / 24;

/** Lets days pass from ten o'clock to ten o'clock, and delivers what was due. */
export async function daysPass(t: TestApp, days: number): Promise<void> {
  for (let day = 0; day < days; day++)
    for (const hour of HOURS) {
      // a minute more: the clock looks every minute
      const at = hour * HOUR + 61_000;
      t.clock.leap((at - (t.clock.now() % DAY) + DAY) % DAY);
      await delivered(t);
    }
}

/** The question in a mail. */
export function questionIn(text: string | undefined): { path: string; secret: string } {
  const [, path = '', secret = ''] = /https?:\/\/[^/\s]+(\/introductions\/[^#\s]+)#(\S+)/u.exec(text ?? '') ?? [];
  return { path, secret };
}

export const look = (t: TestApp, { path, secret }: { path: string; secret: string }) =>
  t.stranger().post(path, { secret, language: 'en' });

export const reply = async (
  t: TestApp,
  { path, secret }: { path: string; secret: string },
  answer: string,
  thanks = '',
): Promise<QuestionPage> =>
  (await t.stranger().put(path, { secret, language: 'en', answer, thanks })).json<QuestionPage>();
