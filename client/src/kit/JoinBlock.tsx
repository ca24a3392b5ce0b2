import './kit.css';
import { Fragment } from 'preact';
import { encode } from 'uqr';
import { t } from './kit-words.ts';

/** Four quiet modules on each side, or scanners miss it. */
const QUIET = 4;

/**
 * A QR code as one path, dark on white.
 * @param quiet modules around it; on paper the white beside it counts
 */
export function QrCode({ text, quiet = QUIET, class: extra = '' }: { text: string; quiet?: number; class?: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: 0 });
  const path = data.flatMap((row, y) => runs(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`)).join('');
  const whole = size + 2 * quiet;
  return (
    <svg
      class={`k-join-qr ${extra}`}
      role="img"
      aria-label={t('kit.join.qr', { address: text })}
      viewBox={`${-quiet} ${-quiet} ${whole} ${whole}`}
      shape-rendering="crispEdges"
    >
      <path d={path} fill="#0C1C22" />
    </svg>
  );
}

/** Where dark modules stand side by side, and how many: drawn one by one they would show seams on paper. */
const runs = (row: readonly boolean[]): [number, number][] =>
  [...row.map(Number).join('').matchAll(/1+/gu)].map(({ index, 0: run }) => [index, run.length]);

/**
 * How to get in: a QR code that brings the room's code along, the address to type, and that code.
 * @param code '' where nobody has to be let in any more
 */
export function JoinBlock({ joinUrl, code, title }: { joinUrl: string; code: string; title: string }) {
  const { host, path } = addressParts(joinUrl, '');
  return (
    <section class="k-join">
      <h2 class="k-join-title">{title}</h2>
      <QrCode text={code === '' ? joinUrl : `${joinUrl}#${code}`} />
      <div class="k-join-words">
        <p class="k-join-address" translate={false}>
          {host.split(/(?<=[.:])/u).map((part, index) => (
            <Fragment key={part + String(index)}>
              {part}
              <wbr />
            </Fragment>
          ))}
          {path}
        </p>
        {code === '' ? null : (
          <p class="k-join-code" translate={false}>
            {code}
          </p>
        )}
      </div>
    </section>
  );
}

/** "http://192.168.1.20:3000/e/KQ4T" → the host, and what stands between it and the code ("/e/"). */
export function addressParts(joinUrl: string, code: string): { readonly host: string; readonly path: string } {
  try {
    const { host, pathname } = new URL(joinUrl);
    return { host, path: pathname.endsWith(code) ? pathname.slice(0, pathname.length - code.length) : pathname };
  } catch {
    return { host: joinUrl, path: '' };
  }
}
