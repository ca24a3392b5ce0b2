/** Places change hands by themselves: a student's to the next in line, a mentor's to the reserve; both hear of it by mail. */
import { EMPTY_CARD } from '@lapwing/shared/event/roster';
import type { EventDetail } from '@lapwing/shared/protocol/api';
import { expect, type Page, test } from '@playwright/test';
import { studentSaying } from '../support/answers.ts';
import { enterConsole } from '../support/enter-console.ts';
import { mailingServerForAll, screensForEach } from '../support/journey.ts';
import { expectAccessible } from '../support/screens.ts';
import { thatWasMe } from '../support/that-was-me.ts';

const { server, post: mail } = mailingServerForAll();
const screens = screensForEach();

const section = (page: Page, name: string) =>
  page.getByRole('navigation').getByRole('link', { name, exact: true }).click();

/** The text of the mail to somebody with this in its subject, once it has come. */
async function mailTo(address: string, subject: string): Promise<string> {
  const find = () =>
    mail.mails.find(({ to, subject: line }) => JSON.stringify(to).includes(address) && line?.includes(subject));
  await expect.poll(() => find()?.subject, { timeout: 20_000 }).toContain(subject);
  return find()?.text ?? '';
}

const linkIn = (text: string): string => /http\S+#\S+/u.exec(text)?.[0] ?? '';

test('a student cancels and the next has the place; a mentor drops and the reserve sits at the table', async () => {
  const organiser = await screens.open('console', server.ready.console);
  await enterConsole(organiser, 'Ada');
  const headers = { origin: server.origin };
  const ask = async <Value>(method: 'get' | 'post' | 'put', path: string, data?: object): Promise<Value> => {
    const answer = await organiser.request[method](`${server.origin}${path}`, { headers, ...(data ? { data } : {}) });
    expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
    return (await answer.json()) as Value;
  };
  const event = await ask<EventDetail>('post', '/api/events', { name: 'Careers Night', timeZone: 'Europe/London' });
  const url = `/api/events/${event.id}`;
  await organiser.goto(`${server.origin}/#/events/${event.id}/set-up`);

  await test.step('the organiser opens registration with two chairs', async () => {
    await organiser.getByLabel('Yes, it is open').check();
    await organiser.getByLabel('Chairs for students').fill('2');
    await expect(organiser.getByText('For 2 chairs, give out 3 places.')).toBeVisible();
    await organiser.getByLabel('What the evening is about').fill('Meet people from twelve jobs.');
    await organiser.getByLabel('Their e-mail').fill('mei');
    await organiser.getByRole('button', { name: 'Save the invitation' }).click();
    await expect(organiser.getByText(/this is no e-mail address/u)).toBeVisible();
    await organiser.getByLabel('Their e-mail').fill('mei@example.org');
    await organiser.getByRole('button', { name: 'Save the invitation' }).click();
    await expect(organiser.getByRole('button', { name: 'Undo' })).toBeVisible();
    await expectAccessible(organiser, 'invitation');
  });

  await test.step('three register: two have a place, the third waits', async () => {
    for (const name of ['Ann First', 'Ben Second', 'Cy Third']) {
      const key = `journey-${name.toLowerCase().replace(' ', '-')}`.padEnd(24, '0');
      await ask('post', `/e/${event.code}/students`, { key, answers: studentSaying(name) });
    }
    expect(await mailTo('cy.third@example.org', 'waitlist')).toContain('number 1 in line');
    await section(organiser, 'People');
    await organiser.getByRole('button', { name: /^Waiting/u }).click();
    await expect(organiser.getByRole('row', { name: /1st.*Cy Third/u })).toBeVisible();
    await expect(organiser.getByText('2 of 2 places taken', { exact: false })).toBeVisible();
    await expectAccessible(organiser, 'waitlist');
  });

  await test.step('one cancels from the link: the third has the place for a time, and a mail asks for a yes', async () => {
    const link = new URL(linkIn(await mailTo('ann.first@example.org', 'Careers Night')));
    const phone = await screens.open('phone', link.href);
    await thatWasMe(phone);
    const left = await phone.request.put(`${server.origin}${link.pathname}/coming`, {
      headers,
      data: { coming: false },
    });
    expect(left.ok(), await left.text()).toBe(true);
    const told = await mailTo('cy.third@example.org', 'Say yes, and the place is yours');
    expect(linkIn(told)).toContain('/me/');
    await expect(organiser.getByText('No student waits')).toBeVisible();
    await organiser.getByRole('button', { name: /^Not confirmed/u }).click();
    await expect(organiser.getByRole('row', { name: /Cy Third.*place kept until/u })).toBeVisible();
    await expectAccessible(organiser, 'not confirmed');
    await organiser.getByRole('button', { name: /^Waiting/u }).click();
  });

  await test.step('a mentor drops: the reserve of that field is asked, says yes without signing in, sits at the table', async () => {
    const mentor = (name: string, industry: string, standing: string) =>
      ask<{ id: string }>('post', `${url}/people`, {
        details: {
          ...{ role: 'mentor', name, standing, email: `${name.split(' ')[0]?.toLowerCase()}@example.org` },
          card: { ...EMPTY_CARD, industry },
        },
      });
    const maya = await mentor('Maya Gone', 'health', 'active');
    await mentor('Hal Other', 'law', 'waiting');
    const rosa = await mentor('Rosa Reserve', 'health', 'waiting');
    const [first, ...others] = event.tables;
    await ask('put', `${url}/floor`, { tables: [{ ...first, mentors: [maya.id] }, ...others] });
    await organiser.getByRole('button', { name: /^Mentors/u }).click();
    await organiser.getByRole('button', { name: 'Edit Maya Gone' }).click();
    await organiser.getByRole('dialog').getByLabel('Cancelled').check();
    await organiser.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await expect(organiser.getByText('Asked by e-mail: Rosa Reserve.')).toBeVisible();
    const place = organiser.locator('.mentor-place');
    await expect(place).toContainText('Maya Gone cannot come, table 1');
    await expectAccessible(organiser, 'a mentor who cannot come');

    const text = await mailTo('rosa@example.org', 'Can you be a mentor?');
    const page = await screens.open('phone', linkIn(text));
    await expect(page.getByLabel('I can', { exact: false }).first()).toBeChecked();
    await expect(place).toContainText('has not answered');
    await expectAccessible(page, 'the question');
    await page.getByRole('button', { name: 'Send: I can' }).click();
    await expect(page.getByText('Thank you. You are in.')).toBeVisible();
    await expect(place).toContainText('Rosa Reserve comes instead.');
    await organiser.getByRole('button', { name: 'Mentor radar' }).click();
    await expect(organiser.getByText('No student has named a wish yet.', { exact: false })).toBeVisible();
    await expectAccessible(organiser, 'mentor radar');
    const { tables } = await ask<EventDetail>('get', url);
    expect(tables[0]?.mentors).toEqual([rosa.id]);
    expect(linkIn(await mailTo('rosa@example.org', 'You are in'))).toContain(`/me/${rosa.id}#`);
    await page.reload();
    await expect(page.getByText('Thank you. You are in.')).toBeVisible();
  });
  screens.expectNoErrors();
});
