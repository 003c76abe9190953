import type { FeeLedger } from '../case-file.ts';
import { outstanding } from '../environment.ts';
import { feeAmount } from '../fee-amount.ts';
import { change, environment, nextId, type Turn } from './turn.ts';

const NOTHING: FeeLedger = { charged: 0, paid: 0, waived: 0, refunded: 0 };

/** Charges a fee at the amount it now comes to. */
export function chargeFee(turn: Turn, fee: string, party: string | undefined): void {
  move(turn, fee, 'charged', feeAmount(turn.process, fee, environment(turn, party)), party);
}

/** Records a payment: `amount`, or all that is outstanding. Answers false when nothing is, or it is more than that. */
export function payFee(turn: Turn, fee: string, amount: number | undefined, party: string | undefined): boolean {
  const due = outstanding(ledgerOf(turn, fee));
  if (due === 0 || (amount !== undefined && !isPartOf(due, amount))) return false;
  move(turn, fee, 'paid', amount ?? due, party);
  return true;
}

function isPartOf(due: number, amount: number): boolean {
  return Number.isSafeInteger(amount) && amount > 0 && amount <= due;
}

export function waiveFee(turn: Turn, fee: string): void {
  move(turn, fee, 'waived', outstanding(ledgerOf(turn, fee)), undefined);
}

export function refundFee(turn: Turn, fee: string): void {
  const { paid, refunded } = ledgerOf(turn, fee);
  move(turn, fee, 'refunded', paid - refunded, undefined);
}

function ledgerOf(turn: Turn, fee: string): FeeLedger {
  return turn.theCase.fees[fee] ?? NOTHING;
}

function move(turn: Turn, fee: string, movement: keyof FeeLedger, amount: number, party: string | undefined): void {
  if (amount === 0) return;
  const ledger = ledgerOf(turn, fee);
  change(turn, { fees: { ...turn.theCase.fees, [fee]: { ...ledger, [movement]: ledger[movement] + amount } } });
  turn.facts.push({
    kind: 'FeeMoved',
    id: nextId(turn),
    fee,
    movement,
    amount,
    currency: turn.process.definition.currency,
    ...(party ? { party } : {}),
  });
}
