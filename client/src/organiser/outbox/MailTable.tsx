import type { Instant } from '@lapwing/shared/kernel/time';
import type { MailLine } from '@lapwing/shared/protocol/outbox-api';
import { say, t } from '../words.ts';
import { TONES, whatOf } from './mail-words.ts';

interface Props {
  readonly mails: readonly MailLine[];
  readonly time: (at: Instant) => string;
  readonly onOpen: (id: string) => void;
}

/** The mails, the newest first. */
export function MailTable({ mails, time, onOpen }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls sideways is reached with the keyboard too
    <section class="table-box" tabIndex={0} aria-label={t('outbox.list')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('outbox.column.state')}</th>
            <th scope="col">{t('outbox.column.to')}</th>
            <th scope="col">{t('outbox.column.what')}</th>
            <th scope="col">{t('outbox.column.written')}</th>
            <th scope="col">
              <span class="k-unseen">{t('outbox.column.open')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {mails.map((mail) => {
            const what = whatOf(mail, time);
            return (
              <tr key={mail.id}>
                <td>
                  <span class={`tag ${TONES[mail.state]}`}>{t(`mail.state.${mail.state}`)}</span>
                </td>
                <td class="mail-to" translate={false}>
                  {mail.to}
                </td>
                <td>
                  <span translate={false}>{mail.subject}</span>
                  {what ? <small>{say(what)}</small> : null}
                </td>
                <td class="mail-time">{time(mail.createdAt)}</td>
                <td class="row-actions">
                  <button
                    type="button"
                    aria-label={t('outbox.open.label', { to: mail.to, subject: mail.subject })}
                    onClick={() => onOpen(mail.id)}
                  >
                    {t('outbox.open')}
                  </button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
