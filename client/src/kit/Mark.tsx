/** The product's mark: a ring with a gap and a dot. `dot`: colour of the dot (the text's by default). */
export function Mark({ size = '1.5em', dot = 'currentColor' }: { size?: string; dot?: string }) {
  return (
    <svg class="k-mark" viewBox="0 0 40 40" style={{ width: size, height: size }} aria-hidden="true">
      <circle
        cx="20"
        cy="20"
        r="15.5"
        fill="none"
        stroke="currentColor"
        stroke-width="4"
        stroke-dasharray="74 24"
        stroke-linecap="round"
        transform="rotate(-50 20 20)"
      />
      <circle cx="20" cy="20" r="6" fill={dot} />
    </svg>
  );
}
