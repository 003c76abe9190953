import type { FieldType } from '../definition/form-schema.ts';
import { givesDate } from './check-result.ts';
import type { ExpressionNode } from './expression-node.ts';
import type { ExpressionScope } from './scope-for.ts';

/** The library's name of a result's type → the kind of field that holds such a value. */
const FIELD_OF_RESULT: Readonly<Record<string, FieldType>> = {
  bool: 'yesno',
  int: 'money',
  double: 'number',
  string: 'text',
  Instant: 'text',
  'list<string>': 'choices',
  'map<string, string>': 'address',
};

/** What kind of field keeps the value that an expression gives; undefined for lists of numbers and of yes or no. */
export function keptAs(type: string, node: ExpressionNode, scope: ExpressionScope): FieldType | undefined {
  if (type === 'string' && givesDate(node, scope)) return 'date';
  return FIELD_OF_RESULT[type];
}
