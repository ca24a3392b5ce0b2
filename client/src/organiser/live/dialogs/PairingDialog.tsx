import type { RefusalCode } from '@lapwing/shared/kernel/refusal';
import type { Pairing } from '@lapwing/shared/protocol/staff-api';
import { useEffect, useState } from 'preact/hooks';
import { clockText } from '../../../kit/figures.ts';
import { QrCode } from '../../../kit/JoinBlock.tsx';
import { leadingTo } from '../../place.ts';
import { CopyAddress } from '../../shell/CopyAddress.tsx';
import { Dialog } from '../../shell/Dialog.tsx';
import { RefusalNote } from '../../shell/Note.tsx';
import { PlainHttp } from '../../staff/PlainHttp.tsx';
import { staffApi } from '../../staff/staff-api.ts';
import { t } from '../../words.ts';
import type { DeskProps } from '../LiveDialogs.tsx';

/** An address that signs one more device in: the organiser's phone. */
export function PairingDialog({ event, onClose }: DeskProps) {
  const [pairing, setPairing] = useState<Pairing | null>(null);
  const [refusal, setRefusal] = useState<RefusalCode | 'no-answer' | null>(null);
  const ask = async (): Promise<void> => {
    const answer = await staffApi.pairing();
    setRefusal(answer.ok ? null : answer.refusal.code);
    if (answer.ok) setPairing({ ...answer.value, url: leadingTo(answer.value.url, event.id, 'live') });
  };
  useEffect(() => void ask(), []);
  return (
    <Dialog title={t('pairing.heading')} onClose={onClose}>
      <p>{t('pairing.what')}</p>
      <RefusalNote code={refusal} />
      {pairing && !pairing.maySignIn ? (
        <PlainHttp onAllowed={() => void ask()} onRefused={setRefusal} words={t('pairing.plain-http')} />
      ) : null}
      {pairing?.maySignIn ? (
        <>
          <div class="qr-big">
            <QrCode text={pairing.url} />
          </div>
          <CopyAddress label={t('pairing.address')} address={pairing.url} />
          <p class="quiet">{t('pairing.until', { at: clockText(pairing.validUntil, event.settings.timeZone) })}</p>
          <button type="button" onClick={() => void ask()}>
            {t('pairing.again')}
          </button>
        </>
      ) : null}
    </Dialog>
  );
}
