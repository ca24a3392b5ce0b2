import type { MailAct } from '@lapwing/shared/event/mail-acts';
import type { RefusalCode } from '@lapwing/shared/kernel/refusal';
import type { CommunityView, MissedMail } from '@lapwing/shared/protocol/community-api';
import type { SlackAct } from '@lapwing/shared/slack/slack-acts';
import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { Icon } from '../../kit/Icon.tsx';
import { RefusalNote } from '../shell/Note.tsx';
import { TableBox } from '../shell/TableBox.tsx';
import { t } from '../words.ts';
import { communityApi } from './community-api.ts';
import { dayText } from './day-text.ts';
import { Who } from './Queue.tsx';

interface UnderWayProps {
  readonly view: CommunityView;
  readonly take: (view: CommunityView) => void;
}

/** What was asked, made and ended in the last weeks, and what the clock does next; first, what did not arrive. */
export const UnderWay = ({ view, take }: UnderWayProps) => (
  <>
    <Missed missed={view.missed} take={take} />
    <InSlack inSlack={view.inSlack} take={take} />
    <Lives underWay={view.underWay} />
  </>
);

const ACTS: Readonly<Record<MissedMail['state'], readonly Exclude<MailAct, 'open'>[]>> = {
  refused: ['again', 'stop'],
  unsure: ['again', 'arrived'],
};

function Missed({ missed, take }: { readonly missed: readonly MissedMail[]; readonly take: UnderWayProps['take'] }) {
  const { refusal, settle } = useSettling(take, communityApi.settleMail);
  return (
    <ToSettle heading={t('community.missed', { count: missed.length })} refusal={refusal}>
      {missed.map(({ id, to, subject, state, reason, at }) => (
        <Doubt
          key={id}
          of={to}
          facts={[subject, dayText(at)]}
          why={state === 'unsure' ? t('community.missed.unsure') : <span translate={false}>{reason}</span>}
          acts={ACTS[state].map((act) => ({ act, word: t(`community.missed.${act}`) }))}
          onAct={(act) => settle(id, act)}
        />
      ))}
    </ToSettle>
  );
}

/** What can be done with one of which nobody knows whether it is in Slack, the likeliest first. */
const SLACK: readonly SlackAct[] = ['arrived', 'again', 'by-mail'];

function InSlack({ inSlack, take }: Pick<CommunityView, 'inSlack'> & Pick<UnderWayProps, 'take'>) {
  const { refusal, settle } = useSettling(take, communityApi.settleInSlack);
  return (
    <ToSettle heading={t('community.in-slack', { count: inSlack.length })} refusal={refusal}>
      {inSlack.map(({ id, asker, mentor, reason, at }) => (
        <Doubt
          key={id}
          of={t('community.in-slack.two', { asker, mentor })}
          facts={[dayText(at)]}
          why={t('community.in-slack.unsure', { reason })}
          acts={SLACK.map((act) => ({ act, word: t(`slack.act.${act}`) }))}
          onAct={(act) => settle(id, act)}
        />
      ))}
    </ToSettle>
  );
}

type Settle<Act> = (id: string, act: Act) => ReturnType<typeof communityApi.settleMail>;

/** Does one act, and shows what stands then, or why it was refused. */
function useSettling<Act>(take: UnderWayProps['take'], ask: Settle<Act>) {
  const [refusal, setRefusal] = useState<RefusalCode | 'no-answer' | null>(null);
  const settle = async (id: string, act: Act): Promise<void> => {
    const answer = await ask(id, act);
    setRefusal(answer.ok ? null : answer.refusal.code);
    if (answer.ok) take(answer.value);
  };
  return { refusal, settle };
}

interface ToSettleProps {
  readonly heading: string;
  readonly refusal: RefusalCode | 'no-answer' | null;
  readonly children: ComponentChildren[];
}

/** What somebody has to decide about; without any, nothing but why the last act was refused. */
function ToSettle({ heading, refusal, children }: ToSettleProps) {
  const id = useId();
  if (children.length === 0) return <RefusalNote code={refusal} />;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      <RefusalNote code={refusal} />
      <ul class="team-list">{children}</ul>
    </section>
  );
}

interface DoubtProps<Act extends string> {
  /** Whom it is about. */
  readonly of: string;
  readonly facts: readonly string[];
  readonly why: ComponentChildren;
  readonly acts: readonly { readonly act: Act; readonly word: string }[];
  readonly onAct: (act: Act) => Promise<void>;
}

const Doubt = <Act extends string>({ of, facts, why, acts, onAct }: DoubtProps<Act>) => (
  <li class="team-row">
    <span class="who">
      <b translate={false}>{of}</b>
      <span class="quiet">{facts.join(' · ')}</span>
      <span class="tag warn">
        <Icon name="warn" size="1.1em" /> {why}
      </span>
    </span>
    <span class="button-row">
      {acts.map(({ act, word }) => (
        <button key={act} type="button" onClick={() => void onAct(act)}>
          {word}{' '}
          <span class="k-unseen" translate={false}>
            {of}
          </span>
        </button>
      ))}
    </span>
  </li>
);

function Lives({ underWay }: Pick<CommunityView, 'underWay'>) {
  if (underWay.length === 0) return <p class="note quiet">{t('community.under-way.none')}</p>;
  return (
    <TableBox
      label={t('community.under-way')}
      columns={[t('community.asker'), t('community.mentor'), t('community.phase'), t('community.next')]}
    >
      {underWay.map(({ asker, mentor, phase, since, nextAt }) => (
        <tr key={`${asker.id} ${mentor.id}`}>
          <td>
            <Who person={asker} />
          </td>
          <td>
            <Who person={mentor} />
          </td>
          <td>{t(`community.phase.${phase}`, { day: dayText(since) })}</td>
          <td>{nextAt === null ? '' : dayText(nextAt)}</td>
        </tr>
      ))}
    </TableBox>
  );
}
