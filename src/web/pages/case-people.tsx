/** @jsxImportSource hono/jsx */
import type { Words } from '../words.ts';
import type { CasePageModel } from './case-page-model.ts';

interface Props {
  readonly words: Words;
  readonly model: CasePageModel;
}

/** Who is in the case, in which role, and where each of them stands. */
export function CasePeople({ words: { theCase: said }, model: { theCase, names, standing } }: Props) {
  const own = new Set(standing.flatMap((role) => (role.standing === 'party' && !role.capacity ? [role.party] : [])));
  return (
    <>
      <h2>{said.parties}</h2>
      <ul class="card rows">
        {theCase.parties.map((party) => (
          <li>
            <b>{party.name}</b> {own.has(party.id) && `(${said.you})`}
            <p class="quiet">{[names.role(party.role), names.partyState(party)].filter(Boolean).join(' · ')}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
