import { BADGE_FORMATS, CARD_FORMATS } from '@lapwing/shared/paper/formats';
import { oldPaper } from '@lapwing/shared/paper/old-paper';
import { type PrintedSheet, SHEETS, type Sheet } from '@lapwing/shared/paper/sheets';
import { clockText } from '../../kit/figures.ts';
import { Icon } from '../../kit/Icon.tsx';
import { badgesOld } from '../live/need-sentences.ts';
import { printHash } from '../place.ts';
import { say, t } from '../words.ts';
import type { BarProps } from './PrintBar.tsx';
import type { Which } from './pieces.ts';

/** The sheets there are, each with what it is for, its pages, and what lies in the room of it. */
export function SheetChoice(bar: BarProps) {
  const { store, sheets, paper } = bar;
  const old = oldPaper(store.paper.value, paper.planVersion, paper);
  const choose = (sheet: Sheet, on: boolean): void => {
    const next = SHEETS.filter((one) => (one === sheet ? on : sheets.includes(one)));
    // a choice is a place to come back to, but not a step of its own in the way back
    location.replace(printHash(store.id, next));
  };
  return (
    <fieldset class="print-choice">
      <legend>{t('print.choice')}</legend>
      {SHEETS.map((sheet) => {
        const isChosen = sheets.includes(sheet);
        const printed = store.paper.value.sheets.find((one) => one.sheet === sheet);
        const isOld = old.sheets.some((one) => one.sheet === sheet) || (sheet === 'badges' && old.badges.length > 0);
        return (
          <div key={sheet} class={isChosen ? 'print-sheet chosen' : 'print-sheet'}>
            <label>
              <input
                type="checkbox"
                checked={isChosen}
                aria-labelledby={`print-${sheet}`}
                aria-describedby={`print-${sheet}-more`}
                onChange={(event) => choose(sheet, event.currentTarget.checked)}
              />
              <span id={`print-${sheet}-more`}>
                <b id={`print-${sheet}`}>{t(`print.sheet.${sheet}`)}</b>
                <span class="print-what">{t(`print.what.${sheet}`)}</span>
                <State printed={printed} isOld={isOld} timeZone={paper.settings.timeZone} />
                {sheet === 'badges' && old.badges.length > 0 ? (
                  <span class="old">{`${say(badgesOld(old.badges))}.`}</span>
                ) : null}
              </span>
            </label>
            <Pages {...bar} sheet={sheet} />
            {isChosen && sheet === 'cards' ? <Options {...bar} sheet={sheet} formats={CARD_FORMATS} /> : null}
            {isChosen && sheet === 'badges' ? <Options {...bar} sheet={sheet} formats={BADGE_FORMATS} /> : null}
          </div>
        );
      })}
    </fieldset>
  );
}

function State({ printed, isOld, timeZone }: { printed: PrintedSheet | undefined; isOld: boolean; timeZone: string }) {
  if (!printed) return <span class="print-state">{t('print.state.none')}</span>;
  const { planVersion: version, at, by } = printed;
  return (
    <span class={isOld ? 'print-state old' : 'print-state'}>
      <Icon name={isOld ? 'warn' : 'check'} size="1.1em" />{' '}
      {t('print.state', { version, at: clockText(at, timeZone), by })}
    </span>
  );
}

function Pages({ jobs, sheet }: Pick<BarProps, 'jobs'> & { sheet: Sheet }) {
  const pages = jobs.find((job) => job.sheet === sheet)?.pages ?? 0;
  return <span class="print-count k-num">{t('print.count', { pages })}</span>;
}

interface OptionsProps extends BarProps {
  readonly sheet: 'cards' | 'badges';
  readonly formats: typeof CARD_FORMATS | typeof BADGE_FORMATS;
}

/** On which paper, and whether all of them. */
function Options({ sheet, formats, options, onOptions, pieces, which, onWhich }: OptionsProps) {
  const [all, fresh] =
    sheet === 'cards' ? [pieces.cards.length, pieces.newCards.length] : [pieces.badges.length, pieces.newBadges.length];
  const choices: readonly Which[] = ['all', 'new'];
  return (
    <div class="print-options">
      <fieldset class="choice">
        <legend>{t('print.paper')}</legend>
        {formats.map((format) => (
          <label key={format}>
            <input
              type="radio"
              name={`format-${sheet}`}
              checked={options[sheet] === format}
              onChange={() => onOptions({ [sheet]: format })}
            />
            <span>{t(`print.format.${format}`)}</span>
          </label>
        ))}
      </fieldset>
      {fresh === all || fresh === 0 ? null : (
        <fieldset class="choice">
          <legend>{t('print.which')}</legend>
          {choices.map((one) => (
            <label key={one}>
              <input
                type="radio"
                name={`which-${sheet}`}
                checked={which[sheet] === one}
                onChange={() => onWhich({ [sheet]: one })}
              />
              <span>{t(`print.which.${one}`, { count: one === 'all' ? all : fresh })}</span>
            </label>
          ))}
        </fieldset>
      )}
    </div>
  );
}
