import type { Instant } from '@lapwing/shared/kernel/time';
import { type RunStep, runSheet } from '@lapwing/shared/paper/run-sheet';
import { clockText } from '../../kit/figures.ts';
import { listText, say, t } from '../words.ts';
import { PaperMap } from './PaperMap.tsx';
import { PaperPage } from './PaperPage.tsx';
import type { PaperNow } from './paper-of.ts';
import { stepWords } from './step-words.ts';

/** With no more steps than these they may be written larger; with more than those they stand closer. */
const ROOMY = 16;
const TIGHT = 20;

const WITHOUT_NETWORK = ['go-on', 'lists', 'time', 'late', 'back'] as const;
const EACH_ROUND = ['minute', 'over', 'seated'] as const;
const WHO = ['time', 'desk', 'venue', 'aid'] as const;

/** The evening on one page: when, what, what to say, and what to do when the network dies. */
export function RunSheetPage({ paper }: { paper: PaperNow }) {
  const { steps, tables, closed } = runSheet(paper);
  const title = <h2>{t('print.sheet.run')}</h2>;
  return (
    <PaperPage {...{ paper, title, sheet: 'run', page: 1, pages: 1 }}>
      <Steps paper={paper} steps={steps} />
      <div class="paper-boxes">
        <div>
          <section class="paper-box strong">
            <h3>{t('print.lost')}</h3>
            <ol>
              {WITHOUT_NETWORK.map((one) => (
                <li key={one}>{t(`print.lost.${one}`)}</li>
              ))}
            </ol>
          </section>
          <section class="paper-box">
            <h3>{t('print.each')}</h3>
            <ul>
              {EACH_ROUND.map((one) => (
                <li key={one}>{t(`print.each.${one}`)}</li>
              ))}
            </ul>
          </section>
        </div>
        <div>
          <section class="paper-box">
            <h3>{t('print.map')}</h3>
            <PaperMap tables={tables} landmarks={paper.landmarks} />
            {closed.length > 0 ? <p>{t('print.closed', { numbers: listText(closed), count: closed.length })}</p> : null}
          </section>
          <section class="paper-box who">
            <h3>{t('print.who')}</h3>
            <ul>
              {WHO.map((one) => (
                <li key={one}>{t(`print.who.${one}`)}</li>
              ))}
            </ul>
          </section>
        </div>
      </div>
    </PaperPage>
  );
}

function Steps({ paper, steps }: { paper: PaperNow; steps: readonly RunStep[] }) {
  const clock = (at: Instant | null): string => (at === null ? '' : clockText(at, paper.settings.timeZone));
  return (
    <table class={steps.length > TIGHT ? 'tight' : steps.length > ROOMY ? '' : 'roomy'}>
      <thead>
        <tr>
          <th scope="col">{t('print.step.move')}</th>
          <th scope="col">{t('print.step.from')}</th>
          <th scope="col">{t('print.step.to')}</th>
          <th scope="col">{t('print.step.what')}</th>
          <th scope="col">{t('print.step.say')}</th>
        </tr>
      </thead>
      <tbody>
        {steps.map((step) => {
          const { what, words } = stepWords(step, paper.settings, clock);
          return (
            <tr key={JSON.stringify(step)}>
              <td>{clock('movesAt' in step ? step.movesAt : null)}</td>
              <td>{clock('at' in step ? step.at : null)}</td>
              <td>{clock('until' in step ? step.until : null)}</td>
              <th scope="row">{say(what)}</th>
              <td>{say(words)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
