import { exampleOf } from './example-of.ts';
import type { JsonSchema } from './json-schema.ts';
import type { Operation } from './operations-in.ts';

/** The call as a command line. */
export function curlOf(operation: Operation, named: Readonly<Record<string, JsonSchema>>): string {
  const { method, path, parameters = [], security } = operation;
  const needed = parameters.filter((one) => one.in === 'query' && one.required);
  const query = needed.map(({ name, schema }) => `${name}=${exampleOf(schema, named)}`).join('&');
  const url = `"$PARLEY${path.replace(/\{(\w+)\}/g, (_, name: string) => `$${name.toUpperCase()}`)}${query ? `?${query}` : ''}"`;
  const lines = [
    `curl -s${method === 'get' ? '' : ` -X ${method.toUpperCase()}`} ${url}`,
    ...(security.length > 0 ? ['-H "Authorization: Bearer $TOKEN"'] : []),
    ...(parameters.some(({ name }) => name === 'Idempotency-Key') ? ['-H "Idempotency-Key: $KEY"'] : []),
    ...bodyOf(operation, named),
  ];
  return lines.join(' \\\n  ');
}

function bodyOf({ requestBody }: Operation, named: Readonly<Record<string, JsonSchema>>): string[] {
  const [type, media] = Object.entries(requestBody?.content ?? {})[0] ?? [];
  if (!type || !media) return [];
  if (type === 'multipart/form-data') return ['-F file=@receipt.pdf', '-F description="Receipt"'];
  const example = JSON.stringify(exampleOf(media.schema, named), null, 2).replaceAll("'", "'\\''");
  return [`-H "Content-Type: ${type}"`, `-d '${example}'`];
}
