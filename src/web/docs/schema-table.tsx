/** @jsxImportSource hono/jsx */
import { type JsonSchema, nameOfRef } from './json-schema.ts';
import { Prose } from './prose.tsx';

/** The members of an object: name, type, whether they are required, and what they mean. */
export function SchemaTable({ schema }: { readonly schema: JsonSchema }) {
  const properties = propertiesOf(schema);
  if (properties.length === 0) {
    return (
      <p>
        <TypeOf schema={schema} />
      </p>
    );
  }
  return (
    <table class="cards">
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Type</th>
          <th scope="col">Meaning</th>
        </tr>
      </thead>
      <tbody>
        {properties.map(({ name, property, isRequired }) => (
          <tr>
            <td>
              <code>{name}</code>
              {isRequired ? '' : ' (optional)'}
            </td>
            <td>
              <TypeOf schema={property} />
            </td>
            <td>
              <Prose text={property.description ?? ''} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface Property {
  readonly name: string;
  readonly property: JsonSchema;
  readonly isRequired: boolean;
}

function propertiesOf(schema: JsonSchema): Property[] {
  const inherited = (schema.allOf ?? []).flatMap(propertiesOf);
  const own = Object.entries(schema.properties ?? {}).map(([name, property]) => ({
    name,
    property,
    isRequired: schema.required?.includes(name) ?? false,
  }));
  return [...inherited, ...own];
}

/** A type in words, with links to the schemas that bear a name. */
export function TypeOf({ schema }: { readonly schema: JsonSchema }) {
  if (schema.$ref) {
    const name = nameOfRef(schema.$ref);
    return <a href={`#schema-${name}`}>{name}</a>;
  }
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (choices) return <>{choices.map((one, index) => [index > 0 ? ' or ' : '', <TypeOf schema={one} />])}</>;
  if (schema.enum) return <>{schema.enum.map((value) => JSON.stringify(value)).join(' | ')}</>;
  if (schema.type === 'array' && schema.items) {
    return (
      <>
        list of <TypeOf schema={schema.items} />
      </>
    );
  }
  return <>{plainType(schema)}</>;
}

function plainType({ type, format, properties, additionalProperties, ...limits }: JsonSchema): string {
  const name = typeof type === 'string' ? type : (type?.join(' or ') ?? 'any value');
  const shape = properties ? ` { ${Object.keys(properties).join(', ')} }` : '';
  const values = typeof additionalProperties === 'object' ? ' by name' : '';
  return `${name}${format ? ` (${format})` : ''}${shape}${values}${limitsOf(limits)}`;
}

function limitsOf({ minimum, maximum, minLength, maxLength }: JsonSchema): string {
  const unit = minLength === undefined && maxLength === undefined ? '' : ' characters';
  const [low, high] = [known(minimum ?? minLength), known(maximum ?? maxLength)];
  if (low !== undefined && high !== undefined) return `, ${low} to ${high}${unit}`;
  if (high !== undefined) return `, at most ${high}${unit}`;
  return low === undefined || low === 0 ? '' : `, at least ${low}${unit}`;
}

/** zod writes out how large a whole number can be at all; that says nothing to anyone. */
function known(limit: number | undefined): number | undefined {
  return limit === undefined || Math.abs(limit) === Number.MAX_SAFE_INTEGER ? undefined : limit;
}
