import { shortName } from '@lapwing/shared/event/roster';

interface NameProps {
  readonly of: string;
  /** First name and initial. */
  readonly short?: boolean;
}

/**
 * A name that somebody typed: of a person, a company, a table, a place, an evening. It runs in its own direction and leaves
 * that of its neighbours alone, and is not translated. In a plain string, `isolated` of `words` does the same.
 */
export const Name = ({ of, short = false }: NameProps) => <bdi translate={false}>{short ? shortName(of) : of}</bdi>;
