import { type JsonSchema, nameOfRef } from './json-schema.ts';

const MAX_DEPTH = 8;

/** A value as the schema describes it: what its examples say, and made up from its types where they say nothing. */
export function exampleOf(
  schema: JsonSchema | undefined,
  named: Readonly<Record<string, JsonSchema>>,
  depth = 0,
): unknown {
  if (!schema || depth > MAX_DEPTH) return {};
  if (schema.example !== undefined) return schema.example;
  if (schema.default !== undefined) return schema.default;
  if (schema.$ref) return exampleOf(named[nameOfRef(schema.$ref)], named, depth + 1);
  if (schema.enum) return schema.enum[0];
  if (schema.allOf) return mergedExample(schema.allOf, named, depth);
  const first = schema.anyOf?.[0] ?? schema.oneOf?.[0];
  if (first) return exampleOf(first, named, depth + 1);
  return ofType(schema, named, depth);
}

function mergedExample(parts: readonly JsonSchema[], named: Readonly<Record<string, JsonSchema>>, depth: number) {
  return Object.assign({}, ...parts.map((part) => exampleOf(part, named, depth + 1)));
}

function ofType(schema: JsonSchema, named: Readonly<Record<string, JsonSchema>>, depth: number): unknown {
  const type = typeof schema.type === 'string' ? schema.type : schema.type?.[0];
  switch (type) {
    case 'array':
      return [exampleOf(schema.items, named, depth + 1)];
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([name, one]) => [name, exampleOf(one, named, depth + 1)]),
      );
    case 'integer':
    case 'number':
      return schema.minimum ?? 1;
    case 'boolean':
      return true;
    case 'null':
      return null;
    default:
      return '…';
  }
}
