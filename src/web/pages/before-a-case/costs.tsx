/** @jsxImportSource hono/jsx */
import { named } from '../../../domain/definition/definition-view.ts';
import type { Definition } from '../../../domain/definition/schema.ts';
import { textIn } from '../../../domain/text-in.ts';
import { formatMoney } from '../../../domain/texts/format-value.ts';
import { fill, type Words } from '../../words.ts';
import { conditionWords } from '../forms/condition-words.ts';

interface Props {
  readonly words: Words;
  readonly definition: Definition;
}

/** What whoever brings a claim pays, before they begin: each fee with its bands, and whether it can be waived. */
export function Costs({ words, definition }: Props) {
  const fees = feesOfOpener(definition);
  return (
    <section aria-labelledby="costs">
      <h2 id="costs">{words.explore.costs}</h2>
      {fees.length === 0 && <p>{words.explore.free}</p>}
      {fees.map((fee) => (
        <Fee words={words} definition={definition} {...fee} />
      ))}
    </section>
  );
}

function Fee({ words, definition, fee, form }: Props & OpenersFee) {
  const { currency } = definition;
  const money = (cents: number) => formatMoney(cents, currency, words.lang);
  const { title, amount, amountWhen = [], waiver } = definition.fees[fee] ?? { amount: 0 };
  const asked = form ? named(definition.forms, form) : undefined;
  return (
    <>
      <p>
        <b>{fill(words.explore.fee, { title: textIn(title, words.lang) || fee, amount: money(amount) })}</b>
      </p>
      {amountWhen.map((band) => {
        const condition = asked && conditionWords(band.if, asked, currency, words);
        const text = condition ? words.act.feeIf : words.act.feeElse;
        return <p>{fill(text, { amount: money(band.amount), condition: condition ?? '' })}</p>;
      })}
      {waiver && <p>{words.explore.waiver}</p>}
    </>
  );
}

interface OpenersFee {
  readonly fee: string;
  /** Whose answers can change it. */
  readonly form: string | undefined;
}

/** Charged by what the first party role does: it is the one that opens cases. */
function feesOfOpener({ roles, events }: Definition): readonly OpenersFee[] {
  const opener = Object.entries(roles).find(([, { kind }]) => kind === 'party')?.[0] ?? '';
  const charged = Object.values(events).flatMap(({ by, fee, form }) =>
    fee && by.includes(opener) ? [{ fee, form }] : [],
  );
  return [...new Map(charged.map((one) => [one.fee, one])).values()];
}
