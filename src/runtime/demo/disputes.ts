import { OVER_DAMAGE } from './disputes/over-damage.ts';
import { OVER_DEBTS } from './disputes/over-debts.ts';
import { OVER_GOODS } from './disputes/over-goods.ts';
import { OVER_SERVICES } from './disputes/over-services.ts';

/** What other people in British Columbia fall out over. All of it is made up. */
export const DISPUTES = { ...OVER_GOODS, ...OVER_SERVICES, ...OVER_DEBTS, ...OVER_DAMAGE };
