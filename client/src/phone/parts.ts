import { later } from './later.ts';

/** What is said of others, and what the page shows once the talks are over: not there when the page opens. */
export const afterParts = later(() => import('./after-parts.ts'));
