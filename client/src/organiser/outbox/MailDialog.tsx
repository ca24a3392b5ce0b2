import type { MailAct } from '@lapwing/shared/event/mail-acts';
import type { RefusalCode } from '@lapwing/shared/kernel/refusal';
import type { MailLine, MailToRead } from '@lapwing/shared/protocol/outbox-api';
import { useEffect, useState } from 'preact/hooks';
import { CopyAddress } from '../shell/CopyAddress.tsx';
import { Dialog } from '../shell/Dialog.tsx';
import { RefusalNote } from '../shell/Note.tsx';
import { t } from '../words.ts';
import { CopyText } from './CopyText.tsx';
import { actsOn, mailtoOf } from './mail-words.ts';
import type { OutboxApi } from './outbox-api.ts';

interface Props {
  readonly api: OutboxApi;
  readonly id: string;
  /** As it stands in the list; null while it is not among those shown. */
  readonly line: MailLine | null;
  readonly sends: boolean;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** One mail as it goes out, to read, to copy, and what can be done with it. */
export function MailDialog({ api, id, line: shown, sends, onDone, onClose }: Props) {
  const [mail, setMail] = useState<MailToRead | null>(null);
  const [changed, setChanged] = useState<MailLine | null>(null);
  const [refusal, setRefusal] = useState<RefusalCode | 'no-answer' | null>(null);
  useEffect(() => {
    void api.read(id).then((answer) => {
      if (answer.ok) setMail(answer.value);
      else setRefusal(answer.refusal.code);
    });
  }, [api, id]);
  const line = shown ?? changed;
  const act = async (what: MailAct): Promise<void> => {
    const answer = await api.act(id, what);
    setRefusal(answer.ok ? null : answer.refusal.code);
    if (answer.ok) setChanged(answer.value);
    onDone();
  };
  return (
    <Dialog title={mail?.subject ?? t('mail.heading')} onClose={onClose} wide>
      <div class="form">
        <RefusalNote code={refusal} />
        {mail ? (
          <>
            <CopyAddress label={t('mail.to')} address={mail.to} />
            <CopyAddress label={t('mail.subject')} address={mail.subject} />
            <CopyText label={t('mail.text')} text={mail.body} />
            {mail.withCalendar ? <p class="quiet">{t('mail.calendar')}</p> : null}
          </>
        ) : null}
        <div class="dialog-actions">
          {line
            ? actsOn(line, sends).map((each, n) => (
                <button
                  key={each}
                  type="button"
                  class={n === 0 && each !== 'open' ? 'primary' : ''}
                  onClick={() => void act(each)}
                >
                  {t(each === 'again' && !sends ? 'mail.act.draft' : `mail.act.${each}`)}
                </button>
              ))
            : null}
          {mail ? (
            <a class="page-link" href={mailtoOf(mail)}>
              {t('mail.mailto')}
            </a>
          ) : null}
        </div>
        {line ? (
          <p class="quiet" role="status">
            {t(`mail.is.${line.state}`)}
          </p>
        ) : null}
      </div>
    </Dialog>
  );
}
