/** @jsxImportSource hono/jsx */
import { type JsonSchema, nameOfRef } from './json-schema.ts';

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
            <td>{property.description ?? ''}</td>
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
  const [low, high] = [minimum ?? minLength, maximum ?? maxLength];
  // zod writes the limits of whole numbers out; they say nothing to anyone.
  const isWide = high === Number.MAX_SAFE_INTEGER;
  if (low === undefined && (high === undefined || isWide)) return '';
  if (low !== undefined && Math.abs(low) === Number.MAX_SAFE_INTEGER) return '';
  return `, ${low ?? 0} to ${high === undefined || isWide ? '…' : high}${maxLength === undefined ? '' : ' characters'}`;
}
