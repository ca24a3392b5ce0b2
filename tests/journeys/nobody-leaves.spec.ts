/** A student goes home without an introduction: the organisers ask a mentor for them, who says yes, and one mail goes to each. */
import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import type { EveningIntroductions } from '@lapwing/shared/protocol/introductions-api';
import { expect, type Page, test } from '@playwright/test';
import { mailingServerForAll, screensForEach } from '../support/journey.ts';
import { runningNight } from '../support/running-night.ts';
import { expectAccessible, expectPhase } from '../support/screens.ts';

const { server, post } = mailingServerForAll({ DEMO: '1' });
const screens = screensForEach();

interface Guest {
  readonly id: AttendeeId;
  readonly name: string;
  readonly email: string;
}

const mailsTo = (email: string) => post.mails.filter(({ to }) => [to].flat()[0]?.text === email);
const introductionTo = (email: string) =>
  mailsTo(email).filter(({ text }) => text?.includes('The organisers suggested'));

test('a mentor is asked for who has nobody; the student reads it, takes it back and lets it stand; a yes introduces both', async () => {
  test.setTimeout(300_000);
  const desk = await screens.open('console', server.ready.console);
  const night = await runningNight(server, desk);
  const guests = (await (await desk.request.get(`${night.api}/people`)).json()) as Guest[];
  const guest = (id: AttendeeId | undefined): Guest => guests.find((one) => one.id === id) as Guest;
  // only who opens the link of a mail has shown whose address it is
  await desk.request.post(`${night.api}/outbox/links`);
  const phoneOf = async ({ email }: Guest): Promise<Page> => {
    await expect.poll(() => mailsTo(email).length, { timeout: 60_000 }).toBe(1);
    return screens.open('phone', /http\S+\/me\/\S+/u.exec(mailsTo(email)[0]?.text ?? '')?.[0] ?? '');
  };
  await night.start();
  const { schedule } = await night.plan();
  const table = Object.values(schedule.rounds[0] ?? {}).find(({ students }) => students.length > 1);
  const ann = guest(table?.students[0]);
  const anns = await phoneOf(ann);
  await expectPhase(anns, 'talking', 1);
  await anns.request.put(`${server.origin}/me/${ann.id}/introductions`, { data: { consent: true } });
  await night.press({ kind: 'finish' });
  const { suggestions } = (await (await desk.request.get(`${night.api}/introductions`)).json()) as EveningIntroductions;
  const max = guest(suggestions.proposed[0]?.mentor.id);
  const first = { ann: ann.name.split(' ')[0] ?? '', max: max.name.split(' ')[0] ?? '' };
  const maxs = await phoneOf(max);

  await test.step('the organiser asks with one press, takes it back, and asks again', async () => {
    await desk.getByRole('link', { name: 'After' }).click();
    const ask = desk.getByRole('button', { name: 'Ask for 1 student' });
    await expect(ask).toBeVisible({ timeout: 20_000 });
    await expect(desk.getByText(/Asked about|Met in round 1|Has room this month/u).first()).toBeVisible();
    await expectAccessible(desk, 'mentors for who has nobody');
    await ask.click();
    await expect(desk.getByText('Waits for an answer', { exact: true })).toBeVisible();
    await desk.getByRole('button', { name: /^Take it back/u }).click();
    await ask.click();
    await expect(desk.getByText('Waits for an answer', { exact: true })).toBeVisible();
  });

  await test.step('the student reads who was asked, and may take it back', async () => {
    await expect(anns.getByRole('heading', { name: 'The organisers asked for you' })).toBeVisible({ timeout: 20_000 });
    await expectAccessible(anns, 'asked for a student');
    await anns.getByRole('button', { name: /^Take it back/u }).click();
    await expect(anns.getByText(`Taken back: ${first.max} is not asked.`)).toBeVisible();
    await anns.getByRole('button', { name: /^Let it stand/u }).click();
    await expect(anns.getByText(`${first.max} has not answered yet.`).first()).toBeVisible();
  });

  await test.step('the mentor reads who asks, and says yes', async () => {
    const answer = maxs.getByRole('group', { name: `Your answer to ${first.ann}` });
    await expect(answer).toBeVisible({ timeout: 20_000 });
    await expect(maxs.getByText('The organisers ask for')).toBeVisible();
    await answer.getByRole('button', { name: 'Yes' }).click();
    await maxs.getByRole('button', { name: 'Yes, it may' }).first().click();
    await expectAccessible(maxs, 'a request by the organisers');
    await expect(desk.getByText('The mentor said yes')).toBeVisible({ timeout: 30_000 });
  });

  await test.step('a minute later one mail goes to each', async () => {
    await expect
      .poll(() => [ann, max].map(({ email }) => introductionTo(email).length), { timeout: 150_000 })
      .toEqual([1, 1]);
    await expect(desk.getByText(/Sent by mail at/u)).toBeVisible({ timeout: 30_000 });
  });
  screens.expectNoErrors();
});
