import type { Environment } from './environment.ts';
import type { Process } from './process.ts';

/** What a fee comes to: the last band whose condition holds sets it. Cents. */
export function feeAmount(process: Process, fee: string, seen: Environment): number {
  const rule = process.definition.fees[fee];
  if (!rule) throw new Error(`${process.definition.id} has no fee ${fee}; the checker refuses such a definition`);
  const bands = (rule.amountWhen ?? []).filter((band) => process.evaluate.holds(band.if, seen));
  return bands.at(-1)?.amount ?? rule.amount;
}
