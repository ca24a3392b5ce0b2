import type { Sheet } from './contact-sheets.ts';
import { nameOf, type Shot } from './sizes.ts';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** One page beside the pictures: what is wrong first, then each sheet with its pictures in their full size behind it. */
export function indexPage(sheets: readonly Sheet[], faults: ReadonlyMap<Shot, readonly string[]>): string {
  const link = (shot: Shot): string => `<a href="${nameOf(shot)}.png">${nameOf(shot)}</a>`;
  const wrong = [...faults].flatMap(([shot, lines]) => lines.map((line) => `<li>${link(shot)}: ${escaped(line)}</li>`));
  const parts = sheets.map(
    ({ name, shots }) => `<section id="${name}"><h2>${name}</h2>
      <a href="${name}.png"><img loading="lazy" src="${name}.png" alt=""></a>
      <p>${shots.map(link).join(' · ')}</p></section>`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Lapwing: every state</title>
    <style>body { font: 15px/1.4 sans-serif; margin: 24px; } img { max-width: 100%; } nav { columns: 14rem; }</style>
    <h1>Every state, ${sheets.reduce((sum, { shots }) => sum + shots.length, 0)} pictures</h1>
    ${wrong.length > 0 ? `<h2>To mend</h2><ul>${wrong.join('')}</ul>` : '<p>None fell over, and no word is cut.</p>'}
    <nav>${sheets.map(({ name }) => `<div><a href="#${name}">${name}</a></div>`).join('')}</nav>
    ${parts.join('\n')}</html>\n`;
}
