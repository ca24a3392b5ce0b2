import type { Instant } from '@lapwing/shared/kernel/time';
import type { EventDetail } from '@lapwing/shared/protocol/api';
import { clockText } from '../../kit/figures.ts';
import { phonesWaiting } from '../check-in/WaitingPhones.tsx';
import type { EventStore } from '../event-store.ts';
import { KeyCap } from '../shell/KeyCap.tsx';
import { listText, say, t } from '../words.ts';
import type { LiveControl } from './live-control.ts';
import { NeedActions } from './NeedActions.tsx';
import { namesOf } from './names.ts';
import { needWords } from './need-sentences.ts';
import { type Need, needsOf } from './needs.ts';
import type { Open } from './open-dialog.ts';
import { useBelow } from './use-below.ts';

/** Cards with a key of their own. */
const KEYED = 9;

export interface NeedProps {
  readonly store: EventStore;
  readonly control: LiveControl;
  readonly event: EventDetail;
  readonly open: Open;
}

/** What waits for a decision now, as this page knows it. */
export function needsNow({ store, event }: Pick<NeedProps, 'store' | 'event'>): Need[] {
  const { live } = store;
  const moment = live.moment.value;
  const now = live.now.value;
  if (moment === null || now === null) return [];
  return needsOf({
    ...{ moment, now, settings: event.settings, tables: event.tables },
    ...{ people: store.people.value ?? [], plan: store.followed.value },
    ...{ firstNamesOnly: event.under18, join: event.links.join },
    ...{
      calls: store.calls.value,
      blocked: store.company.value.blocked,
      staff: live.staff.value,
      paper: store.paper.value,
      places: store.invitation.value?.places ?? null,
      aside: store.aside.value,
    },
  });
}

/** Decisions, oldest first, each with its consequence before the button. */
export function NeedsYou({ store, control, event, open }: NeedProps) {
  const needs = needsNow({ store, event });
  const phones = phonesWaiting(store).length;
  const { list, below } = useBelow(needs.map(({ id }) => id).join());
  const names = namesOf(store);
  const nameOf = (id: Parameters<typeof store.byId.value.get>[0]): string => store.byId.value.get(id)?.name ?? '';
  const clock = (at: Instant): string => clockText(at, event.settings.timeZone);
  return (
    <section class="needs" aria-labelledby="needs-heading">
      <h2 id="needs-heading">
        {t('needs.heading')} {needs.length === 0 ? null : <span class="needs-count">{needs.length}</span>}
      </h2>
      {needs.length === 0 ? <p class="quiet">{t(phones > 0 ? 'needs.only-desk' : 'needs.none')}</p> : null}
      <ol class="need-list" ref={list}>
        {needs.map((need, index) => {
          const { title, text } = needWords(need, names, (ids) => listText(ids.map(nameOf)), clock);
          return (
            <li key={need.id} class="need" data-need={index + 1}>
              <div class="need-head">
                <h3>{say(title)}</h3>
                {index < KEYED ? <KeyCap name={String(index + 1)} /> : null}
              </div>
              {text.length === 0 ? null : <p>{text.map((one) => `${say(one)}.`).join(' ')}</p>}
              <NeedActions {...{ store, control, need, clock, open }} />
            </li>
          );
        })}
      </ol>
      {below === 0 ? null : (
        <button type="button" class="text needs-more" onClick={() => openNeed(needs.length - below + 1)}>
          {t('needs.below', { count: below })}
        </button>
      )}
    </section>
  );
}

/** The key of a card puts the focus on its first button: Enter then takes it. */
export function openNeed(number: number): void {
  const card = document.querySelector<HTMLElement>(`[data-need="${number}"]`);
  card?.scrollIntoView({ block: 'nearest' });
  card?.querySelector<HTMLElement>('button')?.focus();
}
