import type { Rule } from './checked-definition.ts';
import { checkActionNames } from './rules/action-names.ts';
import { checkAlwaysCycles } from './rules/always-cycles.ts';
import { checkChartStructure } from './rules/chart-structure.ts';
import { checkComparedTexts } from './rules/compared-texts.ts';
import { checkConsequences } from './rules/consequences.ts';
import { checkDeadEnds } from './rules/dead-ends.ts';
import { checkDeadlineBases } from './rules/deadline-bases.ts';
import { checkDeadlineReferences } from './rules/deadline-references.ts';
import { checkDecisions } from './rules/decisions.ts';
import { checkEndlessCases } from './rules/endless-cases.ts';
import { checkEventReferences } from './rules/event-references.ts';
import { checkEventsInCharts } from './rules/events-in-charts.ts';
import { checkExhibits } from './rules/exhibits.ts';
import { checkExplorer } from './rules/explorer.ts';
import { checkExpressions } from './rules/expressions.ts';
import { checkFields } from './rules/fields.ts';
import { checkGuardReferences } from './rules/guard-references.ts';
import { checkGuards } from './rules/guards.ts';
import { checkGuidance, checkGuidanceNames } from './rules/guidance.ts';
import { checkInvitations } from './rules/invitations.ts';
import { checkNoticeReferences } from './rules/notice-references.ts';
import { checkOffers } from './rules/offers.ts';
import { checkOutcomes } from './rules/outcomes.ts';
import { checkPlaceholders } from './rules/placeholders.ts';
import { checkPrivilege } from './rules/privilege.ts';
import { checkPrivilegedMoves } from './rules/privileged-moves.ts';
import { checkPrivilegedReads } from './rules/privileged-reads.ts';
import { checkRefusalNames, checkRefusals } from './rules/refusals.ts';
import { checkReservedNames } from './rules/reserved-names.ts';
import { checkRoles } from './rules/role-rules.ts';
import { checkScenarios } from './rules/scenarios.ts';
import { checkService } from './rules/service.ts';
import { checkSize } from './rules/size.ts';
import { checkStageTargets } from './rules/stage-targets.ts';
import { checkStages } from './rules/stages.ts';
import { checkStalling } from './rules/stalling.ts';
import { checkStoredAnswers } from './rules/stored-answers.ts';
import { checkTargets } from './rules/targets.ts';
import { checkTellCycles } from './rules/tell-cycles.ts';
import { checkTitles } from './rules/titles.ts';
import { checkTranslations } from './rules/translations.ts';
import { checkUnheardEvents } from './rules/unheard-events.ts';
import { checkUnreachableStates } from './rules/unreachable-states.ts';
import { checkUnused } from './rules/unused.ts';
import { checkWaits } from './rules/waits.ts';

/** Parts that must have been read whole: half of them would make a rule cry wolf. */
type Needed = readonly string[];

const NOTHING: Needed = [];
const CHARTS: Needed = ['chart', 'partyCharts', 'roles', 'events', 'guards', 'deadlines'];
const EXPRESSIONS: Needed = ['chart', 'partyCharts', 'roles', 'events', 'forms', 'fees'];

/** What a definition must be, each rule with what it needs to tell. */
export const RULES: readonly { readonly check: Rule; readonly needs: Needed }[] = [
  { check: checkSize, needs: NOTHING },
  { check: checkConsequences, needs: NOTHING },
  { check: checkRoles, needs: NOTHING },
  { check: checkReservedNames, needs: NOTHING },
  { check: checkEventReferences, needs: ['roles'] },
  { check: checkNoticeReferences, needs: NOTHING },
  { check: checkDeadlineReferences, needs: ['calendar'] },
  { check: checkStages, needs: ['stages'] },
  { check: checkFields, needs: NOTHING },
  { check: checkTitles, needs: NOTHING },
  { check: checkTranslations, needs: ['languages'] },
  { check: checkPlaceholders, needs: ['events', 'chart', 'partyCharts'] },
  { check: checkService, needs: NOTHING },
  { check: checkExplorer, needs: NOTHING },
  { check: checkChartStructure, needs: NOTHING },
  { check: checkTargets, needs: ['chart', 'partyCharts'] },
  { check: checkGuardReferences, needs: NOTHING },
  { check: checkRefusalNames, needs: NOTHING },
  { check: checkActionNames, needs: ['roles', 'chart', 'partyCharts'] },
  { check: checkEventsInCharts, needs: ['roles', 'chart', 'partyCharts'] },
  { check: checkGuidanceNames, needs: ['roles', 'chart', 'partyCharts'] },
  { check: checkExpressions, needs: EXPRESSIONS },
  { check: checkComparedTexts, needs: EXPRESSIONS },
  { check: checkStoredAnswers, needs: EXPRESSIONS },
  { check: checkGuards, needs: EXPRESSIONS },
  { check: checkInvitations, needs: EXPRESSIONS },
  { check: checkPrivilege, needs: EXPRESSIONS },
  { check: checkPrivilegedMoves, needs: [...EXPRESSIONS, 'guards'] },
  { check: checkPrivilegedReads, needs: [...EXPRESSIONS, 'guards', 'deadlines'] },
  { check: checkRefusals, needs: [...EXPRESSIONS, 'guards'] },
  { check: checkUnreachableStates, needs: CHARTS },
  { check: checkDeadEnds, needs: CHARTS },
  { check: checkEndlessCases, needs: CHARTS },
  { check: checkWaits, needs: [...CHARTS, 'stages'] },
  { check: checkOutcomes, needs: CHARTS },
  { check: checkAlwaysCycles, needs: CHARTS },
  { check: checkTellCycles, needs: CHARTS },
  { check: checkUnheardEvents, needs: CHARTS },
  { check: checkOffers, needs: CHARTS },
  { check: checkExhibits, needs: ['roles', 'forms', 'events'] },
  { check: checkDecisions, needs: ['chart', 'partyCharts', 'events'] },
  { check: checkGuidance, needs: [...CHARTS, 'guidance'] },
  { check: checkDeadlineBases, needs: [...CHARTS, 'forms'] },
  { check: checkScenarios, needs: ['roles', 'chart', 'partyCharts'] },
  { check: checkStageTargets, needs: CHARTS },
  { check: checkStalling, needs: CHARTS },
  { check: checkUnused, needs: [...CHARTS, 'notices', 'documents', 'explorer'] },
];
