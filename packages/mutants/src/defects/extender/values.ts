import { optionsOfLevel, orderLevel } from '@fake-jira/world';
import { accepts, also, each, entries, ignoresQuery, readsOtherwise } from '../../plant/acts.js';
import { contextOf, createAnyway, putDefault, toTheFront } from '../../plant/world-edits.js';
import { defectsOf } from '../defects-of.js';

const defect = defectsOf('extender');

export const valueDefects = [
  defect(
    'the id of a value is a text',
    ['extenderGetValues'],
    each((value) => (value.id = String(value.id))),
  ),
  defect(
    'positions are counted from 0',
    ['extenderGetValues'],
    each((value) => {
      if (typeof value.position === 'number') value.position -= 1;
      if (typeof value.postion === 'number') value.postion -= 1;
    }),
  ),
  defect(
    'values below others are left out',
    ['extenderGetValues'],
    each((value) => value.childOptions?.splice(0, Infinity)),
  ),
  defect(
    'values are listed with the newest in front',
    ['extenderGetValues'],
    entries((values) => values.toReversed()),
  ),
  defect('a page of values is longer than was asked for', ['extenderGetValues'], ignoresQuery('maxResults')),
  defect(
    'new values stand in front of those that are there',
    ['extenderAddValues'],
    also((tx, { before }) => {
      const added = [...tx.root.options.keys()].filter((id) => !before.options.has(id));
      toTheFront(tx, added);
    }),
  ),
  defect(
    'a value that is there is added again',
    ['extenderAddValues'],
    accepts('already', (tx, visit) => {
      const { optionName, parentId } = visit.body as { optionName: string[]; parentId?: number };
      createAnyway(
        tx,
        contextOf(tx.root, visit),
        optionName.map((value) => ({ value, parentId })),
      );
      return { status: 200, body: { message: 'values added', status: 'done' } };
    }),
  ),
  defect(
    'values are added on the first level, whatever stands above them',
    ['extenderAddValues'],
    readsOtherwise((sent) => delete sent?.parentId),
  ),
  defect(
    'a value cannot be disabled',
    ['extenderEditValue'],
    readsOtherwise((sent) => delete sent?.disabled),
  ),
  defect(
    'a value stays at its position',
    ['extenderEditValue'],
    readsOtherwise((sent) => delete sent?.position),
  ),
  defect(
    'a default stays when its value is removed',
    ['extenderRemoveValues'],
    also((tx, { before }) => {
      const changed = [...before.contexts.values()].filter(({ id, defaultValue }) => {
        const now = tx.root.contexts.get(id);
        return now && defaultValue && JSON.stringify(now.defaultValue) !== JSON.stringify(defaultValue);
      });
      for (const context of changed) putDefault(tx, context, context);
      return changed.length > 0 ? undefined : false;
    }),
  ),
  defect('of several values the first is removed', ['extenderRemoveValues'], ({ body: sent, answer }) =>
    Array.isArray(sent?.optionId) && sent.optionId.length > 1
      ? { again: { body: { ...sent, optionId: sent.optionId.slice(0, 1) } }, then: () => answer }
      : undefined,
  ),
  defect(
    'values are sorted the other way round',
    ['extenderSortValues', 'extenderSortChildValues'],
    also((tx, visit) => {
      const { parentOptionId = 0 } = visit.path;
      const level = [...optionsOfLevel(tx.root, contextOf(tx.root, visit).id, Number(parentOptionId))];
      orderLevel(tx, level.toReversed());
    }),
  ),
];
