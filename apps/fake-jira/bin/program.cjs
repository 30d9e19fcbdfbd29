'use strict';
const { readFileSync } = require('node:fs');
const { createRequire, enableCompileCache } = require('node:module');
const { join } = require('node:path');
const { Script } = require('node:vm');

const dist = join(__dirname, '..', 'dist');
const bundle = join(dist, 'main.cjs');
const codeCache = join(dist, 'main.code-cache');

/**
 * The command line, compiled: from V8's code cache beside it where this Node takes that, which is the one of the build.
 * Others keep a cache of their own, where they can (Node 22.1 and later).
 */
function program() {
  // The bundler writes ASCII: so V8 needs one byte for a character.
  const script = new Script(readFileSync(bundle, 'latin1'), {
    filename: bundle,
    cachedData: read(codeCache),
  });
  if (script.cachedDataRejected !== false) enableCompileCache?.();
  const run = () => {
    const module = { exports: {} };
    script.runInThisContext()(module.exports, createRequire(bundle), module, bundle, dist);
  };
  return { script, run };
}

function read(file) {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

module.exports = { bundle, codeCache, program };
