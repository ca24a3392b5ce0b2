import type { LinkAddress } from '@lapwing/shared/protocol/api';
import { useEffect, useState } from 'preact/hooks';
import { consoleApi } from '../console-api.ts';
import { t } from '../words.ts';

/** Which address of this machine the room's links carry; nothing where there is no choice. */
export function LinkHost({ address, onChosen }: { address: string; onChosen: () => void }) {
  const [known, setKnown] = useState<LinkAddress | null>(null);
  // asked again when the links changed, as the machine may have come to another network
  useEffect(() => {
    if (address === '') return;
    void consoleApi.linkAddress().then((answer) => setKnown(answer.ok ? answer.value : null));
  }, [address]);
  if (!known || known.choices.length < 2) return null;
  const choose = async (host: string): Promise<void> => {
    const answer = await consoleApi.chooseLinkHost(host);
    if (!answer.ok) return;
    setKnown(answer.value);
    onChosen();
  };
  return (
    <label class="link-host">
      <b>{t('addresses.host')}</b>
      <select value={known.host} onChange={(event) => void choose(event.currentTarget.value)}>
        {known.choices.map((host) => (
          <option key={host} value={host}>
            {host}
          </option>
        ))}
      </select>
      <span class="quiet">{t('addresses.host.hint')}</span>
    </label>
  );
}
