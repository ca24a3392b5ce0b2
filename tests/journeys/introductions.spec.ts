/** At the table two say that they want to meet again; after the last bell they confirm, and one mail goes to each. */
import { callNames } from '@lapwing/shared/event/call-names';
import type { Attendee } from '@lapwing/shared/event/roster';
import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import { expect, type Page, test } from '@playwright/test';
import { mailingServerForAll, screensForEach } from '../support/journey.ts';
import { runningNight } from '../support/running-night.ts';
import { expectAccessible, expectPhase } from '../support/screens.ts';

const { server, post } = mailingServerForAll({ DEMO: '1' });
const screens = screensForEach();

type Guest = Pick<Attendee, 'id' | 'name' | 'email' | 'role' | 'badgeCode'>;

const WHY = 'Could I see how your team plans a week?';
const mailsTo = (email: string) => post.mails.filter(({ to }) => [to].flat()[0]?.text === email);
const introductionTo = (email: string) => mailsTo(email).find(({ text }) => text?.includes(WHY));
const introduce = (page: Page, name: string) =>
  page.getByRole('button', { name: `Introduce us: ${name}`, exact: true });

test('both want it at the table and confirm it; a third who asks later is not turned down in the room', async () => {
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
  const [ann, bob, max] = [guest(table?.students[0]), guest(table?.students[1]), guest(table?.mentors[0])];
  const met = Object.values(schedule.rounds)
    .flatMap((tables) => Object.values(tables))
    .flatMap(({ students, mentors }) => (mentors.includes(max.id) ? students : []));
  // as the mentor reads them: two of the evening may share a first name
  const called = callNames([...new Set(met)].map(guest));
  const first = { ann: called.get(ann.id) ?? '', bob: called.get(bob.id) ?? '', max: max.name.split(' ')[0] };
  const [anns, bobs, maxs] = [await phoneOf(ann), await phoneOf(bob), await phoneOf(max)];
  for (const phone of [anns, bobs, maxs]) await expectPhase(phone, 'talking', 1);

  await test.step('a student taps, agrees, and says why; the mentor taps too, and neither hears of the other', async () => {
    await introduce(anns, max.name).click();
    await expect(anns.getByText(`${first.max} sees this after the last round.`)).toBeVisible();
    await anns.getByRole('button', { name: 'Yes, it may' }).click();
    await anns.getByLabel(`Why ${first.max}? One line helps.`).fill(WHY);
    await expectAccessible(anns, 'a wish at the table');
    await introduce(maxs, first.ann).click();
    await maxs.getByRole('button', { name: 'Yes, it may' }).click();
    await expectAccessible(maxs, 'a mentor’s wish at the table');
    const kept = async (): Promise<string> => (await anns.request.get(`${server.origin}/me/${ann.id}/picks`)).text();
    await expect.poll(kept, { timeout: 15_000 }).toContain(WHY);
    expect(await kept()).toContain('"after":null');
  });

  await test.step('the organiser reads a number and no name, and wants to see what goes out', async () => {
    await desk.getByRole('link', { name: 'After' }).click();
    await expect(desk.getByText('Who asked for whom is sealed until the last bell, for you too.')).toBeVisible();
    await desk.getByLabel('Keep as drafts, for me to read and send').check();
    await expectAccessible(desk, 'introductions before the bell');
  });

  await test.step('after the last bell each confirms with one press', async () => {
    await night.press({ kind: 'finish' });
    for (const [phone, name] of [
      [anns, first.max],
      [maxs, first.ann],
    ] as const) {
      await expectPhase(phone, 'finished');
      await expect(phone.getByRole('heading', { name: `You and ${name} both want it` })).toBeVisible({
        timeout: 20_000,
      });
      await expectAccessible(phone, 'what both want');
      await phone.getByRole('button', { name: 'Confirm', exact: true }).click();
      await expect(phone.getByRole('button', { name: 'Confirm', exact: true })).toBeHidden();
    }
  });

  await test.step('who asks only now is a request, and reads nothing of a no', async () => {
    await introduce(bobs, max.name).click();
    const answer = maxs.getByRole('group', { name: `Your answer to ${first.bob}` });
    await expect(answer).toBeVisible({ timeout: 20_000 });
    await answer.getByRole('button', { name: 'Not now' }).click();
    await expectAccessible(maxs, 'requests');
    const answered = async (): Promise<string> =>
      (await maxs.request.get(`${server.origin}/me/${max.id}/picks`)).text();
    await expect.poll(answered, { timeout: 15_000 }).toContain('"answer":"not-now"');
    await bobs.reload();
    await expect(bobs.getByText(`${first.max} has not answered yet.`)).toBeVisible({ timeout: 20_000 });
    await expect(bobs.getByText('Not this time.')).toBeHidden();
  });

  await test.step('a minute later the organiser reads the draft, adds a line, and sends it', async () => {
    const draft = desk.getByLabel(`${ann.name} – ${max.name}`);
    await expect(draft).toHaveValue(new RegExp(WHY.replace('?', '\\?'), 'u'), { timeout: 120_000 });
    await draft.fill(`${await draft.inputValue()}\n\nThe organisers wish you a good talk.`);
    await desk.getByRole('button', { name: /^Save these words/u }).click();
    await expect(desk.getByRole('button', { name: /^Save these words/u })).toBeDisabled();
    expect(introductionTo(ann.email), 'nothing goes out before').toBeUndefined();
    await desk.getByRole('button', { name: 'Send 1 introduction' }).click();
    await desk.getByRole('button', { name: 'Yes, send 1' }).click();
    await expect(desk.getByText(/Sent by mail at/u)).toBeVisible({ timeout: 30_000 });
    await expectAccessible(desk, 'introductions that were sent');
  });

  await test.step('one mail goes to each, with the line in it, and the phones say so', async () => {
    await expect
      .poll(() => [ann, max].filter(({ email }) => introductionTo(email)).length, { timeout: 120_000 })
      .toBe(2);
    for (const one of [ann, max]) expect(mailsTo(one.email).filter(({ text }) => text?.includes(WHY))).toHaveLength(1);
    for (const one of [ann, max]) expect(introductionTo(one.email)?.text).toContain('wish you a good talk');
    expect(introductionTo(bob.email)).toBeUndefined();
    for (const phone of [anns, maxs])
      await expect(phone.getByText('Sent: look in your mail.').first()).toBeVisible({ timeout: 20_000 });
  });
  await test.step('who agrees to be kept is offered the community, joins with one tap, and opens their page', async () => {
    await expect(bobs.getByRole('heading', { name: 'Stay in the community' })).toBeHidden();
    await bobs.getByRole('button', { name: 'My details' }).click();
    await bobs.getByLabel('You may keep my details for the next evenings').check();
    await expect(bobs.getByText(/The rest is kept for the next evenings/u)).toBeVisible();
    await bobs.reload();
    const offer = bobs.locator('.stay');
    await expect(offer.getByRole('heading', { name: 'Stay in the community' })).toBeVisible({ timeout: 30_000 });
    await expect(offer).toContainText(bob.email);
    await expect(offer.getByRole('checkbox')).not.toBeChecked();
    await expectAccessible(bobs, 'the offer to stay in the community');
    await offer.getByRole('button', { name: 'Join' }).click();
    const own = offer.getByRole('link', { name: 'Open my page' });
    await expect(own).toBeFocused();
    await bobs.reload();
    await expect(own).toBeVisible({ timeout: 30_000 });
    await expectAccessible(bobs, 'the way to the page of a member');
    await own.click();
    await expect(bobs).toHaveURL(/\/community\/[^/]+$/u);
    await expect(bobs.getByRole('heading', { name: `Hello ${bob.name}` })).toBeVisible();
  });
  screens.expectNoErrors();
});
