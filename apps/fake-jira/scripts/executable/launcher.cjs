'use strict';
// What the executable runs first: unpacks the package that it carries, once, and goes on in there.
const { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { homedir } = require('node:os');
const { dirname, join } = require('node:path');
const { getAsset } = require('node:sea');
const { gunzipSync } = require('node:zlib');

const folder = join(cacheFolder(), 'fake-jira', Buffer.from(getAsset('name')).toString());
if (!existsSync(folder)) unpack();

// What the package starts further processes with is `node FILE …`; here the executable is that node.
const [first, ...rest] = process.argv.slice(2);
const isFile = first !== undefined && first.startsWith(folder);
const file = isFile ? first : join(folder, 'node_modules/fake-jira/bin/fake-jira.cjs');
process.argv = [process.execPath, file, ...(isFile ? rest : process.argv.slice(2))];
createRequire(file)(file);

function cacheFolder() {
  const { FAKE_JIRA_CACHE: own, XDG_CACHE_HOME: cache, LOCALAPPDATA: local } = process.env;
  return own || cache || local || join(homedir(), '.cache');
}

/** The files stand behind each other; what comes before says what they are. Another process may do the same just now. */
function unpack() {
  const archive = gunzipSync(Buffer.from(getAsset('package')));
  const length = archive.readUInt32BE(0);
  const files = JSON.parse(archive.subarray(4, 4 + length).toString());
  mkdirSync(dirname(folder), { recursive: true });
  const making = mkdtempSync(`${folder}-`);
  let at = 4 + length;
  for (const [path, size] of files) {
    mkdirSync(dirname(join(making, path)), { recursive: true });
    writeFileSync(join(making, path), archive.subarray(at, (at += size)));
  }
  try {
    renameSync(making, folder);
  } catch (error) {
    rmSync(making, { recursive: true });
    if (!existsSync(folder)) throw error;
  }
}
