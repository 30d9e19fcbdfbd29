import { body, each, ignoresQuery, status } from '../../plant/acts.js';
import { defectsOf } from '../defects-of.js';

const defect = defectsOf('jira-cloud');

/** Of the schemes by which projects have screens, and fields are hidden or required. */
export const schemeDefects = [
  defect('issue type screen schemes are found whatever their ids', ['getIssueTypeScreenSchemes'], ignoresQuery('id')),
  defect('screen schemes are found whatever their ids', ['getScreenSchemes'], ignoresQuery('id')),
  defect(
    'all issue type screen schemes are mixed',
    ['getIssueTypeScreenSchemeMappings'],
    each((entry) => {
      entry.issueTypeScreenSchemeId = '0';
    }),
  ),
  defect(
    'a project has no scheme',
    ['getIssueTypeScreenSchemeProjectAssociations'],
    body((page) => {
      for (const entry of page.values) entry.projectIds = [];
    }),
  ),
  defect(
    'an issue needs no summary',
    ['getFieldConfigurationItems'],
    each((field) => {
      field.isRequired = false;
    }),
  ),
  defect('a field configuration that is not there is found', ['getFieldConfigurationItems'], status(404, 200)),
  defect(
    'the ids of field configurations are texts',
    ['getAllFieldConfigurations'],
    each((one) => {
      one.id = String(one.id);
    }),
  ),
];
