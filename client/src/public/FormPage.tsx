import type { PublicEvent } from '@lapwing/shared/protocol/registration-api';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { StatusStrip } from '../kit/StatusStrip.tsx';
import { useTitle } from '../kit/use-title.ts';
import { CodeOfConduct } from './CodeOfConduct.tsx';
import { PublicFrame } from './JoinPage.tsx';
import { t } from './words.ts';
import '../forms/form.css';
import { Name } from '../kit/Name.tsx';
import { isolated } from '../kit/words.ts';

interface FormPageProps {
  readonly event: PublicEvent;
  readonly code: string;
  readonly title: string;
  /** Moves the focus to the heading when it changes: another page of the form. */
  readonly step?: string;
  /** The tab says that something is wrong. */
  readonly wrong?: boolean;
  readonly children: ComponentChildren;
}

/** A page of a form: which evening, what is asked. */
export function FormPage({ event, code, title, step = '', wrong = false, children }: FormPageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const first = useRef(true);
  useEffect(() => {
    if (!first.current) heading.current?.focus();
    first.current = false;
  }, [step]);
  useTitle(wrong ? t('join.title.error', { title }) : `${title} – ${isolated(event.name)}`);
  return (
    <PublicFrame kind="form" code={code}>
      <div class="f-form">
        <p>
          <a class="f-way" href={`/e/${code}`}>
            <Name of={event.name} />
          </a>
        </p>
        <h1 tabIndex={-1} ref={heading}>
          {title}
        </h1>
        {children}
        <CodeOfConduct event={event} />
      </div>
    </PublicFrame>
  );
}

interface FormButtonsProps {
  /** It is on its way. */
  readonly busy?: boolean;
  /** What the press does. */
  readonly words: string;
  /** The page before; none on the first. */
  readonly onBack?: (() => void) | undefined;
}

/** At the foot of a form's page: what sends it, and the way back. */
export const FormButtons = ({ busy = false, words, onBack }: FormButtonsProps) => (
  <div class="f-buttons">
    <button type="submit" class="f-main" aria-disabled={busy}>
      {busy ? t('form.sending') : words}
    </button>
    {onBack ? (
      <button type="button" class="f-other" onClick={onBack}>
        {t('mentor.back')}
      </button>
    ) : null}
  </div>
);

/** Nothing was heard: what is typed stays, and can be sent again. */
export const NotSent = () => (
  <div role="alert">
    <StatusStrip tone="warn" icon="wifi-off">
      {t('join.notSent')}
    </StatusStrip>
  </div>
);

/**
 * Answers are saved from the own page only, and what was typed here stays to be copied.
 * @param link theirs, where it was shown on the page; null: it is in their mail
 */
export const GoOnByLink = ({ link }: { link: string | null }) => (
  <div role="alert">
    <StatusStrip tone="warn">
      <p>
        <b>{t('join.byLink')}</b>
      </p>
      <p>{t('join.byLink.why')}</p>
      {link === null ? (
        <p>{t('join.byLink.mail')}</p>
      ) : (
        <p>
          <a href={link} target="_blank" rel="noopener">
            {t('sent.link')}
          </a>
        </p>
      )}
    </StatusStrip>
  </div>
);

/** Nobody can register any more: no field asks for what nobody takes. */
export const ClosedPage = (page: Pick<FormPageProps, 'event' | 'code' | 'title'>) => (
  <FormPage {...page}>
    <Closed event={page.event} />
  </FormPage>
);

const Closed = ({ event }: { event: PublicEvent }) => (
  <div role="alert">
    <StatusStrip tone="warn">
      <p>{event.cancelled ? `${t('join.off')}.` : t('join.closed.now')}</p>
      {event.cancelled?.reason ? <p>{t('join.off.why', { reason: event.cancelled.reason })}</p> : null}
      {event.contactEmail === '' ? null : (
        <p>
          {t('join.closed.write')}{' '}
          <a translate={false} href={`mailto:${event.contactEmail}`}>
            {event.contactEmail}
          </a>
        </p>
      )}
    </StatusStrip>
  </div>
);
