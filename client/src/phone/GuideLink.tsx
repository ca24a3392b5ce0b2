import { GUIDE_PATH, guidePathFor } from '@lapwing/shared/careers/guide-path';
import type { Met } from '@lapwing/shared/protocol/messages';
import { t } from './words.ts';

/**
 * To the career guide, in a page of its own, so that the evening stays open: what this mentor does, or without tags the
 * whole guide.
 */
export function GuideLink({ tags, all = false }: { tags?: Met['tags']; all?: boolean }) {
  const path = all ? GUIDE_PATH : guidePathFor(tags ?? []);
  if (path === null) return null;
  return (
    <a class="guide-link" href={path} target="_blank" rel="noopener">
      {t(all ? 'phone.guide.all' : 'phone.guide')}
    </a>
  );
}
