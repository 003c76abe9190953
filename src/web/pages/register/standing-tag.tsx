/** @jsxImportSource hono/jsx */
import type { Standing } from '../../../app/ports/rows.ts';
import { Tag } from '../../components/tag.tsx';
import { fill, type Words } from '../../words.ts';
import { dayOfMoment } from '../moment-in-words.ts';

const COLOURS: { readonly [S in Standing['standing']]: string } = {
  'in-force': 'govuk-tag--green',
  cancelled: 'govuk-tag--red',
  satisfied: 'govuk-tag--blue',
  replaced: 'govuk-tag--orange',
};

interface Props {
  readonly words: Words;
  readonly zone: string;
  readonly of: Standing;
}

/** Whether an order still stands, and if not, since when. */
export function StandingTag({ words, zone, of }: Props) {
  return <Tag class={COLOURS[of.standing]}>{standingInWords(words, zone, of)}</Tag>;
}

/** “Cancelled on Monday, 2 March 2026”. */
export function standingInWords(words: Words, zone: string, { standing, standingAt }: Standing): string {
  const on = standingAt === null ? '' : dayOfMoment(standingAt, zone, words);
  return fill(words.orders.standing[standing], { on });
}
