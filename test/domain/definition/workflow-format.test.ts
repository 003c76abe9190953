import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { OUTCOMES } from '../../../src/domain/definition/action-schema.ts';
import { checkDefinition } from '../../../src/domain/definition/check/check-definition.ts';
import { PROBLEM_CODES } from '../../../src/domain/definition/check/problem-codes.ts';
import { CHART_SIGNALS, ENGINE_COMMANDS } from '../../../src/domain/definition/engine-events.ts';
import { FIELD_TYPES } from '../../../src/domain/definition/form-schema.ts';
import type { DefinitionInput } from '../../../src/domain/definition/schema.ts';
import { DOCUMENT_TEMPLATES, NOTICE_TEMPLATES, SHIPPED_CALENDARS } from '../../../src/domain/definition/templates.ts';
import { FUNCTIONS } from '../../../src/domain/expression/callable-functions.ts';
import { runScenario } from '../../../src/domain/rehearsal/run-scenario.ts';
import { processFor } from '../../a-process.ts';
import { aGoodDefinition } from './a-good-definition.ts';
import { changed } from './changed.ts';

const page = readFileSync(join(import.meta.dirname, '../../../docs/workflow-format.md'), 'utf8');

describe('the page on the workflow format', () => {
  it('gives examples that together are a definition with nothing wrong', () => {
    expect(checkDefinition(definitionOnPage()).problems).toEqual([]);
  });

  it('tells a story that its definition really tells', () => {
    const definition = definitionOnPage();
    expect(playAll(definition)).toEqual([]);
  });

  it('lists every problem with what it means and what to do, and no other', () => {
    const rows = [
      ...page.slice(page.indexOf('<!-- codes -->')).matchAll(/^\| `([a-z-]+)`(?: ⚠)? \| (.*) \| (.*) \|$/gm),
    ];
    expect(Object.fromEntries(rows.map(([, code, means, fix]) => [code, [means, fix]]))).toEqual(PROBLEM_CODES);
  });

  it('names everything that there is to choose from', () => {
    const words = [
      ...FIELD_TYPES,
      ...NOTICE_TEMPLATES,
      ...DOCUMENT_TEMPLATES,
      ...SHIPPED_CALENDARS,
      ...OUTCOMES,
      ...ENGINE_COMMANDS,
      ...Object.keys(CHART_SIGNALS),
    ];
    expect(words.filter((word) => !page.includes(`\`${word}\``))).toEqual([]);
    expect(Object.keys(FUNCTIONS).filter((name) => !page.includes(`${name}(`))).toEqual([]);
  });
});

describe('workflow.schema.json', () => {
  const file = join(import.meta.dirname, '../../../workflows/workflow.schema.json');
  const schema = z.fromJSONSchema(JSON.parse(readFileSync(file, 'utf8')));

  it('lets an editor take what the checker takes, and mark what is misspelt', () => {
    expect(schema.safeParse(aGoodDefinition()).success).toBe(true);
    expect(schema.safeParse(definitionOnPage()).success).toBe(true);
    expect(schema.safeParse(changed(aGoodDefinition(), { '/events/SUBMIT/fom': 'application' })).success).toBe(false);
    expect(schema.safeParse(changed(aGoodDefinition(), { '/deadlines/talksWindow/unit': 'fortnights' })).success).toBe(
      false,
    );
  });
});

describe('the good definition of these tests', () => {
  it('tells its own story too', () => {
    expect(playAll(aGoodDefinition())).toEqual([]);
  });
});

function definitionOnPage(): DefinitionInput {
  const blocks = [...page.matchAll(/<!-- example: (\S*) ?-->\n```json\n(.*?)\n```/gs)].map(([, pointer, json]) => [
    pointer,
    JSON.parse(json ?? ''),
  ]);
  const [[, head], ...parts] = blocks as [[string, unknown], ...[string, unknown][]];
  return changed(head, Object.fromEntries(parts)) as DefinitionInput;
}

function playAll(definition: DefinitionInput): unknown[] {
  const process = processFor(definition);
  return process.definition.scenarios.flatMap((scenario) => runScenario(process, scenario).problems);
}
