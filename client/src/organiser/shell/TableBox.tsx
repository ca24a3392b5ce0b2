import type { ComponentChildren } from 'preact';

interface ScrollProps {
  readonly label: string;
  readonly class: string;
  readonly children: ComponentChildren;
}

/** A box that scrolls sideways on a narrow page, and so is reached with the keyboard, too. */
export const ScrollBox = ({ label, class: name, children }: ScrollProps) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: it may hold nothing else to focus
  <section class={name} aria-label={label} tabIndex={0}>
    {children}
  </section>
);

interface Props {
  readonly label: string;
  readonly columns: readonly string[];
  /** The name of a last column of buttons, which need no heading for eyes. */
  readonly actions?: string;
  readonly class?: string;
  /** The rows. */
  readonly children: ComponentChildren;
}

/** A table in a box of its own. */
export const TableBox = ({ label, columns, actions, class: name, children }: Props) => (
  <ScrollBox label={label} class="table-box">
    <table class={name}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
          {actions === undefined ? null : (
            <th scope="col">
              <span class="k-unseen">{actions}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  </ScrollBox>
);
