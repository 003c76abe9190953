import type { Fact } from '../../src/domain/fact.ts';

/** A fact as its table keeps it. */
export type Recorded<Kind extends Fact['kind']> = Omit<Extract<Fact, { kind: Kind }>, 'kind'>;
