/** @jsxImportSource hono/jsx */
import type { PartyView, SupporterView } from '../../../app/case-view.ts';
import { NEED_WORDS } from '../../../domain/need.ts';
import { textIn } from '../../../domain/text-in.ts';
import { Details } from '../../components/details.tsx';
import { fill, type Words } from '../../words.ts';
import { contactPath } from '../people/contact-path.ts';
import { Wants } from '../people/needs-page.tsx';
import { needsPath } from '../people/needs-path.ts';
import type { CasePageModel } from './case-page-model.ts';

interface Props {
  readonly words: Words;
  readonly model: CasePageModel;
}

/** Who is in the case, in which role, and where each of them stands. */
export function CasePeople({ words, model }: Props) {
  const { theCase: said, letter, contact } = words;
  const { theCase, names, standing, unjoined, contactable } = model;
  const isStaff = standing.some((role) => role.standing !== 'party');
  const own = new Set(standing.flatMap((role) => (role.standing === 'party' && !role.capacity ? [role.party] : [])));
  return (
    <>
      <h2>{said.parties}</h2>
      <ul class="card rows">
        {theCase.parties.map((party) => (
          <li>
            <b>{party.name}</b> {own.has(party.id) && `(${said.you})`}
            <p class="quiet">{[names.role(party.role), names.partyState(party)].filter(Boolean).join(' · ')}</p>
            {!theCase.closedAt && names.guidanceAbout(party, standing).map((text) => <p>{text}</p>)}
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
            {isStaff && <AtTheirSide words={words} party={party} />}
            {isStaff && <NeedsFlag words={words} theCase={theCase} party={party} />}
          </li>
        ))}
      </ul>
    </>
  );
}

interface OfParty {
  readonly words: Words;
  readonly party: PartyView;
}

/** Who represents a party, and who helps it: for the tribunal to know whom it deals with. */
function AtTheirSide({ words: { helpers: said }, party: { supporters = [] } }: OfParty) {
  const names = (capacity: SupporterView['capacity']) =>
    supporters
      .filter((one) => one.capacity === capacity)
      .map(({ name, note, joined }) => (joined ? name : fill(said.pending, { name })) + (note ? ` – ${note}` : ''))
      .join('; ');
  const [acting, helping] = [names('representative'), names('helper')];
  return (
    <>
      {acting && <p>{fill(said.actsFor, { names: acting })}</p>}
      {helping && <p>{fill(said.helpedBy, { names: helping })}</p>}
    </>
  );
}

/** That a party needs something, and what: as much of it as the viewer may know, where they look at the party anyway. */
function NeedsFlag({ words, theCase, party: { id, needs = [] } }: OfParty & Pick<CasePageModel, 'theCase'>) {
  const { needs: said } = words;
  if (needs.length === 0) return null;
  return (
    <Details summary={said.flag}>
      <ul>
        {needs.map(({ kind, wants, details, status }) => (
          <li>
            {textIn(NEED_WORDS[kind].title, words.lang)} ({said.status[status].toLowerCase()})
            <Wants kind={kind} wants={wants} lang={words.lang} />
            {details && <p class="text">{details}</p>}
          </li>
        ))}
      </ul>
      <p>
        <a href={needsPath(theCase.id, '', { party: id })}>{said.staffTitle}</a>
      </p>
    </Details>
  );
}
