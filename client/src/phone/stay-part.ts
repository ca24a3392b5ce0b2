import { later } from './later.ts';

/** The names of industries come along, and only for whoever is offered to stay in the community. */
export const stayCard = later(() => import('./StayCard.tsx'));
