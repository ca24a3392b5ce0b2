import { Icon } from '../../kit/Icon.tsx';
import { say, t } from '../words.ts';
import type { Price } from './price.ts';
import { type Names, overallText, type PriceLine, priceLines } from './price-sentences.ts';

const ICONS = { bad: 'cross', worse: 'minus', better: 'plus' } as const;

/** What a change costs and brings, line by line, and what becomes of the plan as a whole. */
export function PriceList({ price, names, most }: { price: Price; names: Names; most?: number }) {
  const all = priceLines(price, names);
  const lines = all.slice(0, most ?? all.length);
  const forbids = lines.filter(({ tone }) => tone === 'bad');
  const overall = overallText(price);
  return (
    <ul class="price">
      {forbids.map((line) => (
        <Line key={say(line.text)} line={line} />
      ))}
      {overall === null ? null : <li class="price-overall">{say(overall)}</li>}
      {lines.slice(forbids.length).map((line) => (
        <Line key={say(line.text)} line={line} />
      ))}
      {lines.length < all.length ? <li>{t('price.more', { count: all.length - lines.length })}</li> : null}
      {all.length === 0 ? <li>{t('price.nothing')}</li> : null}
    </ul>
  );
}

function Line({ line: { tone, text } }: { line: PriceLine }) {
  return (
    <li class={tone}>
      <Icon name={ICONS[tone]} size="1.1em" />
      <span class="k-unseen">{t(`price.tone.${tone}`)} </span>
      <span>{say(text)}</span>
    </li>
  );
}
