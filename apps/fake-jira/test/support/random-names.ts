import { customFieldId, fieldTypes, isProtected, issueLinkTypes, transitions, type Root } from '@fake-jira/world';
import type { Random } from './random.js';

/** A token of Protected Fields. */
export const fuzzToken = 'a-token-made-for-random-requests';

/**
 * Texts that mean something in a world, by the name of the parameter or property that wants them. Each request has a
 * field, a context of it and an option in that, so that many of its ids belong together; `ofOptions` is the share of
 * those whose field has options for certain.
 */
export class RandomNames {
  readonly #root: Root;
  readonly #random: Random;
  readonly #fieldId: number | undefined;
  readonly #contextId: number | undefined;
  readonly #optionId: number | undefined;
  readonly #commentId: number | undefined;
  readonly #screenId: number | undefined;

  constructor(root: Root, random: Random, ofOptions: number) {
    this.#root = root;
    this.#random = random;
    // Many operations are about options: often a field that has some.
    const option = random.chance(ofOptions) ? root.options.get(this.#key(root.options) ?? 0) : undefined;
    this.#fieldId = option?.fieldId ?? this.#key(root.fields);
    const contexts = [...root.contextsOfField.keys([this.#fieldId ?? 0, 0])]
      .slice(0, 5)
      .filter(([field]) => field === this.#fieldId);
    this.#contextId = option?.contextId ?? (contexts.length > 0 ? random.pick(contexts)[1] : undefined);
    const options = [...this.#optionsOf(this.#contextId)];
    this.#optionId = options.length > 0 ? random.pick(options) : undefined;
    // Few issues have comments: often one that has.
    this.#screenId = this.#key(root.screens);
    this.#commentId = random.chance(0.5) ? this.#key(root.comments) : undefined;
  }

  *#optionsOf(contextId: number | undefined): Iterable<number> {
    if (contextId === undefined) return;
    let count = 0;
    for (const key of this.#root.optionOrder.keys([contextId, -1, -Infinity, 0])) {
      if (key[0] !== contextId || ++count > 20) return;
      yield key[3];
    }
  }

  /** The last tab of the screen, which a request has been more often about than the others. */
  #tab() {
    return this.#root.screens.get(this.#screenId ?? 0)?.tabs.at(-1);
  }

  /** A text for a name; `undefined` where the name says nothing. */
  text(name: string): string | undefined {
    const root = this.#root;
    switch (name.replace(/s$/, '')) {
      case 'fieldId':
        return this.#fieldId === undefined ? undefined : customFieldId(this.#fieldId);
      case 'fieldKey':
        return this.#random.pick(['example-add-on__team', customFieldId(this.#fieldId ?? 0)]);
      case 'customFieldId':
        return this.#random.pick([digits(this.#fieldId), this.text('fieldId'), 'all']);
      case 'customField':
        return this.#random.pick([digits(this.#fieldId), this.text('fieldId'), 'Browsers', 'one', 'name 1']);
      case 'fieldTypeKey':
        return this.text('type');
      case 'jql':
      case 'querie':
        return this.#random.pick([
          `cf[${digits(this.#fieldId) ?? 0}] is not EMPTY ORDER BY key`,
          'created >= startOfDay(-1) AND reporter = currentUser()',
          'summary ~ "a*" OR NOT text ~ text',
          'ORDER BY created',
          'cf[',
        ]);
      case 'project':
        return this.#random.pick([this.text('projectKey'), this.text('projectId')]);
      case 'issueType':
        return this.#random.pick([this.text('issueTypeId'), this.#random.pick([...root.issueTypes.values()]).name]);
      case 'position':
        return String(1 + this.#random.below(6));
      case 'keepExistingConfiguration':
        return this.#random.pick(['true', 'true', '', 'false']);
      case 'configSchemeId':
      case 'contextId':
        return digits(this.#contextId ?? this.#key(root.contexts));
      case 'optionId':
      case 'parentId':
      case 'parentOptionId':
      case 'childOptionId':
      case 'cascadingOptionId':
      case 'customFieldOptionId':
      case 'after':
      case 'replaceWith':
        return digits(
          this.#random.chance(0.2) ? 1 + this.#random.below(4) : (this.#optionId ?? this.#key(root.options)),
        );
      case 'taskId':
        return digits(this.#key(root.tasks));
      case 'screenId':
        return digits(this.#screenId);
      case 'tabId':
        return digits(this.#tab()?.id);
      case 'po':
        return String(this.#random.below(3));
      case 'projectId':
        return digits(this.#key(root.projects));
      case 'projectIdOrKey':
      case 'projectKey':
      case 'key':
        if (name === 'key' && this.#random.chance(0.4)) return `NEW${this.#random.below(1_000)}`;
        return this.#random.pick([...root.projects.values()]).key;
      case 'projectTypeKey':
        return this.#random.pick(['business', 'software', 'business']);
      case 'lead':
      case 'leadUserName':
        return this.#random.pick([...root.users.values()]).name;
      case 'leadAccountId':
        return this.text('accountId');
      case 'issueTypeId':
        return digits(this.#key(root.issueTypes));
      case 'pluginKey':
        return this.#random.pick(['jiracustomfieldeditorplugin-key', 'com.example.none-key']);
      case 'protectedFieldId': {
        const its = [...root.fields.values()].filter(isProtected);
        return its.length === 0 ? undefined : customFieldId(this.#random.pick(its).id);
      }
      case 'token':
        return fuzzToken;
      case 'issueIdOrKey':
      case 'issueKey': {
        const ofComment = root.issues.get(root.comments.get(this.#commentId ?? 0)?.issueId ?? 0);
        if (ofComment) return ofComment.key;
        return root.issues.size === 0 ? undefined : this.#random.pick([...root.issues.values()]).key;
      }
      case 'moveIssuesTo':
        return digits(this.#key(this.#random.chance(0.5) ? root.projectOfVersion : root.projectOfComponent));
      case 'moveFixIssuesTo':
      case 'moveAffectedIssuesTo':
      case 'moveUnfixedIssuesTo':
        return this.text('versionId');
      case 'webhookId':
        return digits(this.#key(root.webhooks));
      // Nothing is sent there.
      case 'url':
        return this.#random.pick([
          'https://hooks.example.com/told',
          'http://hooks.example.com/${issue.key}',
          'nowhere',
        ]);
      case 'event':
        return this.#random.pick(['jira:issue_created', 'jira:issue_updated', 'comment_deleted', 'user_deleted']);
      case 'jqlFilter':
        return this.text('jql');
      case 'linkId':
        return digits(this.#key(root.issueLinks));
      case 'issueLinkTypeId':
        return this.#random.pick(issueLinkTypes).id.toString();
      case 'idOrKey':
        return this.#random.pick(['2', '3', '4', 'new', 'done', 'indeterminate']);
      case 'accountId':
        return this.#random.pick([...root.users.values()]).accountId;
      case 'groupId':
        return this.#random.pick([...root.groups.values()]).groupId;
      case 'groupname':
        return this.#random.pick([...root.groups.values()]).name;
      case 'permission':
        return this.#random.pick(['ADMINISTER', 'BROWSE_PROJECTS', 'EDIT_ISSUES']);
      case 'versionId':
        return digits(this.#key(root.projectOfVersion));
      case 'type':
        return this.#fieldType();
      case 'name':
      case 'fieldName':
      case 'schemeName':
      case 'optionName':
      case 'value':
      case 'query':
        return this.#random.pick(['one', 'two', 'three', 'Browsers', 'e', `name ${this.#random.below(1_000)}`]);
      case 'id':
        return this.#random.pick([
          digits(this.#optionId),
          digits(this.#commentId),
          digits(this.#key(root.projectOfVersion)),
          digits(this.#key(root.projectOfComponent)),
          this.text('webhookId'),
          this.text('fieldId'),
          this.text('projectId'),
          this.text('screenId'),
          this.#tab()?.fieldIds.at(-1),
        ]);
      default:
        return undefined;
    }
  }

  /** What no schema tells of an object, by the name of its property; `undefined` where the name says nothing. */
  object(name: string): unknown {
    switch (name) {
      case 'fields':
        return this.issueFields();
      case 'inwardIssue':
      case 'outwardIssue':
        return { key: this.text('issueKey') };
      case 'type':
        return { name: this.#random.pick(issueLinkTypes).name };
      case 'transition':
        return { id: String(this.#random.pick(transitions).id) };
      case 'body':
        // As version 2 has it, and as version 3.
        return this.#random.pick<unknown>(['Some text', { type: 'doc', version: 1, content: [] }]);
      default:
        return undefined;
    }
  }

  /** The `fields` of an issue, of which much is right. */
  issueFields(): Record<string, unknown> {
    const fieldId = this.text('fieldId');
    const values: unknown[] = [
      null,
      1,
      'text',
      ['text'],
      { value: 'firefox' },
      [{ value: 'backend' }],
      { id: this.text('optionId') },
      '2026-01-31',
      {},
    ];
    return {
      project: { key: this.text('projectKey') },
      issuetype: { name: this.#random.pick([...this.#root.issueTypes.values()]).name },
      summary: 'Made at random',
      // Where the field is on no screen of the project, no value is right.
      ...(fieldId !== undefined && this.#random.chance(0.6) && { [fieldId]: this.#random.pick(values) }),
    };
  }

  /** Of the app's fourteen types, with which Jira's own API can do little, one in twenty. */
  #fieldType(): string {
    const ofApp = this.#random.chance(0.05);
    return this.#random.pick(fieldTypes().filter(({ protection }) => (protection !== undefined) === ofApp)).key;
  }

  #key(table: { keys(): Iterable<number>; readonly size: number }): number | undefined {
    if (table.size === 0) return undefined;
    let at = this.#random.below(Math.min(table.size, 200));
    for (const key of table.keys()) if (at-- === 0) return key;
    return undefined;
  }
}

function digits(id: number | undefined): string | undefined {
  return id === undefined ? undefined : String(id);
}
