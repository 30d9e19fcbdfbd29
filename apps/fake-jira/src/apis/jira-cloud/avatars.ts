import type { View } from './call.js';
import { inForm } from './forms.js';

/**
 * Addresses of a picture in each size.
 *
 * @param path - of the picture in full size, with a query
 */
export function avatarUrls(path: string, { links, behaviour }: View) {
  // The names of the sizes are those in the addresses of the published examples.
  const parts = {
    '16x16': links.to(`${path}&size=xsmall`),
    '24x24': links.to(`${path}&size=small`),
    '32x32': links.to(`${path}&size=medium`),
    '48x48': links.to(path),
  };
  return inForm(parts, behaviour.forms.avatarUrls);
}
