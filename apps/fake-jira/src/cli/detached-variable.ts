/** Set for a fake that `start --detach` has started. */
export const detachedVariable = 'FAKE_JIRA_DETACHED';
