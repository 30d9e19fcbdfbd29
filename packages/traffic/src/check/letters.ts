import { jirasOwn } from '../compare/likeness.js';
import type { LocatedExchange } from '../located.js';
import { isObject } from '../read/json.js';
import { showsConfiguration } from '../world/configuration.js';

/** Places whose values are an instance's own, or the moment's: a world of the answers does not have them. */
const ofTheMoment =
  /\/(?:self|iconUrl|avatarId|avatarUrls?(?:\/.*)?|\d+x\d+|created|updated|lastUsed|lastUpdated?|lastValueUpdate|issuesWithValue|screensCount|contextsCount|projectsCount|serverTime|serverTitle|buildNumber|buildDate|scmInfo|version|versionNumbers(?:\[\])?|locale|timeZone|hash|nextPageToken|trashedDate|plannedDeletionDate|trashedBy\/.*|groupId|sequence|position)$/;

/** How much there is: of a list of which a page was saved nobody knows the rest. */
const extents = /^body\/(?:total|isLast|nextPage|maxResults)$/;

/**
 * What of an answer is compared to the letter. Where it shows configuration, whose world is made of these answers, all
 * that does not depend on the moment; elsewhere what is the same in every Jira.
 */
export function lettersOf({ exchange, location }: LocatedExchange): (at: string, recorded: unknown) => boolean {
  const { operationId } = location.operation;
  const isWhole = wholeList(exchange.response.body);
  const isMade = exchange.method !== 'GET';
  return (at, recorded) => {
    if (typeof recorded === 'string' && recorded.includes('***')) return false;
    if (jirasOwn.test(at)) return true;
    if (!showsConfiguration(operationId) || ofTheMoment.test(at)) return false;
    if (typeof recorded === 'string' && /^https?:/.test(recorded)) return false;
    if (extents.test(at)) return isWhole;
    // What has just come into being gets an id of its own.
    return !(isMade && /(?:^|\/)(?:\w*[iI]d)$/.test(at));
  };
}

function wholeList(body: unknown): boolean {
  if (!isObject(body)) return true;
  const { total, values, startAt } = body;
  return (
    Number(startAt ?? 0) === 0 && (typeof total !== 'number' || (Array.isArray(values) && total === values.length))
  );
}
