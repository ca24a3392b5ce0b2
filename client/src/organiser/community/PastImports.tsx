import { type PastImport, WHY_STAYS } from '@lapwing/shared/protocol/community-api';
import { useState } from 'preact/hooks';
import { Icon } from '../../kit/Icon.tsx';
import { Sure } from '../../kit/Sure.tsx';
import { isolated } from '../../kit/words.ts';
import { RefusalNote } from '../shell/Note.tsx';
import { t } from '../words.ts';
import { dateText } from './day-text.ts';
import type { PastImports as Past, Why } from './use-past-imports.ts';

/** What was imported until now, and the way back from each (C17). */
export const PastImports = ({ past }: { readonly past: Past }) => (
  <section aria-labelledby="past-imports-title">
    <h2 id="past-imports-title">{t('community.past')}</h2>
    <RefusalNote code={past.silent} />
    {past.imports === null ? null : past.imports.length === 0 ? (
      <p class="note quiet">{t('community.past.none')}</p>
    ) : (
      <ul class="team-list">
        {past.imports.map((one) => (
          <Import key={one.id} one={one} past={past} />
        ))}
      </ul>
    )}
  </section>
);

const fileOf = ({ fileName, kind }: PastImport): string =>
  fileName === '' ? t(`community.import.${kind}`) : isolated(fileName);

function Import({ one, past }: { readonly one: PastImport; readonly past: Past }) {
  const { kind, at, by, fileName, rows, added, changed, same, undoneAt, asked } = one;
  const facts = [
    ...(fileName === '' ? [] : [t(`community.import.${kind}`)]),
    dateText(at),
    ...(by === '' ? [] : [t('community.past.by', { name: isolated(by) })]),
  ];
  return (
    <li class="team-row">
      <div class="who">
        <b translate={false}>{fileOf(one)}</b>
        <span class="quiet">{facts.join(' · ')}</span>
        <span class="quiet">{t('community.import.found', { rows, added, changed, same })}</span>
        {asked === 0 ? null : <span class="quiet">{t('community.past.asked', { count: asked })}</span>}
        {undoneAt === null ? null : <span class="tag">{t('community.past.undone', { day: dateText(undoneAt) })}</span>}
      </div>
      <Acts one={one} past={past} />
    </li>
  );
}

const SURE_LOOK = { row: 'button-row', no: '', yes: 'primary' } as const;

/** Undo, asked once more with what it would do; and asking whoever has agreed to nothing yet. */
function Acts({ one, past }: { readonly one: PastImport; readonly past: Past }) {
  const { id, undo, undoneAt, toAsk } = one;
  const [sure, setSure] = useState(false);
  const [sending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<Why>(null);
  const [told, setTold] = useState<number | null>(null);
  const takeBack = async (): Promise<void> => {
    setSending(true);
    setRefusal(await past.undo(id));
    setSending(false);
    setSure(false);
  };
  const ask = async (): Promise<void> => {
    if (sending) return;
    setSending(true);
    const answer = await past.ask(id);
    setSending(false);
    setRefusal('refusal' in answer ? answer.refusal : null);
    if ('asked' in answer) setTold(answer.asked);
  };
  const canUndo = undo.removes + undo.restores > 0;
  const ofWhich = <span class="k-unseen">{fileOf(one)}</span>;
  if (sure)
    return (
      <Sure
        question={t('community.past.sure', { name: fileOf(one) })}
        no={t('dialog.cancel')}
        yes={t('community.past.yes')}
        sending={sending}
        onNo={() => setSure(false)}
        onYes={takeBack}
        look={SURE_LOOK}
      >
        <WhatFollows one={one} />
      </Sure>
    );
  return (
    <div class="past-acts">
      <RefusalNote code={refusal} />
      {canUndo ? null : <WhatFollows one={one} />}
      <p role="status">{told === null ? '' : t('community.import.asked', { count: told })}</p>
      <span class="button-row">
        {toAsk === 0 ? null : (
          <button type="button" onClick={() => void ask()}>
            <Icon name="mail" /> {t('community.import.ask', { count: toAsk })} {ofWhich}
          </button>
        )}
        {canUndo ? (
          <button type="button" onClick={() => setSure(true)}>
            <Icon name="undo" /> {t(undoneAt === null ? 'undo.plain' : 'community.past.rest')} {ofWhich}
          </button>
        ) : null}
      </span>
    </div>
  );
}

/** What Undo takes back, and what stays with the reason. */
function WhatFollows({ one: { kind, undo, undoneAt } }: { readonly one: PastImport }) {
  const stays = WHY_STAYS.flatMap((why) => {
    const count = undo.stays[why] ?? 0;
    return count === 0 ? [] : [t(`community.past.stays.${why}`, { count })];
  });
  const nothing = undo.removes + undo.restores === 0 && undoneAt === null;
  return (
    <ul class="past-follows">
      {nothing ? <li>{t('community.past.nothing')}</li> : null}
      {undo.removes === 0 ? null : <li>{t(`community.past.removes.${kind}`, { count: undo.removes })}</li>}
      {undo.restores === 0 ? null : <li>{t('community.past.restores', { count: undo.restores })}</li>}
      {stays.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
