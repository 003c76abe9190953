import type { AuthPorts } from '../auth/auth-ports.ts';
import type { Desk, Wide } from '../ports/everywhere.ts';
import type { Ports } from '../ports/ports.ts';
import { HOME } from '../registry-of.ts';
import { deskOf } from './desk-of.ts';
import { registriesOfCode } from './invitation-code.ts';

/** The registries that may have made a code, home first. Asked of the home registry. */
export function desksOfCode(ports: Ports & AuthPorts & Wide, code: string): readonly Desk[] {
  const others = ports.everywhere?.others() ?? [];
  const named = registriesOfCode(
    code,
    others.map(({ id }) => id),
  );
  return [deskOf(HOME, ports), ...others.filter(({ id }) => named.includes(id))];
}
