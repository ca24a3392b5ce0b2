/** A sentence in which one part, as it stands there, is strong. */
export function Sentence({ text, strong }: { text: string; strong: string }) {
  const at = text.indexOf(strong);
  if (at < 0) return <>{text}</>;
  return (
    <>
      {text.slice(0, at)}
      <b class="k-num">{strong}</b>
      {text.slice(at + strong.length)}
    </>
  );
}
