import type { Channel } from '../../domain/definition/notice-schema.ts';
import type { Effects } from '../ports/effects.ts';
import type { OutboxRow } from '../ports/outbox.ts';
import { type RegistryTransaction, StorageUnavailable } from '../ports/registry.ts';
import type { EffectOutcome } from './effect-outcome.ts';
import { giveUp } from './give-up.ts';
import { withoutInvitation, withoutWords } from './kept-mail.ts';
import { later } from './later.ts';
import type { OutboxPorts } from './outbox-ports.ts';
import { recordDelivered } from './record-delivery.ts';

/** How long what waits for an operator's setting waits before it is looked at again. */
const HELD_MS = 60_000;
/** Servers' answers are proof; more than this of one proves nothing more. */
const MAX_RESPONSE_LENGTH = 500;

/** Records what came of an attempt, together with what follows from it in the case: one transaction. */
export async function conclude(
  ports: OutboxPorts,
  effects: Effects,
  row: OutboxRow,
  outcome: EffectOutcome,
): Promise<void> {
  const response = outcome.response.slice(0, MAX_RESPONSE_LENGTH);
  switch (outcome.kind) {
    case 'accepted':
      return finish(ports, effects, row, response);
    case 'lapsed':
      return lapse(ports, row, response);
    case 'held':
      return hold(ports, row, response);
    case 'deferred':
      return outcome.alarm ? alarm(ports, effects, row, response) : postpone(ports, effects, row, response);
    case 'rejected':
      return giveUp(ports, effects, row, response);
  }
}

/** Nobody is to be reached another way; and nobody shall read later that it was sent. */
function lapse({ registry, clock }: OutboxPorts, { key, kind, subject }: OutboxRow, response: string): Promise<void> {
  const channel = CHANNELS[kind];
  return registry.commit((tx) => {
    tx.finish(key, clock.now(), response);
    if (channel) tx.noteDelivery(subject, channel, { status: 'failed', response });
  });
}

const CHANNELS: { readonly [K in OutboxRow['kind']]?: Channel } = { mail: 'email', sms: 'sms' };

function hold({ registry, clock }: OutboxPorts, { key }: OutboxRow, response: string): Promise<void> {
  return registry.commit((tx) => tx.hold(key, later(clock.now(), HELD_MS), response));
}

/** Our own settings are at fault: an operator must hear of it, and nobody's mail is given up. */
function alarm(ports: OutboxPorts, effects: Effects, row: OutboxRow, response: string): Promise<void> {
  effects.report(new Error(`the mail server does not take our mail: ${response}`), row.key);
  return hold(ports, row, response);
}

function postpone(ports: OutboxPorts, effects: Effects, row: OutboxRow, response: string): Promise<void> {
  const waitMs = effects.retryInMs(row.attempts);
  if (waitMs === undefined) return giveUp(ports, effects, row, response);
  return ports.registry.commit((tx) => tx.postpone(row.key, later(ports.clock.now(), waitMs), response));
}

/** A mail that has arrived is not sent again because its case cannot go on: then that alone is reported. */
async function finish(ports: OutboxPorts, effects: Effects, row: OutboxRow, response: string): Promise<void> {
  const { registry, clock } = ports;
  const done = (tx: RegistryTransaction) => {
    if (effects.mail.kind === 'server') blank(tx, row);
    tx.finish(row.key, clock.now(), response);
  };
  try {
    await registry.commit((tx) => {
      done(tx);
      if (row.kind === 'mail') recordDelivered(ports, tx, row.subject);
    });
  } catch (error) {
    if (error instanceof StorageUnavailable) throw error;
    effects.report(error, row.key);
    await registry.commit(done);
  }
}

/** What is its recipient's alone does not stay behind: a code to join with, and what a stranger told the registry of themself. */
function blank(tx: RegistryTransaction, { key, kind }: OutboxRow): void {
  const without = { mail: withoutInvitation, codeAsked: withoutWords }[kind as string];
  const kept = without && tx.rendered(key);
  if (kept) tx.keepRendered(key, without(kept.rendered), kept.messageId);
}
