import { AuthorizationResponseError, ResponseBodyError } from 'openid-client';
import type { NotProven } from '../../app/ports/digital-id.ts';

/** Ways in which the provider says that it cannot now (RFC 6749, 4.1.2.1). */
const LATER = new Set(['server_error', 'temporarily_unavailable']);

/**
 * What went wrong at the provider, as far as anybody has to know: errors carry answers and tokens with them, and those
 * are nobody's to read.
 */
export function notProvenBy(error: unknown): NotProven {
  const said = saidBy(error);
  if (error instanceof AuthorizationResponseError && error.error === 'access_denied')
    return { notProven: 'denied', why: said };
  const isLater = (error instanceof AuthorizationResponseError && LATER.has(error.error)) || isOutOfReach(error);
  return { notProven: isLater ? 'unavailable' : 'refused', why: said };
}

/** It did not answer, or not with an answer. */
function isOutOfReach(error: unknown): boolean {
  const { code, name } = error as { code?: unknown; name?: unknown };
  if (code === 'OAUTH_TIMEOUT' || code === 'OAUTH_ABORT' || name === 'TimeoutError') return true;
  return code === 'OAUTH_RESPONSE_IS_NOT_CONFORM' || (error instanceof TypeError && code === undefined);
}

function saidBy(error: unknown): string {
  const { name, code } = error as { name?: unknown; code?: unknown };
  const said = error instanceof AuthorizationResponseError || error instanceof ResponseBodyError ? error.error : '';
  return [name, code, said].filter((part): part is string => typeof part === 'string' && isCode(part)).join(' ');
}

/** What comes from outside is a code, or is not repeated. */
function isCode(part: string): boolean {
  return /^[A-Za-z0-9_]{1,60}$/.test(part);
}
