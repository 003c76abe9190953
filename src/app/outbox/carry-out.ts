import type { Effects } from '../ports/effects.ts';
import type { OutboxRow } from '../ports/outbox.ts';
import type { EffectOutcome } from './effect-outcome.ts';
import { makeDocument } from './make-document.ts';
import { makeLetter } from './make-letter.ts';
import type { OutboxPorts } from './outbox-ports.ts';
import { scanFile } from './scan-file.ts';
import { sendCodeAsked } from './send-code-asked.ts';
import { sendFormLink } from './send-form-link.ts';
import { sendNotice } from './send-notice.ts';
import { sendSignInCode } from './send-sign-in-code.ts';
import { sendText } from './send-text.ts';

/** One attempt at one effect. */
export function carryOut(ports: OutboxPorts, effects: Effects, row: OutboxRow): Promise<EffectOutcome> {
  switch (row.kind) {
    case 'document':
      return makeDocument(ports, effects, row);
    case 'mail':
      return sendNotice(ports, effects, row);
    case 'formLink':
      return sendFormLink(ports, effects, row);
    case 'codeAsked':
      return sendCodeAsked(ports, effects, row);
    case 'scan':
      return scanFile(ports, effects, row);
    case 'sms':
      return sendText(ports, effects, row);
    case 'letter':
      return makeLetter(ports, effects, row);
    case 'signInCode':
      return sendSignInCode(ports, effects, row);
  }
}
