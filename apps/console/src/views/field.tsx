import { useEffect, useState } from 'preact/hooks';
import { attempt, change } from '../fake.js';
import { keyOf, world, type Context, type Field, type Grants } from '../world.js';
import { OptionTree } from './options.js';
import { Windows } from './windows.js';

/** All that the world has of a field. */
export function FieldPage({ field }: { readonly field: Field }) {
  const { contexts = [] } = field;
  return (
    <>
      <p>
        <a href="#/world">All fields</a>
      </p>
      <h1>{field.name}</h1>
      <p>
        <code>{keyOf(field)}</code> · <code>{field.type}</code>
        {field.trashed !== undefined && ' · in the trash'}
      </p>
      {field.description && <p>{field.description}</p>}
      <Granted to={field.permissions} />
      <h2>Contexts</h2>
      {contexts.length === 0 && <p>It has none.</p>}
      {contexts.map((context) => (
        <ContextPart key={context.id} field={field} context={context} />
      ))}
      <WhereItApplies field={field} />
      <Screens field={field} />
      <Windows fieldKey={keyOf(field)} />
    </>
  );
}

function ContextPart({ field, context }: { readonly field: Field; readonly context: Context }) {
  const { projects, issueTypes, options } = context;
  return (
    <section class="card" aria-label={context.name}>
      <h3>{context.name}</h3>
      <p>
        <small>
          id {context.id} · {projects ? projects.join(', ') || 'no project' : 'all projects'} ·{' '}
          {issueTypes ? issueTypes.join(', ') : 'all issue types'}
        </small>
      </p>
      <Granted to={context.permissions} />
      {context.default !== undefined && (
        <p>
          Default value: <code>{JSON.stringify(context.default)}</code>
        </p>
      )}
      {options && <OptionTree fieldKey={keyOf(field)} context={context} options={options} />}
    </section>
  );
}

function Granted({ to }: { readonly to: Grants | undefined }) {
  const names = [...(to?.users ?? []), ...(to?.groups ?? []).map((name) => `group ${name}`)];
  return names.length > 0 ? <p>May be edited in Customfield Editor by {names.join(', ')}.</p> : null;
}

interface Applied {
  readonly projectId: string;
  readonly issueTypeId: string;
  readonly contextId: string | null;
}

/** Asked of Jira's API, which knows the rule. */
function WhereItApplies({ field }: { readonly field: Field }) {
  const [applied, setApplied] = useState<readonly Applied[]>();
  const { projects = [], issueTypes = [] } = world.value ?? {};
  const shown = projects.slice(0, 40);
  useEffect(() => {
    const mappings = shown.flatMap(({ id }) =>
      issueTypes.map((type) => ({ projectId: String(id), issueTypeId: String(type.id) })),
    );
    void attempt(async () => {
      const path = `/rest/api/3/field/${keyOf(field)}/context/mapping?maxResults=${mappings.length}`;
      const { values } = (await change('POST', path, { mappings })) as { values: readonly Applied[] };
      setApplied(values);
    });
  }, [field.id, world.value]);
  const nameOf = (projectId: number, typeId: number) => {
    const found = applied?.find((one) => one.projectId === String(projectId) && one.issueTypeId === String(typeId));
    return field.contexts?.find(({ id }) => String(id) === found?.contextId)?.name ?? '–';
  };
  if (!applied) return null;
  return (
    <section aria-labelledby="applies">
      <h2 id="applies">Which context applies</h2>
      <div class="scroll" tabIndex={0} role="region" aria-label="Projects and issue types">
        <table>
          <thead>
            <tr>
              <th scope="col">Project</th>
              {issueTypes.map(({ id, name }) => (
                <th key={id} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((project) => (
              <tr key={project.id}>
                <th scope="row">{project.key}</th>
                {issueTypes.map((type) => (
                  <td key={type.id}>{nameOf(project.id, type.id)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {projects.length > shown.length && <p>The first {shown.length} projects.</p>}
    </section>
  );
}

function Screens({ field }: { readonly field: Field }) {
  const places = (world.value?.screens ?? []).flatMap((screen) =>
    (screen.tabs ?? [])
      .filter(({ fields }) => fields?.some((one) => one === field.name || one === keyOf(field)))
      .map((tab) => `${screen.name} (${tab.name})`),
  );
  return (
    <section aria-labelledby="screens">
      <h2 id="screens">Screens</h2>
      <p>{places.join(', ') || 'It is on none.'}</p>
    </section>
  );
}
