import { buildSite } from '../src/build.js';

buildSite('dist');
