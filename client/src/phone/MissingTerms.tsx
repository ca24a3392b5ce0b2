import type { FunctionComponent } from 'preact';
import { useState } from 'preact/hooks';
import { t as introWord } from '../introductions/words.ts';
import type { AfterProps } from './AfterPart.tsx';

/** What this person has to give before anybody can be introduced to them, each with what to do about it. */
export function MissingTerms({ view, acts }: AfterProps) {
  const { after, of } = view.picks;
  const asks = Object.values(of).some(({ wish }) => wish === 'introduce');
  const missing = after?.missing ?? [];
  if (missing.length === 0 || !(asks || (after?.requests.length ?? 0) > 0)) return null;
  return (
    <section class="block missing">
      <h2>{introWord('intro.missing')}</h2>
      <ul class="lines">
        {missing.map((what) => (
          <li key={what}>
            <p>{introWord(`intro.missing.${what}`)}</p>
            {what === 'consent' ? (
              <button type="button" class="quiet-button" onClick={() => acts.setTerms({ consent: true })}>
                {introWord('intro.consent.yes')}
              </button>
            ) : null}
            {what === 'proof' ? <MailedLink /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A link in the mail, opened, shows whose address it is. */
function MailedLink() {
  const [Shown, setShown] = useState<FunctionComponent<{ code: null }> | null>(null);
  if (Shown) return <Shown code={null} />;
  const open = async (): Promise<void> => {
    const { AskForLink } = await import('../forms/AskForLink.tsx');
    setShown(() => AskForLink);
  };
  return (
    <button type="button" class="quiet-button" onClick={() => void open().catch(() => undefined)}>
      {introWord('intro.missing.proof.mail')}
    </button>
  );
}
