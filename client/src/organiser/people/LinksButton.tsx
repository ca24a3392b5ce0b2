import { useState } from 'preact/hooks';
import { Icon } from '../../kit/Icon.tsx';
import { saveFile } from '../csv.ts';
import type { EventStore } from '../event-store.ts';
import { t } from '../words.ts';
import { linksFile } from './links-file.ts';

/** Saves the personal links of everybody expected as a file for a mail merge. */
export function LinksButton({ store }: { store: EventStore }) {
  const [failed, setFailed] = useState(false);
  const save = async (): Promise<void> => {
    const answer = await store.api.allLinks();
    setFailed(!answer.ok);
    if (!answer.ok) return;
    saveFile(linksFile(answer.value), 'personal-links.csv');
  };
  return (
    <>
      <button type="button" title={t('people.links.hint')} onClick={() => void save()}>
        <Icon name="link" /> {t('people.links')}
      </button>
      {failed ? <span role="alert">{t('people.links.failed')}</span> : null}
    </>
  );
}
