import type { FeeLedger } from '../case-file.ts';
import { outstanding } from '../process/environment.ts';
import { feeAmount } from '../process/fee-amount.ts';
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
  const ledger = ledgerOf(turn, fee);
  move(turn, fee, 'waived', outstanding(ledger), ledger.party);
}

export function refundFee(turn: Turn, fee: string): void {
  const { paid, refunded, party } = ledgerOf(turn, fee);
  move(turn, fee, 'refunded', paid - refunded, party);
}

function ledgerOf(turn: Turn, fee: string): FeeLedger {
  return turn.theCase.fees[fee] ?? NOTHING;
}

type Movement = Exclude<keyof FeeLedger, 'party'>;

function move(turn: Turn, fee: string, movement: Movement, amount: number, party: string | undefined): void {
  if (amount === 0) return;
  const ledger = ledgerOf(turn, fee);
  const moved = { ...ledger, [movement]: ledger[movement] + amount, ...(party ? { party } : {}) };
  change(turn, { fees: { ...turn.theCase.fees, [fee]: moved } });
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
