import './form.css';
import type { Refusal } from '@lapwing/shared/kernel/refusal';
import type { ConsentsNow } from '@lapwing/shared/protocol/privacy-api';
import type { OwnDetails } from '@lapwing/shared/protocol/registration-api';
import type { MentorAnswers, StudentAnswers } from '@lapwing/shared/registration/answers';
import type { ProblemCode } from '@lapwing/shared/registration/problems';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type NoAnswer, request } from '../kit/api.ts';
import type { IconName } from '../kit/Icon.tsx';
import { StatusStrip } from '../kit/StatusStrip.tsx';
import { Coming } from './Coming.tsx';
import { EraseMe } from './EraseMe.tsx';
import { MentorDetails } from './MentorDetails.tsx';
import { MyConsents } from './MyConsents.tsx';
import { problemWords } from './problem-words.ts';
import { morningText, namesText, promiseOf } from './promise.ts';
import { SignOut } from './SignOut.tsx';
import { StudentDetails } from './StudentDetails.tsx';
import { t } from './words.ts';

export interface DetailsActs {
  /** Answers whether it was taken. */
  save(answers: StudentAnswers | MentorAnswers, was: StudentAnswers | MentorAnswers): Promise<boolean>;
  say(coming: boolean): Promise<boolean>;
  agree(now: ConsentsNow): Promise<boolean>;
}

interface Trouble {
  readonly icon: IconName;
  readonly words: string;
}

/** What stands in the way: an answer that the form let pass, since the evening was moved meanwhile, or nothing heard. */
function troubleOf({ code, details = {} }: Refusal | NoAnswer): Trouble {
  if (code === 'not-now') return { icon: 'warn', words: t('details.late') };
  if (code !== 'bad-request' || details.problem === undefined) return { icon: 'wifi-off', words: t('details.silent') };
  const problem = { field: String(details.field), code: String(details.problem) as ProblemCode };
  return { icon: 'warn', words: problemWords(problem) };
}

const OVERTAKEN: ReadonlySet<string> = new Set(['taken-off-list', 'changed-meanwhile']);

/** What is stored about somebody, on their own page: to see, to change, to cancel. @param path e.g. "/me/k3v9" */
export function MyDetails({ path, onClose }: { path: string; onClose: () => void }) {
  const [details, setDetails] = useState<OwnDetails | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  async function ask(method: 'GET' | 'PUT', end: string, body?: unknown): Promise<boolean> {
    const answer = await request<OwnDetails>(method, `${path}/${end}`, body);
    if (answer.ok) setDetails(answer.value);
    setTrouble(answer.ok ? null : troubleOf(answer.refusal));
    // how they stand, or what stands there, has changed since the page was opened: it says so itself
    if (!answer.ok && OVERTAKEN.has(answer.refusal.code)) await ask('GET', 'details');
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
      {trouble === null ? null : (
        <div role="alert">
          <StatusStrip tone="warn" icon={trouble.icon}>
            {trouble.words}
          </StatusStrip>
        </div>
      )}
      {details ? (
        <DetailsView
          details={details}
          path={path}
          acts={{
            save: (answers, was) => {
              const agreed = agreedIn(details);
              return ask('PUT', 'details', { answers: { ...answers, ...agreed }, was: { ...was, ...agreed } });
            },
            say: (coming) => ask('PUT', 'coming', { coming }),
            agree: (now) => ask('PUT', 'consents', now),
          }}
        />
      ) : (
        <p role="status">{t('details.loading')}</p>
      )}
      <div class="f-buttons">
        {details === null && trouble !== null ? (
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

/** What they agree to is changed by itself: a form that was opened before does not take it back. */
const agreedIn = ({ student, mentor }: OwnDetails): object => {
  const { consents, photo, offWalls = false } = student ?? mentor ?? {};
  return { consents, photo, offWalls };
};

/** When what goes, by what they agreed to. */
function keptText(details: OwnDetails): string {
  const promise = promiseOf(details);
  const keeps = (details.student ?? details.mentor)?.consents.keep === true;
  const dates = { morning: morningText(promise), names: namesText(promise) };
  return t(keeps ? 'details.kept.member' : 'details.kept.until', dates);
}

/** The details as they are known, without asking for them. */
export function DetailsView(props: DetailsProps) {
  const { details } = props;
  return (
    <>
      <Coming {...props} />
      {details.student ? <StudentDetails {...props} answers={details.student} /> : null}
      {details.mentor ? <MentorDetails {...props} answers={details.mentor} /> : null}
      <MyConsents {...props} />
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
            {t('details.contact')}{' '}
            <a translate={false} href={`mailto:${details.contactEmail}`}>
              {details.contactEmail}
            </a>
          </p>
        )}
      </section>
      <section class="f-group">
        <h2>{t('details.kept')}</h2>
        <p>{keptText(details)}</p>
        {details.fromMailbox ? null : <p>{t('details.this-evening')}</p>}
        <div class="f-buttons">
          <a class="f-other" href={`${props.path}/data.json`} download="my-data.json">
            {t('details.file')}
          </a>
        </div>
      </section>
      <SignOut path={props.path} />
      <EraseMe
        path={props.path}
        everywhere={details.fromMailbox}
        email={(details.student ?? details.mentor)?.email ?? ''}
      />
    </>
  );
}
