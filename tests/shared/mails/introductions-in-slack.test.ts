import { instant } from '@lapwing/shared/kernel/time';
import { introductionInSlack, introductionOfQueueInSlack } from '@lapwing/shared/mails/introductions-in-slack';
import { describe, expect, it } from 'vitest';

const facts = (language: 'en' | 'de') => ({
  ...{ language, eventName: 'Careers Night', place: 'King’s Hall', timeZone: 'Europe/London' },
  ...{ startsAt: instant(Date.UTC(2026, 10, 26, 18, 30)), contactName: 'Mei Lin' },
});
const meeting = {
  student: { name: 'Ann Lee', firstName: 'Ann', about: 'Law, 2nd year', line: 'Your way into patents' },
  mentor: { name: 'Ben Oak', firstName: 'Ben', about: '', line: '' },
  round: 2,
};

describe('an introduction in Slack', () => {
  it('H15 says who, where they met, what was asked, one first step, and who introduces them', () => {
    const { heading, body } = introductionInSlack([facts('en'), facts('en')], meeting, '');
    expect(heading).toBe('Ann, this is Ben Oak. Ben, this is Ann Lee.');
    const [who, met, wrote, step, ...more] = body.split('\n\n');
    expect(who).toBe('Ann Lee (Law, 2nd year)\nBen Oak');
    expect(met).toMatch(/^You both said that .+\. You met in round 2 of Careers Night, .+\.$/u);
    expect(wrote).toBe('Ann wrote: “Your way into patents”');
    expect(step).toBe(
      'A first step: Ann writes one question here, and two times for a short call. You are introduced by Mei Lin.',
    );
    expect(more).toEqual([]);
  });

  it('speaks both languages where the two do', () => {
    const { heading, body } = introductionInSlack([facts('de'), facts('en')], meeting, '');
    expect(heading).toBe('Ann, das ist Ben Oak. Ben, das ist Ann Lee.');
    expect(body.indexOf('Ein erster Schritt')).toBeGreaterThan(0);
    expect(body.indexOf('A first step')).toBeGreaterThan(body.indexOf('Ein erster Schritt'));
  });

  it('has the organiser’s words in place of ours', () => {
    expect(introductionInSlack([facts('en'), facts('de')], { ...meeting, round: 0 }, 'Do have a coffee.').body).toBe(
      'Do have a coffee.\n\nYou are introduced by Mei Lin.',
    );
  });

  it('C12 says between evenings who, that both said yes, what was asked and one first step, in the language of each', () => {
    const { heading, body } = introductionOfQueueInSlack(['en', 'de'], meeting, 'the careers team');
    expect(heading).toBe('Ann, this is Ben Oak. Ben, this is Ann Lee.');
    expect(body.split('\n\n')).toEqual([
      'Ann Lee (Law, 2nd year)\nBen Oak',
      'You both said yes to being introduced.',
      'Ann wrote: “Your way into patents”',
      'A first step: Ann writes one question here, and two times for a short call. You are introduced by the careers team.',
      'Ann Lee (Law, 2nd year)\nBen Oak',
      'Ihr habt beide Ja dazu gesagt, dass wir euch bekannt machen.',
      'Ann schrieb: „Your way into patents“',
      'Ein erster Schritt: Ann schreibt hier eine Frage und zwei Termine für ein kurzes Gespräch. Es stellt euch vor: the careers team.',
    ]);
    const unsaid = introductionOfQueueInSlack(['de', 'de'], meeting, '').body;
    expect(unsaid.split('\n\n')).toHaveLength(4);
    expect(unsaid).not.toContain('Es stellt euch vor');
  });
});
