import { type BadgeFormat, type CardFormat, FORMATS } from '@lapwing/shared/paper/formats';
import type { Sheet } from '@lapwing/shared/paper/sheets';
import type { ComponentChildren } from 'preact';

interface Props {
  readonly sheet: Sheet;
  readonly format: CardFormat | BadgeFormat;
  readonly children: ComponentChildren;
}

/** A page that is cut into pieces, with marks where to cut; or one piece as it comes out of the printer. */
export function PiecePage({ sheet, format, children }: Props) {
  const { onPage, paper } = FORMATS[format];
  return (
    <section class={`paper-page bare format-${format}`} data-sheet={sheet} data-paper={paper}>
      {children}
      {onPage > 1 ? <CropMarks across={onPage === 4} /> : null}
    </section>
  );
}

/** Short lines at the edges, and a cross in the middle where two cuts meet. */
function CropMarks({ across }: { across: boolean }) {
  return (
    <>
      <i class="crop down from-top" />
      <i class="crop down from-bottom" />
      {across ? (
        <>
          <i class="crop across from-start" />
          <i class="crop across from-end" />
          <i class="crop down in-middle" />
          <i class="crop across in-middle" />
        </>
      ) : null}
    </>
  );
}
