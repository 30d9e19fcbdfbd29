import { clearOptionFromIssues } from '@fake-jira/world';
import { accepts, admitsAnybody, asksOtherwise, each, ignoresQuery, readsOtherwise } from '../../plant/acts.js';
import { defectsOf } from '../defects-of.js';

const defect = defectsOf('jira-cloud');

export const appOptionDefects = [
  defect('somebody else than the app may create its options', ['createIssueFieldOption'], admitsAnybody),
  defect('options that cannot be selected are listed as if they could', ['getSelectableIssueFieldOptions'], () => ({
    again: { address: (address) => address.replace('/suggestions/edit', '/suggestions/search') },
  })),
  defect('options of other projects are listed', ['getVisibleIssueFieldOptions'], ignoresQuery('projectId')),
  defect(
    'the properties of an option are lost',
    ['createIssueFieldOption', 'updateIssueFieldOption'],
    readsOtherwise((sent) => delete sent.properties),
  ),
  defect('the id in the body may differ from that in the address', ['updateIssueFieldOption'], (visit) => {
    const { answer, body: sent, path } = visit;
    const id = Number(path['optionId']);
    return answer.status === 400 && sent?.id !== undefined && sent.id !== id
      ? { again: { body: { ...sent, id } } }
      : undefined;
  }),
  defect(
    'an option that issues have is deleted',
    ['deleteIssueFieldOption'],
    accepts('is selected in', (tx, { path }) => {
      const id = Number(path['optionId']);
      const fieldId = tx.root.appFieldIds.get(path['fieldKey'] as string) as number;
      clearOptionFromIssues(tx, fieldId, id);
      tx.edit('appOptions').delete([fieldId, id]);
      return { status: 204 };
    }),
  ),
  defect(
    'issues lose an option where they should get another',
    ['replaceIssueFieldOption'],
    ignoresQuery('replaceWith'),
  ),
  defect(
    'an option is replaced in all issues, whatever was asked',
    ['replaceIssueFieldOption'],
    asksOtherwise((query) => query.delete('jql')),
  ),
  defect(
    'the scope of an option is left out',
    ['getIssueFieldOption', 'getAllIssueFieldOptions'],
    ({ operation, answer, ...visit }) =>
      operation === 'getIssueFieldOption'
        ? answer.status === 200
          ? { ...answer, body: { ...answer.body, config: {} } }
          : undefined
        : each((option) => {
            option.config = {};
          })({ operation, answer, ...visit }),
  ),
];
