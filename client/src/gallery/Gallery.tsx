import './gallery.css';
import { milliseconds } from '@lapwing/shared/kernel/time';
import { eveningLine } from '@lapwing/shared/live/evening-line';
import type { ComponentChildren } from 'preact';
import { Countdown } from '../kit/Countdown.tsx';
import { FloorMap } from '../kit/FloorMap.tsx';
import { Icon, type IconName } from '../kit/Icon.tsx';
import { ICON_PATHS } from '../kit/icon-paths.ts';
import { JoinBlock } from '../kit/JoinBlock.tsx';
import { Plate } from '../kit/Plate.tsx';
import { RoundLine } from '../kit/RoundLine.tsx';
import { SignCard } from '../kit/SignCard.tsx';
import { StatusStrip } from '../kit/StatusStrip.tsx';
import { at, hall, momentWith, STARTS_AT, TIME_ZONE, tables, talk } from './fixtures.ts';
import { t } from './words.ts';

const PLATES = [...Array.from({ length: 56 }, (_, index) => index + 1), 107, 888];

/** All components on one page, and every state of the screens on a page of its own. */
export function Gallery({
  display,
  phone,
  join,
  answer,
  community,
  checkIn,
  organiser,
}: Readonly<Record<'display' | 'phone' | 'join' | 'answer' | 'community' | 'checkIn' | 'organiser', string[]>>) {
  const now = at(27, 18);
  const line = eveningLine(momentWith(talk(3), 3), now, STARTS_AT);
  const { joinUrl, code, eventName } = hall();
  return (
    <main class="gallery">
      <h1>{t('gallery.title')}</h1>
      <p>{t('gallery.intro')}</p>
      <Part title={t('gallery.plates')}>
        <SignCard class="gallery-row">
          {PLATES.map((number) => (
            <Plate key={number} number={number} name={String(number)} size="64px" />
          ))}
        </SignCard>
        <div class="gallery-row">
          {PLATES.slice(0, 16).map((number) => (
            <Plate key={number} number={number} name={String(number)} size="64px" outlined />
          ))}
        </div>
      </Part>
      <Part title={t('gallery.icons')}>
        <div class="gallery-row">
          {(Object.keys(ICON_PATHS) as IconName[]).map((name) => (
            <span class="gallery-icon" key={name}>
              <Icon name={name} />
              {name}
            </span>
          ))}
        </div>
      </Part>
      <Part title={t('gallery.parts')}>
        <SignCard class="gallery-card">
          <p class="gallery-count">
            <Countdown left={milliseconds(402_000)} />
          </p>
          <p class="gallery-count">
            <Countdown left={milliseconds(402_000)} running={false} />
          </p>
          <RoundLine line={line} now={now} timeZone={TIME_ZONE} />
        </SignCard>
        {(['plain', 'ok', 'warn', 'bad'] as const).map((tone) => (
          <StatusStrip key={tone} tone={tone}>
            {t('gallery.strip')}
          </StatusStrip>
        ))}
      </Part>
      <Part title={t('gallery.join')}>
        <SignCard class="gallery-card gallery-join">
          <JoinBlock joinUrl={joinUrl} code={code} title={eventName} />
        </SignCard>
      </Part>
      <Part title={t('gallery.floor')}>
        <SignCard class="gallery-card">
          <FloorMap tables={tables(12)} plate="72px" />
        </SignCard>
      </Part>
      <States title={t('gallery.display')} states={display} />
      <States title={t('gallery.phone')} states={phone} />
      <States title={t('gallery.public')} states={join} />
      <States title={t('gallery.answer')} states={answer} />
      <States title={t('gallery.community')} states={community} />
      <States title={t('gallery.check-in')} states={checkIn} />
      <States title={t('gallery.console')} states={organiser} />
    </main>
  );
}

const Part = ({ title, children }: { title: string; children: ComponentChildren }) => (
  <section>
    <h2>{title}</h2>
    {children}
  </section>
);

const States = ({ title, states }: { title: string; states: string[] }) => (
  <Part title={title}>
    <ul class="gallery-row">
      {states.map((state) => (
        <li key={state}>
          <a href={`?only=${state}`}>{state}</a>
        </li>
      ))}
    </ul>
  </Part>
);
