import { describe, expect, it } from 'vitest';
import { checkDefinition } from '../../src/domain/definition/check/check-definition.ts';
import { runScenario } from '../../src/domain/rehearsal/run-scenario.ts';
import { processOf, shippedDefinition, shippedText } from './shipped.ts';
import { transitionsTaken } from './transitions-taken.ts';

const definition = shippedDefinition('traffic-fine');
const process = processOf(definition);

describe('the shipped traffic fine', () => {
  it('has nothing that the checker would object to or warn of', () => {
    expect(checkDefinition(JSON.parse(shippedText('traffic-fine'))).problems).toEqual([]);
  });

  it.each(definition.scenarios.map((scenario) => [scenario.name, scenario] as const))('%s', (_, scenario) => {
    expect(runScenario(process, scenario).problems).toEqual([]);
  });

  it('shows every transition of its chart in one of its scenarios', () => {
    expect(transitionsTaken(definition).missed).toEqual([]);
  });

  it('speaks Italian too, to the people it is sent to', () => {
    expect(definition.languages).toContain('it');
    expect(definition.notices['fine-sent']?.body.it).toMatch(/Deve agire/);
  });
});
