import { MOST_REQUESTS, type Profile } from '@lapwing/shared/community/profile';
import { after, days, type Instant } from '@lapwing/shared/kernel/time';
import type { OwnMembership as Membership } from '@lapwing/shared/protocol/community-api';
import type { Problem } from '@lapwing/shared/registration/problems';
import { useState } from 'preact/hooks';
import { ErrorSummary } from '../forms/ErrorSummary.tsx';
import { SaidList } from '../forms/SaidList.tsx';
import { SURE_LOOK } from '../forms/sure-look.ts';
import { StatusStrip } from '../kit/StatusStrip.tsx';
import { Sure } from '../kit/Sure.tsx';
import { useTitle } from '../kit/use-title.ts';
import { EditProfile } from './EditProfile.tsx';
import { Frame, Heading, Words } from './Frame.tsx';
import { Given, Waiting } from './Given.tsx';
import { NewAddress } from './NewAddress.tsx';
import type { Own, OwnActs, Trouble } from './own.ts';
import { ConsentFields } from './ProfileFields.tsx';
import { askSaid, profileSaid } from './profile-said.ts';
import { Requests } from './Requests.tsx';
import { TypedAgain } from './TypedAgain.tsx';
import { t } from './words.ts';

interface OwnMembershipProps {
  readonly own: Own;
  readonly acts: OwnActs;
}

/** A member's own page: what they asked for, what they gave, what is kept of them (C5). */
export function OwnMembership({ own, acts }: OwnMembershipProps) {
  useTitle(t('community.own.title'));
  if (own.kind !== 'page') return <NoPage kind={own.kind} />;
  const { page, trouble } = own;
  if (page.profile === null) {
    return page.typed ? (
      <WasItYou page={page} typed={page.typed} acts={acts} trouble={trouble} />
    ) : (
      <NoPage kind="invalid" />
    );
  }
  return (
    <Frame state="own">
      <Heading>{t('community.own.hello', { name: page.profile.name })}</Heading>
      <Troubled trouble={trouble} />
      {page.newEmail === '' ? null : <NewAddress email={page.newEmail} acts={acts} />}
      {page.again === null ? null : <TypedAgain again={page.again} page={page} profile={page.profile} acts={acts} />}
      <Waiting waiting={page.waiting} />
      <Requests requests={page.requests} full={openOnes(page) >= MOST_REQUESTS} acts={acts} />
      <Given given={page.given} perMonth={page.profile.perMonth} />
      <AboutMe page={page} profile={page.profile} acts={acts} />
      <Leave acts={acts} />
    </Frame>
  );
}

/** As the server counts them: who is introduced may ask anew. */
const openOnes = ({ requests }: Membership): number =>
  requests.filter(({ stands }) => stands === 'waiting' || stands === 'asked').length;

function NoPage({ kind }: { kind: 'looking' | 'silent' | 'invalid' | 'gone' }) {
  if (kind === 'gone')
    return <Words state="gone" title={t('community.gone.title')} words={t('community.gone.words')} />;
  if (kind !== 'invalid') {
    return (
      <Frame state={kind}>
        <div role="status">
          <Heading>{t(kind === 'looking' ? 'community.looking' : 'community.silent.page')}</Heading>
        </div>
      </Frame>
    );
  }
  return (
    <Frame state="invalid">
      <Heading>{t('community.invalid.title')}</Heading>
      <p>{t('community.invalid.words')}</p>
      <p>
        <a class="f-way" href="/community/link">
          {t('community.invalid.link')}
        </a>
      </p>
    </Frame>
  );
}

/** What stood in the way of the last act; nothing of it was done. */
export function Troubled({ trouble }: { trouble: Trouble | null }) {
  if (trouble === null) return null;
  if (trouble.is === 'wrong') return <ErrorSummary problems={[trouble.problem]} tried={0} />;
  return (
    <div role="alert">
      <StatusStrip tone="warn">
        {t(
          trouble.is === 'too-many'
            ? 'community.ask.full'
            : trouble.is === 'silent'
              ? 'community.silent'
              : `community.${trouble.is}`,
        )}
      </StatusStrip>
    </div>
  );
}

interface WasItYouProps {
  readonly page: Membership;
  readonly typed: Profile;
  readonly acts: OwnActs;
  readonly trouble: Trouble | null;
}

/** A mailed link is opened for the first time: shows all that was typed, before any of it counts (C2). */
function WasItYou({ page, typed, acts, trouble }: WasItYouProps) {
  const [busy, setBusy] = useState(false);
  // whom an organiser wrote down has agreed to nothing yet, and does so here (C17)
  const written = !page.consents.member;
  const [consents, setConsents] = useState(page.consents);
  const [tried, setTried] = useState(0);
  const missing: readonly Problem[] =
    tried > 0 && !consents.member ? [{ field: 'consents.member', code: 'needed' }] : [];
  const say = async (act: () => Promise<boolean>): Promise<void> => {
    if (busy) return;
    setBusy(true);
    if (!(await act())) setBusy(false);
  };
  return (
    <Frame state="was-it-you">
      <Heading>{t(written ? 'community.written.title' : 'community.was.title')}</Heading>
      <p>{t(written ? 'community.written.words' : 'community.was.words')}</p>
      <Troubled trouble={trouble} />
      <ErrorSummary problems={missing} tried={tried} />
      <div class="f-group">
        <SaidList
          said={[
            ...profileSaid(typed, written ? null : page.consents),
            ...page.requests.map(({ ask }) => askSaid(ask)),
          ].filter(({ answer }) => answer !== '')}
        />
      </div>
      {written && page.mayConfirm ? (
        <div class="f-form">
          <ConsentFields consents={consents} change={setConsents} problems={missing} />
        </div>
      ) : null}
      {page.mayConfirm ? (
        <div class="f-buttons">
          <button
            type="button"
            class="f-main"
            aria-disabled={busy}
            onClick={() => {
              if (consents.member) void say(() => acts.save(typed, consents));
              else setTried(tried + 1);
            }}
          >
            {t(written ? 'community.written.yes' : 'community.was.yes')}
          </button>
          <button type="button" class="f-other" aria-disabled={busy} onClick={() => void say(acts.notMine)}>
            {t('community.was.no')}
          </button>
        </div>
      ) : (
        <p>{t('community.was.elsewhere')}</p>
      )}
    </Frame>
  );
}

interface AboutMeProps {
  readonly page: Membership;
  readonly profile: Profile;
  readonly acts: OwnActs;
}

const PAUSE_DAYS = [30, 90] as const;

function AboutMe({ page, profile, acts }: AboutMeProps) {
  const [editing, setEditing] = useState(false);
  if (editing)
    return <EditProfile profile={profile} consents={page.consents} acts={acts} onDone={() => setEditing(false)} />;
  const paused = profile.pausedUntil !== null && profile.pausedUntil > page.at;
  const pause = (until: Instant | null): void => void acts.save({ ...profile, pausedUntil: until }, page.consents);
  return (
    <section class="f-group">
      <header>
        <h2>{t('community.about')}</h2>
        <button type="button" class="f-small" onClick={() => setEditing(true)}>
          {t('community.change')}
        </button>
      </header>
      <SaidList said={profileSaid(paused ? profile : { ...profile, pausedUntil: null }, page.consents)} />
      {profile.perMonth === 0 ? null : (
        <div class="f-buttons">
          {paused ? (
            <button type="button" class="f-other" onClick={() => pause(null)}>
              {t('community.pause.end')}
            </button>
          ) : (
            PAUSE_DAYS.map((length) => (
              <button key={length} type="button" class="f-other" onClick={() => pause(after(page.at, days(length)))}>
                {t('community.pause', { days: length })}
              </button>
            ))
          )}
        </div>
      )}
    </section>
  );
}

/** What is kept, as a file; and the way out, asked twice. */
function Leave({ acts }: { acts: OwnActs }) {
  const [asking, setAsking] = useState(false);
  const [sending, setSending] = useState(false);
  const leave = async (): Promise<void> => {
    setSending(true);
    if (!(await acts.leave())) setSending(false);
  };
  return (
    <section class="f-group">
      <h2>{t('community.kept')}</h2>
      <p>{t('community.kept.words')}</p>
      <div class="f-buttons">
        <button type="button" class="f-other" onClick={() => void acts.download()}>
          {t('community.download')}
        </button>
        {asking ? null : (
          <button type="button" class="f-other" onClick={() => setAsking(true)}>
            {t('community.leave')}
          </button>
        )}
      </div>
      {asking ? (
        <Sure
          question={t('community.leave.ask')}
          no={t('community.leave.no')}
          yes={t('community.leave.yes')}
          sending={sending}
          onNo={() => setAsking(false)}
          onYes={leave}
          look={SURE_LOOK}
        />
      ) : null}
    </section>
  );
}
