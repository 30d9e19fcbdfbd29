export { readProfile } from '../given/profile.js';
