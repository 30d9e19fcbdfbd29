import type { Links } from '../../http/links.js';

// The names of the sizes in the addresses of the published examples.
const sizes = { '16x16': 'xsmall', '24x24': 'small', '32x32': 'medium', '48x48': undefined } as const;

/**
 * Addresses of a picture in each size.
 *
 * @param path - of the picture in full size, with a query
 */
export function avatarUrls(links: Links, path: string) {
  const address = (size: keyof typeof sizes) => links.to(sizes[size] ? `${path}&size=${sizes[size]}` : path);
  return {
    '16x16': address('16x16'),
    '24x24': address('24x24'),
    '32x32': address('32x32'),
    '48x48': address('48x48'),
  };
}
