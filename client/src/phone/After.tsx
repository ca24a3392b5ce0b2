import type { AfterProps } from './AfterPart.tsx';
import { Recap } from './Recap.tsx';

/** The page once the evening is over; loaded when it is needed, or ahead of that. */
export const After = ({ view, acts }: AfterProps) => <Recap view={view} acts={acts} />;
