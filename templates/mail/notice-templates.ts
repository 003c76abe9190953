import type { ReactElement } from 'react';
import type { NOTICE_TEMPLATES } from '../../src/domain/definition/templates.ts';
import { ConsentOrder } from './consent-order.tsx';
import { DeadlineReminder } from './deadline-reminder.tsx';
import { Decision } from './decision.tsx';
import { Notice, type TemplateProps } from './notice.tsx';
import { SignInCode } from './sign-in-code.tsx';

/** How each mail that a workflow can name is laid out. Its line above the subject stands in the catalogues. */
export const noticeTemplates = {
  notice: Notice,
  'dispute-notice': Notice,
  'deadline-reminder': DeadlineReminder,
  'consent-order': ConsentOrder,
  decision: Decision,
  'sign-in-code': SignInCode,
} satisfies Record<(typeof NOTICE_TEMPLATES)[number], (props: TemplateProps) => ReactElement>;
