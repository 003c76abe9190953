import { describe, expect, it } from 'vitest';
import { replayDecisions } from '../../src/domain/replay/replay-decisions.ts';
import { verifyRegistry } from '../../src/store/verify/verify-registry.ts';
import { afterwards, CASE, STORY } from '../app/a-dispute.ts';
import type { TestTribunal } from '../app/a-tribunal.ts';

describe('a dispute from its opening to its decision', () => {
  it('can be decided again from its journal: the case file to the byte, and every row', async () => {
    const tribunal = await afterwards(STORY.decided);
    expect(verify(tribunal)).toEqual([]);
  });

  it('betrays whoever changes what was decided', async () => {
    const tribunal = await afterwards(STORY.decided);
    tribunal.database.connection.exec(`update orders set "order" = replace("order", '120000', '12000')`);
    expect(verify(tribunal)).toMatchObject([{ kind: 'row-differs', caseId: CASE, table: 'orders' }]);
  });
});

function verify({ database, processOf }: TestTribunal) {
  return [...verifyRegistry(database, (entries) => [...replayDecisions(processOf, entries)])];
}
