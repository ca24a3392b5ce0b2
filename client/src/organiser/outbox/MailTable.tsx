import type { Instant } from '@lapwing/shared/kernel/time';
import type { MailLine } from '@lapwing/shared/protocol/outbox-api';
import { TableBox } from '../shell/TableBox.tsx';
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
    <TableBox
      label={t('outbox.list')}
      columns={[t('outbox.column.state'), t('outbox.column.to'), t('outbox.column.what'), t('outbox.column.written')]}
      actions={t('outbox.column.open')}
    >
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
    </TableBox>
  );
}
