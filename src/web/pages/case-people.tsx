/** @jsxImportSource hono/jsx */
import { fill, type Words } from '../words.ts';
import type { CasePageModel } from './case-page-model.ts';
import { contactPath } from './contact-path.ts';

interface Props {
  readonly words: Words;
  readonly model: CasePageModel;
}

/** Who is in the case, in which role, and where each of them stands. */
export function CasePeople({ words: { theCase: said, letter, contact }, model }: Props) {
  const { theCase, names, standing, unjoined, contactable } = model;
  const own = new Set(standing.flatMap((role) => (role.standing === 'party' && !role.capacity ? [role.party] : [])));
  return (
    <>
      <h2>{said.parties}</h2>
      <ul class="card rows">
        {theCase.parties.map((party) => (
          <li>
            <b>{party.name}</b> {own.has(party.id) && `(${said.you})`}
            <p class="quiet">{[names.role(party.role), names.partyState(party)].filter(Boolean).join(' · ')}</p>
            {contactable.includes(party.id) && (
              <p>
                <a href={contactPath(theCase.id, party.id)}>
                  {own.has(party.id) ? contact.open : fill(contact.titleOf, { name: party.name })}
                </a>
              </p>
            )}
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
