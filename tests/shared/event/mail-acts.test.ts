import type { MailState } from '@lapwing/shared/event/mail';
import { afterAct, MAIL_ACTS, type MailAct, type MailNow, sentByHand } from '@lapwing/shared/event/mail-acts';
import { isMailAddress, isOneLine } from '@lapwing/shared/event/mail-address';
import { describe, expect, it } from 'vitest';

const STATES: readonly MailState[] = ['draft', 'queued', 'sending', 'sent', 'refused', 'unsure', 'stopped'];
const mail = (state: MailState, more: Partial<MailNow> = {}): MailNow => ({
  state,
  attempts: 1,
  sentAt: null,
  ...more,
});

describe('what can be done with a mail', () => {
  it('nothing while it is on its way, and nothing once a mail server took it', () => {
    for (const act of MAIL_ACTS) {
      expect(afterAct(mail('sending'), act, true)).toBeNull();
      expect(afterAct(mail('sent', { sentAt: 1 }), act, true)).toBeNull();
    }
  });

  it.each<[MailState, MailAct, MailState | null]>([
    ['draft', 'again', 'queued'],
    ['refused', 'again', 'queued'],
    ['unsure', 'again', 'queued'],
    ['stopped', 'again', 'queued'],
    ['sent', 'again', null],
    ['queued', 'stop', 'stopped'],
    ['draft', 'stop', 'stopped'],
    ['unsure', 'stop', null],
    ['refused', 'stop', null],
    ['unsure', 'arrived', 'sent'],
    ['queued', 'arrived', 'sent'],
    ['sent', 'open', 'unsure'],
  ])('%s, %s: %s', (state, act, next) => {
    expect(afterAct(mail(state), act, true)).toBe(next);
  });

  it('without a mail server nothing is queued, and a mark taken back is a draft again', () => {
    expect(afterAct(mail('stopped'), 'again', false)).toBe('draft');
    expect(afterAct(mail('sent', { attempts: 0 }), 'open', false)).toBe('draft');
  });

  it('done twice is done once', () => {
    for (const state of STATES)
      for (const act of MAIL_ACTS) {
        const once = afterAct(mail(state), act, true);
        if (once !== null && act !== 'again') expect(afterAct(mail(once), act, true), `${state} ${act}`).toBe(once);
      }
  });

  it('a mark by hand is one without the time of a mail server', () => {
    expect(sentByHand(mail('sent'))).toBe(true);
    expect(sentByHand(mail('sent', { sentAt: 5 }))).toBe(false);
    expect(sentByHand(mail('draft'))).toBe(false);
  });
});

describe('an address', () => {
  it.each(['a@example.org', 'zoë.o’brien+night@exämple.org', 'x@localhost', "o'hara@sub.example.org"])('%s', (text) => {
    expect(isMailAddress(text)).toBe(true);
  });

  it.each([
    ...['', 'a', 'a@', '@b', 'a@b@c', 'a b@c.org', 'a@b.org,c@d.org', 'A <a@b.org>', '"a"@b.org', 'a@b.org\n'],
    ...['a@b.org\r\nBcc: c@d.org', 'a\0@b.org', 'a@b.org;c@d.org', 'a@-b.org', 'a@b.', 'a\u200b@b.org'],
    `${'x'.repeat(250)}@b.org`,
  ])('not %j', (text) => {
    expect(isMailAddress(text)).toBe(false);
  });

  it('and a subject is one line', () => {
    expect(isOneLine('Soirée “Été”, 夜 👋')).toBe(true);
    for (const end of ['\r', '\n', '\0', '\u0085', '\u2028', '\u001b']) expect(isOneLine(`a${end}b`)).toBe(false);
  });
});
