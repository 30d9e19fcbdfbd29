import { operation, responseJudge } from '@fake-jira/openapi';
import type { Root, World } from '@fake-jira/world';
import type { RequestHandler } from 'express';
import supertest from 'supertest';
import { arrivalOf } from '../../../src/http/arrival.js';
import { under, type Act } from '../../jira-cloud/outcomes/scenario.js';
import type { TestJira, TestOptions } from '../../support/jira.js';
import { requestOf, type OperationRequest } from '../../support/operation-requests.js';
import { editorOperationIds, isForUsers, requests, type EditorOperationId } from './requests.js';
import { refuses, scenario, tableOf, type KeyOf } from './scenario.js';
import { usual } from './stage.js';

class Planted extends Error {}

/** Worlds that fail while one request is answered, when the operation reads, or when all that it writes is written. */
const failingRead = failing((world) => {
  const broken = new Proxy<Partial<Root>>(
    {},
    {
      get() {
        throw new Planted('The world cannot be read.');
      },
    },
  );
  Object.defineProperty(world, 'root', { configurable: true, get: () => broken });
});
const failingWrite = failing((world) => {
  const write = world.write.bind(world);
  world.write = (change) =>
    write((tx) => {
      change(tx);
      throw new Planted('The world cannot be written.');
    });
});

const isOfTheDocument = refuses(500, 500000, expect.any(String));

/** Every 500: the request that otherwise succeeds, while the world fails. */
export const failureOutcomes = tableOf<KeyOf<500>>(
  editorOperationIds.map((id) => {
    const reads = operation(id).method === 'GET';
    return [
      `${id} 500`,
      [
        under(
          reads ? failingRead : failingWrite,
          scenario(`when the world fails while it is ${reads ? 'read' : 'written'}`, failsAs(id), isOfTheDocument),
        ),
      ],
    ];
  }),
);

/** Plants the failure behind what finds the caller and the workspace, and takes it away with the answer. */
function failing(plant: (world: World) => void): TestOptions {
  const middleware: RequestHandler = (request, response, next) => {
    const { world } = arrivalOf(request).workspace;
    response.once('finish', () => {
      for (const name of ['root', 'write']) Reflect.deleteProperty(world, name);
    });
    plant(world);
    next();
  };
  return { ...usual, middleware: [middleware] };
}

/** Sends the request past what holds each answer of a test's Jira to have no defect, and does so here: but for the planted one. */
function failsAs(id: EditorOperationId): Act {
  const { method, address, body } = requestOf(id, requests[id] as OperationRequest);
  return async (jira: TestJira) => {
    const name = isForUsers(id) ? 'bob' : 'admin';
    const request = supertest(jira.url)[method](address).auth(name, name);
    const response = await (body === undefined ? request : request.send(body as object));
    expect(jira.defects.splice(0)).toEqual([expect.any(Planted)]);
    const { status, headers } = response;
    const path = address.split('?')[0] as string;
    const exchange = { method: method.toUpperCase(), path, status, headers, body: response.body as unknown };
    expect(judge(jira)(exchange as never)).toEqual([]);
    return response;
  };
}

let judged: ReturnType<typeof responseJudge> | undefined;

/** One judge for all: the profile is the same. */
function judge(jira: TestJira): ReturnType<typeof responseJudge> {
  return (judged ??= responseJudge('customfield-editor', jira.profile));
}
