import type { Root } from '@fake-jira/world';
import { TestJira, type TestOptions } from '../../support/jira.js';
import type { Scenario } from './scenario.js';

/** A Jira for all scenarios of the same options, since making one costs more than a scenario does. */
class Stage {
  readonly jira: TestJira;
  readonly #start: Root;
  /** The world as it was when the last request came in. */
  before: Root | undefined;

  constructor(options: TestOptions) {
    this.jira = new TestJira({
      ...options,
      middleware: [
        (_request, _response, next) => {
          this.before = this.jira.root;
          next();
        },
        ...(options.middleware ?? []),
      ],
    });
    this.#start = this.jira.root;
  }

  reset(): void {
    this.jira.world.restore(this.#start);
  }
}

const stages = new Map<TestOptions, Stage>();

afterAll(() => {
  for (const { jira } of stages.values()) jira.close();
});

/**
 * Plays a scenario and holds its outcome to what it says, and to what holds for every answer of that status.
 *
 * @param reads - whether the operation changes nothing even where it succeeds
 */
export async function play(status: number, scenario: Scenario, reads: boolean): Promise<void> {
  const { options, act, expectations } = scenario;
  const stage = stages.get(options) ?? new Stage(options);
  stages.set(options, stage);
  stage.reset();
  const { jira } = stage;
  const response = await act(jira);
  // Both at once, so that an answer with another status is shown with what it says.
  expect({ status: response.status, text: response.text }).toEqual({ status, text: response.text });
  expect(jira.root === stage.before).toBe(status >= 400 || reads);
  if (status === 204 || status === 303) expect(response.text).toBe('');
  for (const expectation of expectations) await expectation({ response, jira });
}
