export { UsageError } from '../given/usage-error.js';
