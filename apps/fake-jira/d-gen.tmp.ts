import { writeFileSync } from 'node:fs';
import { loadPreset, worldFileText } from '@fake-jira/fixtures';
import { hiddenProfile } from './test/support/hidden-profile.js';
const [preset, seed, dir] = process.argv.slice(2);
const world = { ...(await loadPreset(preset as 'team', { seed: Number(seed) })), protectedFieldTokens: [{ token: 'secret-token' }] };
writeFileSync(`${dir}/world.json`, worldFileText(world as never, 'json'));
writeFileSync(`${dir}/profile.json`, JSON.stringify(hiddenProfile(Number(seed))));
