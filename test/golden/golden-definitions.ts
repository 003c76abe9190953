import { readdirSync, readFileSync } from 'node:fs';
import type { DefinitionInput } from '../../src/domain/definition/schema.ts';
import type { Calendar } from '../../src/domain/time/calendar-schema.ts';
import { depositDispute } from '../a-deposit-dispute.ts';
import { depositWithOrders } from '../a-deposit-with-orders.ts';
import { byEveryChannel } from '../by-every-channel.ts';

const root = new URL('../../', import.meta.url);

/** What is recorded: the shipped processes, and the deposit dispute with a second version to migrate to. */
export function goldenDefinitions(): Record<string, DefinitionInput> {
  return {
    'small-claims@1': json('workflows/small-claims.json') as DefinitionInput,
    'traffic-fine@1': json('workflows/traffic-fine.json') as DefinitionInput,
    'deposit@1': depositDispute,
    'deposit@2': withThreeWeeks(),
    'deposit@3': thatNeverRests(),
    'deposit@4': depositWithOrders(),
    'deposit@5': byEveryChannel(depositDispute),
  };
}

export function goldenCalendars(): Record<string, Calendar> {
  const files = readdirSync(new URL('calendars/', root)).filter((name) => name.endsWith('.json'));
  return Object.fromEntries(
    files.map((name) => [name.replace('.json', ''), json(`calendars/${name}`) as unknown as Calendar]),
  );
}

function json(path: string): object {
  return JSON.parse(readFileSync(new URL(path, root), 'utf8')) as object;
}

/** Version 2 gives three weeks to respond, calls serving `reached`, and waits for the whole case as well. */
function withThreeWeeks(): DefinitionInput {
  const { deadlines = {}, chart, partyCharts } = depositDispute;
  const responseWindow = deadlines.responseWindow as NonNullable<(typeof deadlines)[string]>;
  const patience = { count: 60, unit: 'days', why: { en: '60 days', fr: '60 jours' } } as const;
  return {
    ...depositDispute,
    deadlines: { ...deadlines, responseWindow: { ...responseWindow, count: 21 }, patience },
    chart: JSON.parse(
      JSON.stringify(chart).replace('"id":"response",', '"id":"response","after":{"patience":"#closed"},'),
    ),
    partyCharts: JSON.parse(JSON.stringify(partyCharts).replaceAll('"served"', '"reached"')),
  };
}

/** Version 3 goes round in circles once the respondent's time has run out. */
function thatNeverRests(): DefinitionInput {
  const { respondent } = depositDispute.partyCharts ?? {};
  const states = respondent?.states ?? {};
  return {
    ...depositDispute,
    partyCharts: {
      respondent: {
        ...respondent,
        states: { ...states, served: { ...states.served, after: { responseWindow: 'here' } }, ...circle },
      },
    },
  } as DefinitionInput;
}

const circle = { here: { always: 'there' }, there: { always: 'here' } };
