import { useState } from 'preact/hooks';
import { Icon } from '../../kit/Icon.tsx';
import { saveFile } from '../csv.ts';
import type { EventStore } from '../event-store.ts';
import { t } from '../words.ts';
import { linksFile } from './links-file.ts';
import { AllLinksDialog } from './RenewLinks.tsx';

/** Everybody's personal links: saved as a file for a mail merge, or taken back and made anew. */
export function LinksButton({ store }: { store: EventStore }) {
  const [failed, setFailed] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const save = async (): Promise<void> => {
    const answer = await store.api.allLinks();
    setFailed(!answer.ok);
    if (!answer.ok) return;
    saveFile(linksFile(answer.value), 'personal-links.csv');
  };
  return (
    <>
      <button type="button" title={t('people.links.hint')} onClick={() => setOpen(true)}>
        <Icon name="link" /> {t('people.links')}
      </button>
      {isOpen ? <AllLinksDialog store={store} onSave={() => void save()} onClose={() => setOpen(false)} /> : null}
      {failed ? <span role="alert">{t('people.links.failed')}</span> : null}
    </>
  );
}
