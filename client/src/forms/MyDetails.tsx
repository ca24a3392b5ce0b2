import './form.css';
import type { OwnDetails } from '@lapwing/shared/protocol/registration-api';
import type { MentorAnswers, StudentAnswers } from '@lapwing/shared/registration/answers';
import { useEffect, useRef, useState } from 'preact/hooks';
import { request } from '../kit/api.ts';
import { StatusStrip } from '../kit/StatusStrip.tsx';
import { Coming } from './Coming.tsx';
import { MentorDetails } from './MentorDetails.tsx';
import { StudentDetails } from './StudentDetails.tsx';
import { t } from './words.ts';

export interface DetailsActs {
  /** Answers whether it was taken. */
  save(answers: StudentAnswers | MentorAnswers): Promise<boolean>;
  say(coming: boolean): Promise<boolean>;
}

/** What is stored about somebody, on their own page: to see, to change, to cancel. @param path e.g. "/me/k3v9" */
export function MyDetails({ path, onClose }: { path: string; onClose: () => void }) {
  const [details, setDetails] = useState<OwnDetails | null>(null);
  const [trouble, setTrouble] = useState<'none' | 'silent' | 'late'>('none');
  const heading = useRef<HTMLHeadingElement>(null);
  async function ask(method: 'GET' | 'PUT', end: string, body?: unknown): Promise<boolean> {
    const answer = await request<OwnDetails>(method, `${path}/${end}`, body);
    if (answer.ok) setDetails(answer.value);
    const refused = answer.ok ? null : answer.refusal.code;
    setTrouble(refused === null ? 'none' : refused === 'not-now' ? 'late' : 'silent');
    // how they stand has changed since the page was opened: it says so itself
    if (refused === 'taken-off-list') await ask('GET', 'details');
    return answer.ok;
  }
  useEffect(() => {
    heading.current?.focus();
    void ask('GET', 'details');
  }, [path]);
  return (
    <section class="f-form my-details">
      <h2 tabIndex={-1} ref={heading}>
        {t('details.title')}
      </h2>
      {trouble === 'none' ? null : (
        <div role="alert">
          <StatusStrip tone="warn" icon="wifi-off">
            {t(`details.${trouble}`)}
          </StatusStrip>
        </div>
      )}
      {details ? (
        <DetailsView
          details={details}
          path={path}
          acts={{
            save: (answers) => ask('PUT', 'details', { answers }),
            say: (coming) => ask('PUT', 'coming', { coming }),
          }}
        />
      ) : (
        <p role="status">{t('details.loading')}</p>
      )}
      <div class="f-buttons">
        {details === null && trouble !== 'none' ? (
          <button type="button" class="f-main" onClick={() => void ask('GET', 'details')}>
            {t('details.again')}
          </button>
        ) : null}
        <button type="button" class="f-other" onClick={onClose}>
          {t('details.close')}
        </button>
      </div>
    </section>
  );
}

export interface DetailsProps {
  readonly details: OwnDetails;
  readonly path: string;
  readonly acts: DetailsActs;
}

/** The details as they are known, without asking for them. */
export function DetailsView(props: DetailsProps) {
  const { details } = props;
  return (
    <>
      <Coming {...props} />
      {details.student ? <StudentDetails {...props} answers={details.student} /> : null}
      {details.mentor ? <MentorDetails {...props} answers={details.mentor} /> : null}
      <section class="f-group">
        <h2>{t('details.who')}</h2>
        <ul class="f-points">
          {(details.role === 'student'
            ? (['student', 'organiser', 'nobody'] as const)
            : (['mentor', 'organiser', 'nobody'] as const)
          ).map((who) => (
            <li key={who}>{t(`details.who.${who}`)}</li>
          ))}
        </ul>
        {details.contactEmail === '' ? null : (
          <p>
            {t('details.contact')} <a href={`mailto:${details.contactEmail}`}>{details.contactEmail}</a>
          </p>
        )}
      </section>
    </>
  );
}
