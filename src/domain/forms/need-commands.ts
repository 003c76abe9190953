import type { CaseFile } from '../case-file.ts';
import type { Command } from '../command.ts';
import type { Answered, Setting } from '../engine-request.ts';
import type { NeedKind, NeedReader } from '../need.ts';

type NeedEvent = 'TELL_NEED' | 'WITHDRAW_NEED' | 'ANSWER_NEED';

/** What the engine is asked to decide about needs. */
export const NEED_COMMANDS: { readonly [E in NeedEvent]: (answers: Answered, setting: Setting) => Command } = {
  TELL_NEED: (
    {
      need = '',
      kind = 'accommodation' as NeedKind,
      wants = [] as string[],
      details = '',
      readers = [] as NeedReader[],
    },
    { theCase, actor, named, own },
  ) => ({
    kind: 'tellNeed',
    actor,
    party: named ?? own ?? ownerOf(theCase, need) ?? '',
    ...(need ? { need } : {}),
    about: kind,
    wants,
    ...(details ? { details } : {}),
    readers,
  }),
  WITHDRAW_NEED: ({ need = '' }, { theCase, actor, named, own }) => ({
    kind: 'withdrawNeed',
    actor,
    party: named ?? own ?? ownerOf(theCase, need) ?? '',
    need,
  }),
  ANSWER_NEED: (
    { need = '', outcome = 'arranged' as 'arranged' | 'cannot', answer = '' },
    { theCase, actor, named },
  ) => ({
    kind: 'answerNeed',
    actor,
    party: named ?? ownerOf(theCase, need) ?? '',
    need,
    outcome,
    ...(answer ? { answer } : {}),
  }),
};

function ownerOf({ parties }: CaseFile, need: string): string | undefined {
  return parties.find(({ needs = [] }) => needs.some(({ id }) => id === need))?.id;
}
