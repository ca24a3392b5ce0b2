import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import type { LinkAddress } from '@lapwing/shared/protocol/api';
import { listEvents } from '../db/repositories/events.ts';
import { readSetting, saveSetting } from '../db/repositories/settings.ts';
import { commit } from '../db/transact.ts';
import type { Services } from './services.ts';

/** What links and QR codes begin with, and what else they could. */
export const linkAddress = ({ origins }: Services): LinkAddress => ({
  host: new URL(origins.forLinks()).hostname,
  choices: origins.choices(),
});

/** Takes another of this machine's addresses for links; displays redraw their QR code. bad-request for a strange one. */
export function chooseLinkHost(services: Services, host: string): Result<LinkAddress, Refusal> {
  if (!services.origins.choices().includes(host)) return refused(refusal('bad-request', { field: 'host' }));
  commit(services.db, (tx) => saveSetting(tx, 'link-host', host));
  services.origins.choose(host);
  tellNewAddress(services);
  return ok(linkAddress(services));
}

/** What was chosen at an earlier start. */
export const recallLinkHost = ({ db, origins }: Services): void => origins.choose(readSetting(db, 'link-host'));

function tellNewAddress({ db, evenings }: Services): void {
  for (const { id } of listEvents(db)) evenings.changed(id);
}

/** Says when the address of links changed by itself (the Wi-Fi went, a hotspot came): every screen is told then. */
export function watchLinkAddress(services: Services): () => void {
  let known = services.linkOrigin();
  return () => {
    const now = services.linkOrigin();
    if (now !== known) tellNewAddress(services);
    known = now;
  };
}
