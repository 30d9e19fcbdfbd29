import { createHash } from 'node:crypto';
import type { InstalledJira } from '@fake-jira/profile';
import type { IssueType, Project, User } from '@fake-jira/world';
import type { Links as AllLinks } from '../../http/links.js';
import { inForm, type Forms } from './forms.js';

type Links = Pick<AllLinks, 'rest' | 'to'>;

/** Names of the sizes in the addresses of pictures; that of 48 has none. */
const sizes = { '48x48': '', '24x24': 'small', '16x16': 'xsmall', '32x32': 'medium' } as const;

/** Where a Jira has its pictures: what the addresses are in a size. */
export interface Avatars {
  ofProject(project: Project, size: string, links: Links): string;
  ofUser(user: User, size: string, pixels: number, links: Links): string;
  ofIssueType(type: IssueType, links: Links): string;
}

const cloud: Avatars = {
  ofProject: ({ id }, size, links) =>
    links.rest(`/universal_avatar/view/type/project/avatar/${id}${size && `?size=${size}`}`),
  ofUser: ({ email }, _size, pixels) => {
    const hash = createHash('md5').update(email.toLowerCase()).digest('hex');
    return `https://secure.gravatar.com/avatar/${hash}?d=mm&s=${pixels}`;
  },
  ofIssueType: ({ id }, links) => links.rest(`/universal_avatar/view/type/issuetype/avatar/${id}?size=medium`),
};

const dataCenter: Avatars = {
  ofProject: ({ id }, size, links) => links.to(`/secure/projectavatar?${size && `size=${size}&`}avatarId=${id}`),
  ofUser: ({ id }, size, _pixels, links) => links.to(`/secure/useravatar?${size && `size=${size}&`}avatarId=${id}`),
  ofIssueType: ({ id }, links) => links.to(`/secure/viewavatar?size=xsmall&avatarId=${id}&avatarType=issuetype`),
};

/** What a picture's addresses depend on. */
interface View {
  readonly links: Links;
  readonly behaviour: { readonly avatars: Avatars; readonly forms: Forms };
}

/** Where a Jira has its pictures. */
export function avatarsOf(jira: InstalledJira): Avatars {
  return jira.has('cloud') ? cloud : dataCenter;
}

/** Addresses of the picture of a project in each size. */
export function projectAvatars(project: Project, { links, behaviour }: View) {
  return inEachSize((size) => behaviour.avatars.ofProject(project, size, links), behaviour);
}

/** Addresses of the picture of a person in each size. */
export function userAvatars(user: User, { links, behaviour }: View) {
  return inEachSize((size, pixels) => behaviour.avatars.ofUser(user, size, pixels, links), behaviour);
}

function inEachSize(address: (size: string, pixels: number) => string, { forms }: View['behaviour']) {
  const parts = {
    '48x48': address(sizes['48x48'], 48),
    '24x24': address(sizes['24x24'], 24),
    '16x16': address(sizes['16x16'], 16),
    '32x32': address(sizes['32x32'], 32),
  };
  return inForm(parts, forms.avatarUrls);
}
