import { WITHOUT } from '../controls.ts';
import { audit } from '../machinery/audit.ts';
import { changedServer } from '../machinery/changed-server.ts';
import { openNight } from '../machinery/night.ts';
import { withShim } from '../machinery/with-shim.ts';
import { type Control, type Finding, type Tools, type Trial, told } from '../trial.ts';

const PHONES = 10;

async function readOnly(tools: Tools, dist?: string): Promise<Finding> {
  const night = await openNight(dist === undefined ? {} : { dist });
  const faults: string[] = [];
  const shim = await withShim(night, tools);
  const crowd = night.crowd(PHONES);
  try {
    await crowd.enter();
    shim.set('readOnly', 1);
    const pressed = await night.ada.press({ kind: 'pause' });
    if (pressed.code !== 'storage-failed') faults.push(`a press was ${pressed.outcome} ${pressed.code}`);
    await crowd.answered();
    shim.set('readOnly', 0);
    await night.ada.again(pressed);
    if (pressed.outcome !== 'done') faults.push(`writable again, the press was ${pressed.outcome} ${pressed.code}`);
    await crowd.untilShown(await night.look());
    const { lost, damage } = audit(night.dataDir, night.eventId, night.record);
    faults.push(...told('lost', lost), ...told('damages', damage));
    await night.server.stop();
    shim.set('readOnly', 1);
    const refused = await night.server.startRefused();
    if (refused === null) faults.push('it started on a volume that cannot be written');
    else if (refused.code !== 2 || !/cannot write in .+Make the folder writable/u.test(refused.said))
      faults.push(`it ended with ${refused.code}: ${refused.said}`);
    shim.set('readOnly', 0);
    await night.server.start();
    return { figures: { phones: PHONES, lost: lost.length }, faults };
  } finally {
    crowd.close();
    await night.close();
    shim.close();
  }
}

export const readOnlyVolume: Trial = {
  id: 'T5',
  title: 'the volume becomes read-only while the night runs, and is at a start',
  short: false,
  needs: ['shim'],
  run: (tools) => readOnly(tools),
  async control(tools): Promise<Control> {
    const dist = changedServer(tools.folder, [WITHOUT.commitErrors]);
    return { what: 'a failed commit is taken for a good one', found: await readOnly(tools, dist) };
  },
};
