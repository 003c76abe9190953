import type { ReactElement } from 'react';
import { ConsentOrder } from './consent-order.tsx';
import { DeadlineReminder } from './deadline-reminder.tsx';
import { Decision } from './decision.tsx';
import { Notice, type TemplateProps } from './notice.tsx';
import { SignInCode } from './sign-in-code.tsx';

/** Every mail a workflow can name, and how it is laid out. Its line above the subject stands in the catalogues. */
export const noticeTemplates = {
  notice: Notice,
  'dispute-notice': Notice,
  'deadline-reminder': DeadlineReminder,
  'consent-order': ConsentOrder,
  'settlement-agreement': ConsentOrder,
  decision: Decision,
  'default-decision': Decision,
  'sign-in-code': SignInCode,
} satisfies Record<string, (props: TemplateProps) => ReactElement>;
