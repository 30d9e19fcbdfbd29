import { useEffect, useRef, useState } from 'preact/hooks';
import { attempt, base, control, signedIn } from '../fake.js';
import { knownAnswers, readKnown } from '../known.js';

interface SwaggerRequest {
  headers: Record<string, string>;
}

type Swagger = (options: {
  spec: unknown;
  domNode: HTMLElement;
  deepLinking: boolean;
  docExpansion: string;
  validatorUrl: null;
  requestInterceptor: (request: SwaggerRequest) => SwaggerRequest;
}) => void;

/** Swagger UI, loaded by whoever opens this view, with the documents as they are in this Jira. */
export function ExplorerView() {
  const [api, setApi] = useState('jira-cloud');
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => void attempt(readKnown), []);
  useEffect(
    () =>
      void attempt(async () => {
        const [show, spec] = await Promise.all([loadSwagger(), control<object>(`specs/${api}`)]);
        show({
          spec: { ...spec, servers: [{ url: base.href.replace(/\/$/, '') }] },
          domNode: place.current!,
          deepLinking: false,
          docExpansion: 'none',
          validatorUrl: null,
          requestInterceptor: (request) => {
            request.headers = { ...signedIn(), ...request.headers, 'X-Atlassian-Token': 'no-check' };
            return request;
          },
        });
      }),
    [api],
  );
  return (
    <>
      <h1>Explorer</h1>
      <label>
        API{' '}
        <select value={api} onChange={({ currentTarget }) => setApi(currentTarget.value)}>
          {[...new Set(knownAnswers.value?.map((one) => one.api) ?? [api])].map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      <p>Requests are sent as whoever is chosen above, to this workspace.</p>
      <div ref={place} class="explorer" />
    </>
  );
}

/** The files of the console stand where its own script does. */
const addressOf = (name: string) => new URL(name, import.meta.url).href;

function loadSwagger(): Promise<Swagger> {
  const known = (window as { SwaggerUIBundle?: Swagger }).SwaggerUIBundle;
  if (known) return Promise.resolve(known);
  const style = Object.assign(document.createElement('link'), {
    rel: 'stylesheet',
    href: addressOf(__EXPLORER__.style),
  });
  const script = Object.assign(document.createElement('script'), { src: addressOf(__EXPLORER__.script) });
  return new Promise((resolve, reject) => {
    script.onload = () => resolve((window as unknown as { SwaggerUIBundle: Swagger }).SwaggerUIBundle);
    script.onerror = () => reject(new Error('The explorer could not be loaded. Is the fake still running?'));
    document.head.append(style, script);
  });
}
