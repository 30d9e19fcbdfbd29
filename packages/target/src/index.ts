export { authorizationOf, credentialsFromEnvironment, parseCredentials, readCredentials } from './credentials.js';
export type { Credentials, CredentialsEnvironment, SignIn } from './credentials.js';
export { detect, extenderBase, hasVersion, profileOf } from './detect.js';
export type { FoundApp, TargetFacts } from './detect.js';
export {
  BadCredentials,
  CredentialsError,
  TargetError,
  TargetLacks,
  TargetUnreachable,
  UnexpectedAnswer,
} from './errors.js';
export { pathWithQuery, sentenceOf } from './exchange.js';
export type { Query, TargetAnswer, TargetExchange, TargetRequest } from './exchange.js';
export { Pacing, retryAfter } from './pacing.js';
export type { Clock, Delay } from './pacing.js';
export { allExcerpts, allOf } from './paging.js';
export type { ListOptions } from './paging.js';
export { untilEnded } from './poll.js';
export type { Patience } from './poll.js';
export { isUnderWay, requireName } from './provision/cloud.js';
export { defaultFromJson } from './provision/default-values.js';
export type { DefaultById, DefaultValueJson } from './provision/default-values.js';
export { whyNoGrants } from './provision/editor.js';
export { below } from './provision/extender-forms.js';
export { provisionerFor } from './provision/provisioner-for.js';
export type * from './provision/provisioner.js';
export { Caller, Target } from './target.js';
export type { TargetOptions } from './target.js';
export { wireOf } from './wire.js';
export type { Wire, WireOptions, WireRequest, WireResponse } from './wire.js';
export { diagnose } from './diagnose/diagnose.js';
export type { Diagnosis, DiagnoseOptions } from './diagnose/diagnose.js';
export type { Finding } from './diagnose/finding.js';
