import { hasVersion, TargetError, type TargetFacts } from '@fake-jira/target';

/**
 * Whether contexts and options of a target can be read and written: on Cloud always, on Data Center with an Extender
 * whose ids are numbers and whose values say their place.
 *
 * @throws TargetError
 */
export function requireSeedable({ deployment, extender }: TargetFacts): void {
  if (deployment === 'cloud') return;
  if (!extender) {
    throw new TargetError(
      'The target is a Data Center without the app Extender. Without it no documented operation shows or makes contexts and options.',
    );
  }
  if (!hasVersion(extender, '4.2')) {
    throw new TargetError(`The target has Extender ${extender.version}. Contexts can be kept in step from 4.2 on.`);
  }
}
