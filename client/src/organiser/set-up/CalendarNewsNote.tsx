import type { EventDetail } from '@lapwing/shared/protocol/api';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { outboxApi } from '../outbox/outbox-api.ts';
import { sectionHash } from '../place.ts';
import { Note } from '../shell/Note.tsx';
import { t } from '../words.ts';

/** After a change of time, place or name: people who have it otherwise in their calendar, and one press that writes to them. */
export function CalendarNewsNote({ event }: { event: EventDetail }) {
  const { id, settings } = event;
  const api = useMemo(() => outboxApi(id), [id]);
  const [people, setPeople] = useState(0);
  const [told, setTold] = useState<number | null>(null);
  useEffect(() => {
    setTold(null);
    void api.calendarNews().then((answer) => setPeople(answer.ok ? answer.value.people : 0));
  }, [api, settings]);
  const tell = async (): Promise<void> => {
    const answer = await api.tellCalendars();
    if (!answer.ok) return;
    setTold(answer.value.queued);
    setPeople(0);
  };
  if (told !== null) {
    return (
      <Note tone="plain">
        {t('calendar-news.told', { count: told })} <a href={sectionHash(id, 'outbox')}>{t('section.outbox')}</a>
      </Note>
    );
  }
  if (people === 0) return null;
  return (
    <Note tone="warn">
      {t('calendar-news.stale', { count: people })}{' '}
      <button type="button" onClick={() => void tell()}>
        {t('calendar-news.tell', { count: people })}
      </button>
    </Note>
  );
}
