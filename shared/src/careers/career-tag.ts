/** One entry of a taxonomy. */
export interface CareerTag {
  /** Never changes, whatever the label becomes. */
  readonly id: string;
  readonly label: string;
  /** What it means, for somebody who has never worked in it. */
  readonly line: string;
}

export const isTag = (tags: readonly CareerTag[], id: string): boolean => tags.some((tag) => tag.id === id);

/** The label of a tag; what is no tag of ours (the words of an import) stands for itself. */
export const labelIn = (tags: readonly CareerTag[], words: string): string =>
  tags.find((tag) => tag.id === words)?.label ?? words;
