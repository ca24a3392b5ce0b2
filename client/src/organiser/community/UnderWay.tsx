import type { MailAct } from '@lapwing/shared/event/mail-acts';
import type { RefusalCode } from '@lapwing/shared/kernel/refusal';
import type { CommunityView, MissedMail } from '@lapwing/shared/protocol/community-api';
import type { SlackAct } from '@lapwing/shared/slack/slack-acts';
import { useState } from 'preact/hooks';
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
  const [refusal, setRefusal] = useState<RefusalCode | 'no-answer' | null>(null);
  if (missed.length === 0) return <RefusalNote code={refusal} />;
  const settle = async (id: string, act: MailAct): Promise<void> => {
    const answer = await communityApi.settleMail(id, act);
    setRefusal(answer.ok ? null : answer.refusal.code);
    if (answer.ok) take(answer.value);
  };
  return (
    <section aria-labelledby="missed-title">
      <h2 id="missed-title">{t('community.missed', { count: missed.length })}</h2>
      <RefusalNote code={refusal} />
      <ul class="team-list">
        {missed.map(({ id, to, subject, state, reason, at }) => (
          <li class="team-row" key={id}>
            <span class="who">
              <b translate={false}>{to}</b>
              <span class="quiet">
                {subject} · {dayText(at)}
              </span>
              <span class="tag warn">
                <Icon name="warn" size="1.1em" />{' '}
                {state === 'unsure' ? t('community.missed.unsure') : <span translate={false}>{reason}</span>}
              </span>
            </span>
            <span class="button-row">
              {ACTS[state].map((act) => (
                <button key={act} type="button" onClick={() => void settle(id, act)}>
                  {t(`community.missed.${act}`)}{' '}
                  <span class="k-unseen" translate={false}>
                    {to}
                  </span>
                </button>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What can be done with one of which nobody knows whether it is in Slack, the likeliest first. */
const SLACK: readonly SlackAct[] = ['arrived', 'again', 'by-mail'];

function InSlack({ inSlack, take }: Pick<CommunityView, 'inSlack'> & Pick<UnderWayProps, 'take'>) {
  const [refusal, setRefusal] = useState<RefusalCode | 'no-answer' | null>(null);
  if (inSlack.length === 0) return <RefusalNote code={refusal} />;
  const settle = async (id: string, act: SlackAct): Promise<void> => {
    const answer = await communityApi.settleInSlack(id, act);
    setRefusal(answer.ok ? null : answer.refusal.code);
    if (answer.ok) take(answer.value);
  };
  return (
    <section aria-labelledby="in-slack-title">
      <h2 id="in-slack-title">{t('community.in-slack', { count: inSlack.length })}</h2>
      <RefusalNote code={refusal} />
      <ul class="team-list">
        {inSlack.map(({ id, asker, mentor, reason, at }) => (
          <li class="team-row" key={id}>
            <span class="who">
              <b translate={false}>{t('community.in-slack.two', { asker, mentor })}</b>
              <span class="quiet">{dayText(at)}</span>
              <span class="tag warn">
                <Icon name="warn" size="1.1em" /> {t('community.in-slack.unsure', { reason })}
              </span>
            </span>
            <span class="button-row">
              {SLACK.map((act) => (
                <button key={act} type="button" onClick={() => void settle(id, act)}>
                  {t(`slack.act.${act}`)}{' '}
                  <span class="k-unseen" translate={false}>
                    {t('community.in-slack.two', { asker, mentor })}
                  </span>
                </button>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

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
