import type { Comment, IssueLink } from '../../src/index.js';
import { damaged, sound } from '../full-world.js';

const comment = [...sound.comments.values()][0] as Comment;
const link = [...sound.issueLinks.values()][0] as IssueLink;

describe('what stands beside issues', () => {
  it.each<[string, Partial<Comment>]>([
    ['of the unknown issue 77', { issueId: 77 }],
    ['names the unknown user nobody', { author: 'nobody' }],
    ['names the unknown user nobody', { updateAuthor: 'nobody' }],
  ])('is wrong where a comment %s: %j', (message, damage) => {
    const found = damaged((tx) => tx.put('comments', comment.id, { ...comment, ...damage }));
    expect(found.join()).toContain(message);
  });

  it.each<[string, Partial<IssueLink>]>([
    ['has the unknown type 77', { typeId: 77 }],
    ['names the unknown issue 77', { toId: 77 }],
    ['to itself', { toId: link.fromId }],
  ])('is wrong where a link %s: %j', (message, damage) => {
    const found = damaged((tx) => tx.put('issueLinks', link.id, { ...link, ...damage }));
    expect(found.join()).toContain(message);
  });
});
