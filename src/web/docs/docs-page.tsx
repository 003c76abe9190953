/** @jsxImportSource hono/jsx */
import type { OpenApiDocument } from '../openapi-document.ts';
import { namedSchemas } from './json-schema.ts';
import { OperationCard } from './operation-card.tsx';
import { operationsIn } from './operations-in.ts';
import { Prose } from './prose.tsx';
import { SchemaTable } from './schema-table.tsx';

const anchorOf = (group: string) => `group-${group.toLowerCase().replaceAll(' ', '-')}`;

/** The whole API on one page that needs no script: find in page finds. */
export function DocsPage({ document }: { readonly document: OpenApiDocument }) {
  const groups = [...operationsIn(document)];
  const named = namedSchemas(document);
  return (
    <div class="manual">
      <nav aria-label="Calls">
        {groups.map(([group, operations]) => (
          <>
            <b>
              <a href={`#${anchorOf(group)}`}>{group}</a>
            </b>
            <ul>
              {operations.map(({ operationId, summary }) => (
                <li>
                  <a href={`#${operationId}`}>{summary}</a>
                </li>
              ))}
            </ul>
          </>
        ))}
        <b>
          <a href="#schemas">Schemas</a>
        </b>
      </nav>
      <div>
        <h1>API</h1>
        {document.info.description?.split('\n\n').map((paragraph) => (
          <p>
            <Prose text={paragraph} />
          </p>
        ))}
        <p>
          The same for programs: <a href="/openapi.json">/openapi.json</a> (OpenAPI 3.1). What can go wrong:{' '}
          <a href="/problems">all reasons</a>.
        </p>
        {groups.map(([group, operations]) => (
          <section aria-labelledby={anchorOf(group)}>
            <h2 id={anchorOf(group)}>{group}</h2>
            {operations.map((operation) => (
              <OperationCard operation={operation} named={named} />
            ))}
          </section>
        ))}
        <section aria-labelledby="schemas">
          <h2 id="schemas">Schemas</h2>
          {Object.entries(named).map(([name, schema]) => (
            <article class="card" id={`schema-${name}`}>
              <h3>{name}</h3>
              {schema.description && (
                <p>
                  <Prose text={schema.description} />
                </p>
              )}
              <SchemaTable schema={schema} />
            </article>
          ))}
        </section>
      </div>
    </div>
  );
}
