/** The key that does the same as the button it stands in; assistive technology hears it by `aria-keyshortcuts`. */
export function KeyCap({ name }: { name: string }) {
  return (
    <span class="kbd" aria-hidden="true">
      {name}
    </span>
  );
}
