import type { EveningSettings } from '@lapwing/shared/event/event';
import { CLOSED_INVITATION } from '@lapwing/shared/event/invitation';
import type { Attendee } from '@lapwing/shared/event/roster';
import type { ParsedMail } from 'mailparser';
import { saveInvitation } from '../../server/src/db/repositories/invitations.ts';
import { mentorSaying, studentSaying } from './answers.ts';
import { freshKey, makeEvening, opened } from './evening-builder.ts';
import { delivered, mailerTo, mailServer } from './outbox.ts';
import { type TestApp, testApp } from './test-app.ts';
import type { Caller } from './test-caller.ts';

export const KEEP = { run: true, publicCard: false, introductions: false, keep: true };

export const linkIn = (mail: ParsedMail | undefined): string => /http\S+\/me\/\S+/u.exec(mail?.text ?? '')?.[0] ?? '';
export const receiverOf = ({ to }: ParsedMail): string => [to].flat()[0]?.value[0]?.address ?? '';

/** A server whose mail goes to a real mail server, or one without mail, and evenings on which anybody can register. */
export async function house({ mails = true } = {}) {
  const post = mails ? await mailServer() : null;
  const t = await testApp(post ? { mailer: mailerTo(post.port) } : {});
  const ada = await t.organiser();
  /** The links that came to this address, the newest last. */
  async function mailedTo(address: string): Promise<string[]> {
    await delivered(t);
    return (post?.mails ?? []).filter((mail) => receiverOf(mail) === address).map(linkIn);
  }
  return {
    t,
    ada,
    post,
    mailedTo,
    evening: (settings: Partial<EveningSettings> = {}) => openEvening(t, ada, settings),
  };
}

export type House = Awaited<ReturnType<typeof house>>;

async function openEvening(t: TestApp, ada: Caller, settings: Partial<EveningSettings>) {
  const evening = await makeEvening(t, { students: 1, tables: 1, published: false, settings });
  saveInvitation(t.db, evening.id, { ...CLOSED_INVITATION, open: true, showMentors: true });
  const code = t.services.evenings.get(evening.id)?.event.code ?? '';
  const register = (name: string, email: string, more: object = {}, as: 'students' | 'mentors' = 'students') => {
    const say = as === 'students' ? studentSaying : mentorSaying;
    const key = freshKey().padEnd(24, '0');
    return t.stranger().post(`/e/${code}/${as}`, { key, answers: { ...say(name), email, ...more } });
  };
  const people = (): Attendee[] => [...(t.services.evenings.get(evening.id)?.people.values() ?? [])];
  const person = (name: string): Attendee => {
    const found = people().find((one) => one.name === name);
    if (!found) throw new Error(`nobody is called ${name}`);
    return found;
  };
  /** A phone that says who it is at the desk, and is let in as this person. */
  async function atDesk(name: string): Promise<Caller> {
    const phone = t.stranger();
    const { number, secret } = (await phone.post(`/e/${code}/waiting`, { who: person(name).email })).json<{
      number: string;
      secret: string;
    }>();
    await ada.put(`${evening.url}/waiting/${number}`, { person: person(name).id });
    const turn = await phone.post(`/e/${code}/waiting/${number}/session`, { secret });
    return opened(phone, new URL(turn.json<{ to: string }>().to, 'http://localhost').href);
  }
  const of = (phone: Caller, name: string) => {
    const path = `/me/${person(name).id}`;
    return {
      rename: (to: string, more: object = {}) =>
        phone.put(`${path}/details`, { answers: studentSaying(to, { email: '', ...more }) }),
      data: async () => (await phone.get(`${path}/data.json`)).body,
      erase: () => phone.send({ method: 'DELETE', url: path }),
    };
  };
  return { evening, code, register, people, person, atDesk, of };
}
