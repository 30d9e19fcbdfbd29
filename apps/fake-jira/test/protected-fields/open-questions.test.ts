import { findGroup } from '@fake-jira/world';
import type { TestOptions } from '../support/jira.js';
import { testOpenQuestions, type Shown } from '../support/open-questions.js';
import { answerOf, clientOf, idOf, ofShop, single, tokens, world } from './protected-world.js';

type Client = ReturnType<typeof clientOf>;

const text = idOf('text');
const other = idOf('text', 'unencrypted');
const entry = (fieldId: string, value: unknown) => ({ fieldId, value });
const badRequest = [400, 'Bad Request'];
const stored = [200, 'OK'];

/** What a client sees that follows an answer. */
function shows(see: (client: Client) => Promise<void>): Shown {
  return (jira) => see(clientOf(jira));
}

/** A write is answered so, and what the field has then is this. */
function writes(value: unknown, answer: readonly unknown[], then: unknown, fieldId = text): Shown {
  return shows(async ({ write, valueOf }) => {
    await write([entry(fieldId, 'before')]);
    expect(answerOf(await write([entry(fieldId, value)]))).toEqual(answer);
    expect(await valueOf(fieldId)).toEqual(then);
  });
}

/** Of two forms of a value one is taken and read back, the other is refused. */
function hasForm(fieldId: string, right: unknown, wrong: unknown): Shown {
  return shows(async ({ write, valueOf }) => {
    expect(answerOf(await write([entry(fieldId, wrong)]))).toEqual(badRequest);
    expect(answerOf(await write([entry(fieldId, right)]))).toEqual(stored);
    expect(await valueOf(fieldId)).toEqual(right);
  });
}

function withoutToken(readStatus: number, writeAnswer: readonly unknown[]): Shown {
  return shows(async ({ read, write }) => {
    expect((await read([text], { token: null })).status).toBe(readStatus);
    expect(answerOf(await write([entry(text, 'x')], { token: null }))).toEqual(writeAnswer);
  });
}

function ofUnknownIssue(readStatus: number, writeAnswer: readonly unknown[]): Shown {
  return shows(async ({ read, write }) => {
    const asked = { issueKey: 'TEST-99' };
    expect((await read([text], asked)).status).toBe(readStatus);
    expect(answerOf(await write([entry(text, 'x')], asked))).toEqual(writeAnswer);
  });
}

const [bob, ada] = ['5b10ac8d82e05b22cc7d4ef5', '5b10a2844c20165700ede21g'];

function namesGroupBy(property: 'name' | 'groupId'): Shown {
  return async (jira) => {
    const { name, groupId } = findGroup(jira.root, 'developers') ?? { name: '', groupId: '' };
    await hasForm(idOf('group'), property === 'name' ? name : groupId, property === 'name' ? groupId : name)(jira);
  };
}

const options: TestOptions = { world };

testOpenQuestions(
  'protected',
  {
    'protected.missing-token': {
      '401': withoutToken(401, [401, 'Unauthorized']),
      '400': withoutToken(400, badRequest),
    },
    'protected.unknown-issue': {
      '400': ofUnknownIssue(400, badRequest),
      '401': ofUnknownIssue(401, [401, 'Unauthorized']),
    },
    'protected.read-error-body': {
      'plain-text': shows(async ({ read }) => {
        const refused = await read([text], { token: 'wrong' });
        expect([refused.type, ...answerOf(refused)]).toEqual(['text/plain', 401, 'The access token is not known.']);
      }),
      json: shows(async ({ read, write }) => {
        const refused = await read([text], { token: 'wrong' });
        expect(refused.type).toBe('application/json');
        expect(refused.body).toEqual({ message: 'The access token is not known.' });
        // The text of a write is documented.
        expect(answerOf(await write([], { token: 'wrong' }))).toEqual([401, 'Unauthorized']);
      }),
    },
    'protected.write-401-body': {
      unauthorized: shows(async ({ write }) => {
        expect(answerOf(await write([], { token: tokens.read }))).toEqual([401, 'Unauthorized']);
      }),
      'bad-request': shows(async ({ write }) => {
        for (const token of [tokens.read, 'wrong', null]) {
          expect(answerOf(await write([], { token }))).toEqual([401, 'Bad Request']);
        }
      }),
    },
    'protected.write-atomic': {
      yes: shows(async ({ write, valueOf }) => {
        expect(answerOf(await write([entry(text, 'x'), entry(idOf('number'), 'x')]))).toEqual(badRequest);
        expect(await valueOf(text)).toBeNull();
      }),
      no: shows(async ({ write, valueOf }) => {
        const entries = [entry(text, 'x'), entry(idOf('number'), 'x'), entry(other, 'y')];
        expect(answerOf(await write(entries))).toEqual(badRequest);
        expect([await valueOf(text), await valueOf(other)]).toEqual(['x', null]);
      }),
    },
    'protected.unset-value': {
      null: shows(async ({ read }) => {
        expect((await read([text])).body).toEqual([entry(text, null)]);
      }),
      'left-out': shows(async ({ read }) => {
        expect((await read([text])).body).toEqual([]);
      }),
    },
    'protected.clear-value': {
      clears: writes(null, stored, null),
      '400': writes(null, badRequest, 'before'),
    },
    'protected.multi-user-format': {
      list: hasForm(idOf('multi-user'), [bob, ada], `${bob},${ada}`),
      'comma-separated': hasForm(idOf('multi-user'), `${bob},${ada}`, [bob, ada]),
    },
    'protected.group-format': { name: namesGroupBy('name'), id: namesGroupBy('groupId') },
    'protected.collection-format': {
      list: hasForm(single, ['cat'], 'cat'),
      'string-for-single': async (jira) => {
        await hasForm(single, 'cat', ['cat'])(jira);
        await hasForm(idOf('collection'), ['cat'], 'cat')(jira);
      },
    },
    'protected.duplicate-entry': {
      '400': shows(async ({ write, valueOf }) => {
        expect(answerOf(await write([entry(text, 'x'), entry(text, 'y')]))).toEqual(badRequest);
        expect(await valueOf(text)).toBeNull();
      }),
      'last-wins': shows(async ({ write, valueOf }) => {
        expect(answerOf(await write([entry(text, 'x'), entry(text, 'y')]))).toEqual(stored);
        expect(await valueOf(text)).toBe('y');
      }),
    },
    'protected.repeated-field-id': {
      once: shows(async ({ read }) => {
        expect((await read([text, other, text])).body).toEqual([entry(text, null), entry(other, null)]);
      }),
      'each-time': shows(async ({ read }) => {
        expect((await read([text, text])).body).toEqual([entry(text, null), entry(text, null)]);
      }),
    },
    'protected.comma-separated-field-ids': {
      no: shows(async ({ read }) => {
        expect((await read([`${text},${other}`])).status).toBe(400);
      }),
      yes: shows(async ({ read }) => {
        expect((await read([`${text},${other}`])).body).toEqual([entry(text, null), entry(other, null)]);
      }),
    },
    'protected.bare-field-id': {
      '400': shows(async ({ read, write }) => {
        expect((await read(['10121'])).status).toBe(400);
        expect(answerOf(await write([entry('10121', 'x')]))).toEqual(badRequest);
      }),
      accepted: shows(async ({ read, write }) => {
        expect(answerOf(await write([entry('10121', 'x')]))).toEqual(stored);
        expect((await read(['10121'])).body).toEqual([entry(text, 'x')]);
      }),
    },
    'protected.issue-by-id': {
      no: shows(async ({ read }) => {
        expect((await read([text], { issueKey: '10000' })).status).toBe(400);
      }),
      yes: shows(async ({ write, valueOf }) => {
        expect(answerOf(await write([entry(text, 'x')], { issueKey: '10000' }))).toEqual(stored);
        expect(await valueOf(text)).toBe('x');
      }),
    },
    'protected.empty-write': {
      '400': shows(async ({ write }) => expect(answerOf(await write([]))).toEqual(badRequest)),
      ok: async (jira) => {
        const before = jira.root;
        expect(answerOf(await clientOf(jira).write([]))).toEqual(stored);
        expect(jira.root.issues).toEqual(before.issues);
      },
    },
    'protected.unknown-property': {
      '400': shows(async ({ write }) => {
        expect(answerOf(await write([{ ...entry(text, 'x'), note: 1 }]))).toEqual(badRequest);
      }),
      ignored: shows(async ({ write, valueOf }) => {
        expect(answerOf(await write([{ ...entry(text, 'x'), note: 1 }]))).toEqual(stored);
        expect(await valueOf(text)).toBe('x');
      }),
    },
    'protected.number-as-text': {
      '400': shows(async ({ write }) => {
        expect(answerOf(await write([entry(idOf('number'), '12.5')]))).toEqual(badRequest);
      }),
      accepted: shows(async ({ write, valueOf }) => {
        expect(answerOf(await write([entry(idOf('number'), '12.5')]))).toEqual(stored);
        expect(await valueOf(idOf('number'))).toBe(12.5);
        for (const wrong of ['twelve', '0x10', '1e999', ' 1'])
          expect(answerOf(await write([entry(idOf('number'), wrong)]))).toEqual(badRequest);
      }),
    },
    'protected.field-without-context': {
      '400': shows(async ({ read, write }) => {
        expect((await read([ofShop])).status).toBe(400);
        expect(answerOf(await write([entry(ofShop, 'x')]))).toEqual(badRequest);
      }),
      accepted: writes('x', stored, 'x', ofShop),
    },
  },
  options,
);
