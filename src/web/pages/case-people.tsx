/** @jsxImportSource hono/jsx */
import { fill, type Words } from '../words.ts';
import type { CasePageModel } from './case-page-model.ts';

interface Props {
  readonly words: Words;
  readonly model: CasePageModel;
}

/** Who is in the case, in which role, and where each of them stands. */
export function CasePeople({ words: { theCase: said, letter }, model }: Props) {
  const { theCase, names, standing, unjoined } = model;
  const own = new Set(standing.flatMap((role) => (role.standing === 'party' && !role.capacity ? [role.party] : [])));
  return (
    <>
      <h2>{said.parties}</h2>
      <ul class="card rows">
        {theCase.parties.map((party) => (
          <li>
            <b>{party.name}</b> {own.has(party.id) && `(${said.you})`}
            <p class="quiet">{[names.role(party.role), names.partyState(party)].filter(Boolean).join(' · ')}</p>
            {unjoined.has(party.id) && (
              <p>
                <a href={`/cases/${encodeURIComponent(theCase.id)}/parties/${encodeURIComponent(party.id)}/letter`}>
                  {fill(letter.link, { name: party.name })}
                </a>
              </p>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
