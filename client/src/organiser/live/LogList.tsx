import type { LogEntry } from '@lapwing/shared/protocol/api';
import { useState } from 'preact/hooks';
import { clockText } from '../../kit/figures.ts';
import { Name } from '../../kit/Name.tsx';
import { say, t } from '../words.ts';
import type { Names } from './change-sentence.ts';
import type { LiveControl } from './live-control.ts';
import { logSentence } from './log-sentence.ts';
import { undoSentence, undoTarget } from './undo-sentence.ts';

const FIRST = 8;

interface Props {
  readonly log: readonly LogEntry[];
  readonly names: Names;
  readonly timeZone: string;
  readonly control: LiveControl;
}

/** What was pressed, by whom, and what the clock did; newest first. The step that can be taken back has a button for it. */
export function LogList({ log, names, timeZone, control }: Props) {
  const target = undoTarget(log);
  const [all, setAll] = useState(false);
  return (
    <section class="log" aria-labelledby="log-heading">
      <h2 id="log-heading">{t('log.heading')}</h2>
      {log.length === 0 ? <p class="quiet">{t('log.empty')}</p> : null}
      <ol>
        {(all ? log : log.slice(0, FIRST)).map((entry) => (
          <li key={entry.version} class={entry.undone ? 'undone' : ''}>
            <time>{clockText(entry.at, timeZone)}</time>
            <span class="log-what">
              {say(logSentence(entry, names))}
              {entry.undone ? <em> {t('log.undone')}</em> : null}
            </span>
            <span class="quiet">{entry.command.kind === 'timeUp' ? t('log.clock') : <Name of={entry.by} />}</span>
            {entry === target ? (
              <button
                type="button"
                class="text"
                aria-label={say(undoSentence(target, names))}
                aria-disabled={!control.can('undo')}
                onClick={() => control.act('undo')}
              >
                {t('undo.plain')}
              </button>
            ) : null}
          </li>
        ))}
      </ol>
      {log.filter(({ undoable }) => undoable).length > 1 ? <p class="quiet">{t('log.undo.order')}</p> : null}
      {log.length > FIRST ? (
        <button type="button" class="text" onClick={() => setAll(!all)}>
          {t(all ? 'log.fewer' : 'log.all', { count: log.length })}
        </button>
      ) : null}
    </section>
  );
}
