/** @jsxImportSource hono/jsx */
import { curlOf } from './curl-of.ts';
import { exampleOf } from './example-of.ts';
import { type JsonSchema, nameOfRef } from './json-schema.ts';
import type { Content, Operation, Parameter } from './operations-in.ts';
import { Prose } from './prose.tsx';
import { SchemaTable, TypeOf } from './schema-table.tsx';

interface Props {
  readonly operation: Operation;
  readonly named: Readonly<Record<string, JsonSchema>>;
}

/** Everything about one call. */
export function OperationCard({ operation, named }: Props) {
  const { method, path, operationId, summary, description, security, parameters = [], requestBody } = operation;
  return (
    <article class="card" id={operationId} aria-labelledby={`${operationId}-title`}>
      <h3 id={`${operationId}-title`}>
        <span class={`method ${method}`}>{method.toUpperCase()}</span>
        <code>{path}</code>
      </h3>
      <p>
        <b>{summary}.</b> {description && <Prose text={description} />}
      </p>
      <p class="quiet">{security.length > 0 ? 'For who is signed in.' : 'Open to everyone.'}</p>
      {parameters.length > 0 && <Parameters parameters={parameters} />}
      {requestBody && <Body content={requestBody.content} named={named} />}
      <Answers operation={operation} named={named} />
      <h4>On the command line</h4>
      <pre tabindex={0}>
        <code>{curlOf(operation, named)}</code>
      </pre>
    </article>
  );
}

function Parameters({ parameters }: { readonly parameters: readonly Parameter[] }) {
  return (
    <table class="cards">
      <caption>Parameters</caption>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Where</th>
          <th scope="col">Type</th>
          <th scope="col">Meaning</th>
        </tr>
      </thead>
      <tbody>
        {parameters.map(({ name, in: place, required, schema, description }) => (
          <tr>
            <td>
              <code>{name}</code>
              {required ? '' : ' (optional)'}
            </td>
            <td>{place}</td>
            <td>
              <TypeOf schema={schema} />
            </td>
            <td>
              <Prose text={description ?? schema.description ?? ''} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Body({ content, named }: { readonly content: Content; readonly named: Props['named'] }) {
  return (
    <>
      {Object.entries(content).map(([type, { schema }]) => (
        <>
          <h4>
            Body (<code>{type}</code>)
            {schema.$ref && (
              <>
                {': '}
                <TypeOf schema={schema} />
              </>
            )}
          </h4>
          <SchemaTable schema={(schema.$ref && named[nameOfRef(schema.$ref)]) || schema} />
        </>
      ))}
    </>
  );
}

const isGood = (status: string) => status.startsWith('2');

function Answers({ operation: { responses }, named }: Props) {
  const good = Object.entries(responses).filter(([status]) => isGood(status));
  const bad = Object.entries(responses).filter(([status]) => !isGood(status));
  return (
    <>
      <h4>Answers</h4>
      {good.map(([status, { description, content = {} }]) => (
        <>
          <p>
            <b>{status}</b> {description} <AnswerType content={content} />
          </p>
          {content['application/json'] && <Example schema={content['application/json'].schema} named={named} />}
        </>
      ))}
      <details>
        <summary>Problems</summary>
        <ul>
          {bad.map(([status, { description }]) => (
            <li>
              <b>{status}</b> {description.replaceAll('`', '')}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

function AnswerType({ content }: { readonly content: Content }) {
  const schema = content['application/json']?.schema;
  return schema ? <TypeOf schema={schema} /> : <span>{Object.keys(content).join(', ')}</span>;
}

function Example({ schema, named }: { readonly schema: JsonSchema; readonly named: Props['named'] }) {
  return (
    <details>
      <summary>Example</summary>
      <pre tabindex={0}>
        <code>{JSON.stringify(exampleOf(schema, named), null, 2)}</code>
      </pre>
    </details>
  );
}
