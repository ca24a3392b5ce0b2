/** What a screen reader says unasked. `now` interrupts; `soon` waits for a pause. */
export interface Saying {
  readonly how: 'now' | 'soon';
  readonly words: string;
}

/** The two live regions of a page: there from the start, since words in a region that is new are not read. */
export const Spoken = ({ saying }: { saying: Saying | null }) => (
  <>
    <p class="k-unseen" aria-live="polite">
      {saying?.how === 'soon' ? saying.words : ''}
    </p>
    <p class="k-unseen" aria-live="assertive">
      {saying?.how === 'now' ? saying.words : ''}
    </p>
  </>
);
