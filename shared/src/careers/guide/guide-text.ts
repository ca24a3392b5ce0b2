import type { INDUSTRIES } from '../industries.ts';
import type { ROLES } from '../roles.ts';
import type { MixUp } from './mix-ups.ts';
import type { NeighbourKey } from './neighbours.ts';

export type Industry = (typeof INDUSTRIES)[number];
export type Role = (typeof ROLES)[number];
/** A page of the guide: an industry or a kind of work. No id is both. */
export type GuideTag = Industry | Role;

/** What the guide says of one tag, for somebody who has never worked in it. */
export interface TagText {
  readonly what: string;
  readonly day: string;
  readonly wayIn: string;
  readonly firstJobs: readonly string[];
  /** Questions for a mentor in it. */
  readonly ask: readonly string[];
}

/** Things that are taken for each other, side by side: what each is, and how to tell which one you have before you. */
export interface MixUpText {
  readonly title: string;
  /** One for each side, in the order of `MIX_UPS`. */
  readonly sides: readonly { readonly name: string; readonly is: string }[];
  readonly tell: string;
}

export interface GuideText {
  readonly tags: Readonly<Record<GuideTag, TagText>>;
  /** What parts two neighbours, said so that it fits the page of either. */
  readonly neighbours: Readonly<Record<NeighbourKey, string>>;
  readonly mixUps: Readonly<Record<MixUp, MixUpText>>;
}
