import type { Attendee } from '@lapwing/shared/event/roster';
import type { RefusalCode } from '@lapwing/shared/kernel/refusal';
import { useEffect, useState } from 'preact/hooks';
import { QrCode } from '../../kit/JoinBlock.tsx';
import type { EventStore } from '../event-store.ts';
import { CopyAddress } from '../shell/CopyAddress.tsx';
import { Dialog } from '../shell/Dialog.tsx';
import { RefusalNote } from '../shell/Note.tsx';
import { t } from '../words.ts';
import { BadgeCode } from './BadgeCode.tsx';
import { RenewLinks } from './RenewLinks.tsx';

/** The personal address of one person, to scan or to copy. It opens their own evening: show it only to them. */
export function LinkDialog({ store, person, onClose }: { store: EventStore; person: Attendee; onClose: () => void }) {
  const [made, setMade] = useState(0);
  return (
    <Dialog title={t('link.heading', { name: person.name })} onClose={onClose}>
      <PersonalAddress key={made} store={store} person={person} />
      <RenewLinks store={store} person={person} onDone={() => setMade(made + 1)} />
    </Dialog>
  );
}

/** The address to scan or copy, and the code of the badge below it. */
export function PersonalAddress({ store, person }: { store: EventStore; person: Attendee }) {
  const [url, setUrl] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<RefusalCode | 'no-answer' | null>(null);
  useEffect(() => {
    void store.api.personalLink(person.id).then((answer) => {
      if (answer.ok) setUrl(answer.value.url);
      else setRefusal(answer.refusal.code);
    });
  }, [store, person.id]);
  return (
    <div class="personal-address">
      <p>{t('link.what')}</p>
      <RefusalNote code={refusal} />
      {url === null ? null : (
        <>
          <div class="qr-big">
            <QrCode text={url} />
          </div>
          <CopyAddress label={t('link.address')} address={url} />
        </>
      )}
      <BadgeCode store={store} person={person} />
    </div>
  );
}
