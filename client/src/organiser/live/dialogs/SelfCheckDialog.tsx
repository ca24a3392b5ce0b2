import { linkReach } from '@lapwing/shared/event/link-reach';
import type { OutboxView } from '@lapwing/shared/protocol/outbox-api';
import { useEffect, useState } from 'preact/hooks';
import { Icon, type IconName } from '../../../kit/Icon.tsx';
import { deviceTime } from '../../../kit/server-clock.ts';
import { outboxApi } from '../../outbox/outbox-api.ts';
import { toPrint } from '../../paper/to-print.ts';
import { sectionHash } from '../../place.ts';
import { Dialog } from '../../shell/Dialog.tsx';
import { say, t } from '../../words.ts';
import type { DeskProps } from '../LiveDialogs.tsx';
import { type CheckRow, selfCheck } from '../self-check.ts';
import { useAwake } from '../use-awake.ts';

const ICONS: Readonly<Record<CheckRow['kind'], IconName>> = {
  ...{
    screens: 'display',
    sound: 'sound',
    clock: 'clock',
    links: 'phone',
    mail: 'mail',
    paper: 'print',
    power: 'blank',
  },
};

/** Before doors: everything that has to work tonight, looked at in one go, with the remedy beside what does not. */
export function SelfCheckDialog({ store, event, open, onClose }: DeskProps) {
  const [outbox, setOutbox] = useState<OutboxView | null>(null);
  const awake = useAwake();
  useEffect(() => {
    void outboxApi(store.id)
      .view(null, '')
      .then((answer) => {
        if (answer.ok) setOutbox(answer.value);
      });
  }, [store.id]);
  const { live, paper } = store;
  const now = live.now.value;
  const rows = selfCheck({
    ...{ displays: live.staff.value?.displays ?? [], outbox, paper: paper.value, awake },
    clockAhead: now === null ? null : now - deviceTime(),
    reach: linkReach(new URL(event.links.join).origin),
    planVersion: live.moment.value?.planVersion ?? 0,
  });
  const toDo = rows.filter(({ state }) => state !== 'ok').length;
  const remedies: Partial<Record<CheckRow['kind'], () => void>> = {
    screens: () => open({ kind: 'displays' }),
    sound: () => open({ kind: 'displays' }),
    paper: () => toPrint(store.id, null),
    mail: () => {
      location.hash = sectionHash(store.id, 'outbox');
    },
    links: () => {
      location.hash = sectionHash(store.id, 'set-up');
    },
  };
  return (
    <Dialog title={t('check.heading')} onClose={onClose} wide>
      <p role="status">{t('check.open', { count: toDo })}</p>
      <ul class="self-check">
        {rows.map(({ kind, state, words }) => {
          const remedy = state === 'ok' ? undefined : remedies[kind];
          return (
            <li key={kind} data-state={state}>
              <Icon name={ICONS[kind]} />
              <span class="self-check-words">
                <b>{t(`check.${kind}.name`)}</b> {say(words)}
              </span>
              {remedy ? (
                <button
                  type="button"
                  onClick={remedy}
                  aria-label={t('check.go.label', { what: t(`check.${kind}.name`) })}
                >
                  {t('check.go')}
                </button>
              ) : null}
              <span class={state === 'ok' ? 'tag ok' : 'tag warn'}>
                <Icon name={state === 'ok' ? 'check' : 'warn'} /> {t(`check.state.${state}`)}
              </span>
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}
