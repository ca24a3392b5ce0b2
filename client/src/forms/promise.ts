import type { DataDates } from '@lapwing/shared/protocol/privacy-api';
import { dateText } from '../kit/figures.ts';

/** What a form promises: when what goes, and whether people under 18 are there. */
export interface DataPromise extends DataDates {
  readonly timeZone: string;
}

export const promiseOf = ({ data, timeZone }: { data: DataDates; timeZone: string }): DataPromise => ({
  ...data,
  timeZone,
});

/** The day on which access and diet answers go. */
export const morningText = ({ morningAt, timeZone }: DataPromise): string => dateText(morningAt, timeZone);
/** The day on which names go. */
export const namesText = ({ namesAt, timeZone }: DataPromise): string => dateText(namesAt, timeZone);
