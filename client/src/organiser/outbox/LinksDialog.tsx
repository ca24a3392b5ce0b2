import type { RefusalCode } from '@lapwing/shared/kernel/refusal';
import type { LinksToSend } from '@lapwing/shared/protocol/outbox-api';
import { useEffect, useState } from 'preact/hooks';
import { Dialog } from '../shell/Dialog.tsx';
import { Note, RefusalNote } from '../shell/Note.tsx';
import { t } from '../words.ts';
import type { OutboxApi } from './outbox-api.ts';

interface Props {
  readonly api: OutboxApi;
  /** Whether there is a mail server; otherwise drafts are written. */
  readonly sends: boolean;
  readonly onClose: () => void;
}

/** Before anything leaves the building: to how many, and how it reads. */
export function LinksDialog({ api, sends, onClose }: Props) {
  const [links, setLinks] = useState<LinksToSend | null>(null);
  const [refusal, setRefusal] = useState<RefusalCode | 'no-answer' | null>(null);
  const [busy, setBusy] = useState(false);
  const [again, setAgain] = useState(false);
  useEffect(() => {
    void api.linksToSend().then((answer) => {
      if (answer.ok) setLinks(answer.value);
      else setRefusal(answer.refusal.code);
    });
  }, [api]);
  const send = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    const answer = await api.sendLinks(again);
    setBusy(false);
    if (answer.ok) onClose();
    else setRefusal(answer.refusal.code);
  };
  const people = (links?.people ?? 0) + (again ? (links?.refused ?? 0) : 0);
  return (
    <Dialog title={t('links.heading')} onClose={onClose} wide>
      <div class="form">
        <RefusalNote code={refusal} />
        {links ? (
          <>
            <p>{countWords(links)}</p>
            {links.refused > 0 ? <Refused count={links.refused} again={again} onAgain={setAgain} /> : null}
            {links.withoutAddress > 0 ? <p>{t('links.without', { count: links.withoutAddress })}</p> : null}
            {links.reach === 'everywhere' ? null : (
              <Note tone="warn">{t(`links.reach.${links.reach}`, { origin: links.origin })}</Note>
            )}
            {links.example ? <Example example={links.example} /> : null}
          </>
        ) : null}
        <div class="dialog-actions">
          <button type="button" class="primary" aria-busy={busy} disabled={people === 0} onClick={() => void send()}>
            {t(sends ? 'links.send' : 'links.write', { people })}
          </button>
          <button type="button" onClick={onClose}>
            {t('dialog.cancel')}
          </button>
        </div>
      </div>
    </Dialog>
  );
}

interface RefusedProps {
  readonly count: number;
  readonly again: boolean;
  readonly onAgain: (again: boolean) => void;
}

/** Whom it did not reach: another address is what helps, and a full mailbox may have room again. */
const Refused = ({ count, again, onAgain }: RefusedProps) => (
  <div>
    <p>{t('links.refused', { count })}</p>
    <label class="check">
      <input type="checkbox" checked={again} onChange={(event) => onAgain(event.currentTarget.checked)} />
      {t('links.again', { count })}
    </label>
  </div>
);

/** To whom it would go, and why not to the others. */
function countWords({ people, had, stopped, refused }: LinksToSend): string {
  const words = [
    people > 0 || stopped + refused === 0 ? t('links.count', { people }) : '',
    had > 0 ? t('links.had', { had }) : '',
    stopped > 0 ? t('links.stopped', { stopped }) : '',
  ];
  return words.filter((sentence) => sentence !== '').join(' ');
}

function Example({ example }: { example: NonNullable<LinksToSend['example']> }) {
  return (
    <figure class="mail-example">
      <figcaption>{t('links.example', { to: example.to })}</figcaption>
      <b translate={false}>{example.subject}</b>
      <pre>{example.body}</pre>
    </figure>
  );
}
