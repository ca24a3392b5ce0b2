import { askProblems, profileProblems } from '@lapwing/shared/community/problems';
import type { Profile } from '@lapwing/shared/community/profile';
import type { CommunityConsents, JoinCommunity as Join, JoinAnswer } from '@lapwing/shared/protocol/community-api';
import type { Problem, ProblemCode } from '@lapwing/shared/registration/problems';
import { useState } from 'preact/hooks';
import { ErrorSummary } from '../forms/ErrorSummary.tsx';
import { Part } from '../forms/fields.tsx';
import { useKept } from '../forms/kept.ts';
import { request } from '../kit/api.ts';
import { StatusStrip } from '../kit/StatusStrip.tsx';
import { useTitle } from '../kit/use-title.ts';
import { language } from '../kit/words.ts';
import { AskFields, NO_ASK } from './AskFields.tsx';
import { Frame, Heading, Words } from './Frame.tsx';
import { Whose } from './KeptBy.tsx';
import { ConsentFields, ProfileFields } from './ProfileFields.tsx';
import { t } from './words.ts';

const NO_PROFILE: Profile = {
  ...{ name: '', email: '', headline: '', languages: [], industries: [], roles: [] },
  ...{ years: 0, perMonth: 0, pausedUntil: null },
};

type Form = Omit<Join, 'language' | 'ask'> & { readonly ask: typeof NO_ASK; readonly asks: boolean };

const emptyForm = (): Form => ({
  profile: { ...NO_PROFILE, languages: [language()] },
  consents: { member: false, introductions: false },
  ...{ ask: NO_ASK, asks: false },
});

export type JoinState = 'filling' | 'sending' | 'silent' | 'many' | 'sent' | 'unsent';

/** Somebody joins the community, outside any evening (C2). */
export function JoinCommunity() {
  const kept = useKept<Form>('community', emptyForm());
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [tried, setTried] = useState(0);
  const [state, setState] = useState<JoinState>('filling');
  const show = (found: readonly Problem[]): void => {
    setProblems(found);
    setTried((before) => before + 1);
  };
  async function send(): Promise<void> {
    if (state === 'sending') return;
    const { profile, consents, ask, asks } = kept.value;
    const found = joinProblems(kept.value);
    if (found.length > 0) return show(found);
    setProblems([]);
    setState('sending');
    const body: Join = { profile, consents, ask: asks ? ask : null, language: language() };
    const answer = await request<JoinAnswer>('POST', '/community/members', body);
    if (answer.ok) {
      kept.forget();
      return setState(answer.value.mailed ? 'sent' : 'unsent');
    }
    const { code, details } = answer.refusal;
    if (code === 'bad-request' && details?.problem !== undefined) {
      setState('filling');
      return show([{ field: String(details.field), code: String(details.problem) as ProblemCode }]);
    }
    setState(code === 'too-many-requests' ? 'many' : 'silent');
  }
  return <JoinCommunityView {...{ form: kept.value, problems, tried, state }} change={kept.change} onSend={send} />;
}

/** What is wrong with the form, in its order. */
export function joinProblems({ profile, consents, ask, asks }: Form): readonly Problem[] {
  return [
    ...profileProblems(profile),
    ...(asks ? askProblems(ask) : []),
    ...(consents.member ? [] : [{ field: 'consents.member', code: 'needed' } as const]),
  ];
}

interface ViewProps {
  readonly form: Form;
  readonly problems: readonly Problem[];
  readonly tried: number;
  readonly state: JoinState;
  readonly change: (part: Partial<Form>) => void;
  readonly onSend: () => Promise<void>;
}

export function JoinCommunityView({ form, problems, tried, state, change, onSend }: ViewProps) {
  useTitle(t(problems.length > 0 ? 'community.title.error' : 'community.title'));
  if (state === 'sent')
    return (
      <Words
        state="sent"
        title={t('community.sent.title')}
        words={t('community.sent.words', { email: form.profile.email.trim() })}
      />
    );
  // no mail goes out
  if (state === 'unsent')
    return <Words state="sent" title={t('community.unsent.title')} words={t('community.unsent.words')} />;
  const { profile, consents, ask, asks } = form;
  return (
    <Frame state="join">
      <Heading>{t('community.title')}</Heading>
      <ErrorSummary problems={problems} tried={tried} />
      <Whose />
      <p>{t('community.intro')}</p>
      <ol class="c-steps">
        <li>{t('community.intro.ask')}</li>
        <li>{t('community.intro.match')}</li>
        <li>{t('community.intro.yes')}</li>
      </ol>
      <form
        class="f-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void onSend();
        }}
      >
        <ProfileFields
          profile={profile}
          change={(part) => change({ profile: { ...profile, ...part } })}
          problems={problems}
          fresh
        />
        <Part title={t('community.ask')}>
          <label class="f-check">
            <input type="checkbox" checked={asks} onChange={(event) => change({ asks: event.currentTarget.checked })} />
            <span>{t('community.ask.now')}</span>
          </label>
          {asks ? (
            <AskFields ask={ask} change={(part) => change({ ask: { ...ask, ...part } })} problems={problems} />
          ) : null}
        </Part>
        <ConsentFields
          consents={consents}
          change={(given: CommunityConsents) => change({ consents: given })}
          problems={problems}
        />
        {state === 'silent' || state === 'many' ? (
          <div role="alert">
            <StatusStrip tone="warn" icon={state === 'many' ? 'clock' : 'wifi-off'}>
              {t(`community.${state}`)}
            </StatusStrip>
          </div>
        ) : null}
        <div class="f-buttons">
          <button type="submit" class="f-main" aria-disabled={state === 'sending'}>
            {t(state === 'sending' ? 'community.sending' : 'community.send')}
          </button>
        </div>
      </form>
      <p>
        <a class="f-way" href="/community/link">
          {t('community.known')}
        </a>
      </p>
    </Frame>
  );
}
