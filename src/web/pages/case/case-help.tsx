/** @jsxImportSource hono/jsx */
import { Tag } from '../../components/tag.tsx';
import type { Words } from '../../words.ts';
import { helpersPath } from '../people/helpers-path.ts';
import { needsPath } from '../people/needs-path.ts';
import type { CasePageModel } from './case-page-model.ts';

interface Props {
  readonly words: Words;
  readonly model: Pick<CasePageModel, 'theCase' | 'standing' | 'mayTellNeeds'>;
}

/** Where a party finds someone to stand by it, and says what it needs: always within reach. */
export function CaseHelp({ words: { needs: said }, model: { theCase, standing, mayTellNeeds } }: Props) {
  const own = standing.find((role) => role.standing === 'party' && role.capacity !== 'helper');
  if (own?.standing !== 'party') {
    return mayTellNeeds ? (
      <p>
        <a href={needsPath(theCase.id)}>{said.staffTitle}</a>
      </p>
    ) : null;
  }
  const needs = theCase.parties.find(({ id }) => id === own.party)?.needs ?? [];
  const isAnswered = needs.some(({ status }) => status !== 'asked');
  const isReachable = mayTellNeeds || needs.length > 0;
  return (
    <>
      <h2>{said.helpTitle}</h2>
      <ul class="card rows">
        {!own.capacity && (
          <li>
            <a href={helpersPath(theCase.id, own.party)}>{said.helpSomeone}</a>
          </li>
        )}
        {isReachable && (
          <li class="split">
            <div>
              <a href={needsPath(theCase.id, '', { party: own.party })}>{said.helpNeed}</a>
            </div>
            {needs.length > 0 && (
              <Tag class={isAnswered ? 'govuk-tag--green' : 'govuk-tag--yellow'}>
                {isAnswered ? said.isAnswered : said.toldUs}
              </Tag>
            )}
          </li>
        )}
      </ul>
    </>
  );
}
