// The groups that take longest begin first, so that all processes end at about the same time. Jest itself goes by the
// size of the files until it has seen how long they take, and those of groups are all alike.
import { basename } from 'node:path';
import sequencer from '@jest/test-sequencer';

const longest = ['fuzz', 'rest', 'model', 'contract', 'command', 'contract-c', 'control', 'extender'];

const place = ({ path }) => {
  const at = longest.indexOf(basename(path, '.mjs'));
  return at < 0 ? longest.length : at;
};

export default class LongestFirst extends (sequencer.default ?? sequencer) {
  sort(tests) {
    return [...tests].sort((one, other) => place(one) - place(other));
  }
}
