import type { AttendeeRole } from '@lapwing/shared/event/roster';
import type { PublicEvent, RegistrationAnswer } from '@lapwing/shared/protocol/registration-api';
import { clockText, dateText } from '../kit/figures.ts';
import { CommunityWay } from './CommunityWay.tsx';
import { FormPage } from './FormPage.tsx';
import { t } from './words.ts';

interface SentPageProps {
  readonly event: PublicEvent;
  readonly code: string;
  /** As what they registered. */
  readonly who: AttendeeRole;
  readonly email: string;
  readonly answer: RegistrationAnswer;
}

/** The form has arrived. The same words for everybody: what is known about an address stands in its mail alone. */
export function SentPage(page: SentPageProps) {
  const { event, code, who, email, answer } = page;
  if (!answer.mailed) return <SentUnmailed {...page} />;
  return (
    <FormPage event={event} code={code} title={t('sent.title.mailed')} step="sent">
      <p>{t('sent.mailed', { email })}</p>
      <p>
        <b>{who === 'mentor' ? t('sent.answer.mentor') : studentAnswer(page)}</b>
      </p>
      <p>{t('sent.next')}</p>
      <section class="f-group">
        <h2>{t('sent.missing')}</h2>
        <ul class="sent-ways">
          <li>{t('sent.missing.look')}</li>
          <li>
            {t('sent.missing.address', { email })} <a href={`/e/${code}/${who}`}>{t('sent.missing.again')}</a>
          </li>
          <li>
            {t('sent.missing.write')} <Contact event={event} />
          </li>
        </ul>
      </section>
      <CommunityWay event={event} look="f-group" />
    </FormPage>
  );
}

/** What a place waits for: where places are lent, until when it is kept (P15). */
function studentAnswer({ event: { timeZone }, answer: { keptUntil: kept } }: SentPageProps): string {
  return kept === null
    ? t('sent.answer.student')
    : t('sent.kept', { date: dateText(kept, timeZone), time: clockText(kept, timeZone) });
}

function SentUnmailed({ event, code, who, answer }: SentPageProps) {
  return (
    <FormPage event={event} code={code} title={t('sent.title')} step="sent">
      {answer.link === null ? <p>{t('sent.ask')}</p> : <OwnLink link={answer.link} who={who} />}
      <Contact event={event} />
      <CommunityWay event={event} look="f-group" />
    </FormPage>
  );
}

const Contact = ({ event: { contactEmail } }: Pick<SentPageProps, 'event'>) =>
  contactEmail === '' ? null : (
    <a translate={false} href={`mailto:${contactEmail}`}>
      {contactEmail}
    </a>
  );

/** Where no mail can go out, this is the only time that the link is shown. */
const OwnLink = ({ link, who }: { link: string; who: AttendeeRole }) => (
  <>
    <p>{t('sent.link.words')}</p>
    {who === 'mentor' ? <p>{t('sent.link.mentor')}</p> : null}
    <p class="f-buttons">
      <a class="f-main" href={link}>
        {t('sent.link')}
      </a>
    </p>
  </>
);
