import type { Instant } from '@lapwing/shared/kernel/time';
import { locale } from '../../kit/words.ts';

/** A day where the reader is: the community is at no place of its own. */
export const dayText = (at: Instant): string =>
  new Intl.DateTimeFormat(locale(), { weekday: 'short', day: 'numeric', month: 'short' }).format(at);

/** The same of days that may be years ago. */
export const dateText = (at: Instant): string => new Intl.DateTimeFormat(locale(), { dateStyle: 'medium' }).format(at);
