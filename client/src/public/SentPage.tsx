import type { PublicEvent, RegistrationAnswer } from '@lapwing/shared/protocol/registration-api';
import { clockText, dateText } from '../kit/figures.ts';
import { FormPage } from './FormPage.tsx';
import { t } from './words.ts';

interface SentPageProps {
  readonly event: PublicEvent;
  readonly code: string;
  readonly email: string;
  readonly answer: RegistrationAnswer;
}

/** The form has arrived. The same words for everybody: what is known about an address stands in its mail alone. */
export function SentPage({ event, code, email, answer }: SentPageProps) {
  const { keptUntil: kept } = answer;
  const { timeZone } = event;
  if (answer.mailed) {
    return (
      <FormPage event={event} code={code} title={t('sent.title')} step="sent">
        <p>{t('sent.mailed', { email })}</p>
        <p>{t('sent.next')}</p>
        {kept === null ? null : (
          <p>{t('sent.kept', { date: dateText(kept, timeZone), time: clockText(kept, timeZone) })}</p>
        )}
        <p class="join-muted">{t('sent.missing')}</p>
      </FormPage>
    );
  }
  return (
    <FormPage event={event} code={code} title={t('sent.title')} step="sent">
      {answer.link === null ? <p>{t('sent.ask')}</p> : <OwnLink link={answer.link} />}
      {event.contactEmail === '' ? null : (
        <a translate={false} href={`mailto:${event.contactEmail}`}>
          {event.contactEmail}
        </a>
      )}
    </FormPage>
  );
}

/** Where no mail can go out, this is the only time that the link is shown. */
const OwnLink = ({ link }: { link: string }) => (
  <>
    <p>{t('sent.link.words')}</p>
    <p class="f-buttons">
      <a class="f-main" href={link}>
        {t('sent.link')}
      </a>
    </p>
  </>
);
