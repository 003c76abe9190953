/** @jsxImportSource hono/jsx */
import { InsetText } from '../../components/inset-text.tsx';
import { fill, type Words } from '../../words.ts';
import { helpersPath } from '../people/helpers-path.ts';
import type { CasePageModel } from './case-page-model.ts';

interface Props {
  readonly words: Words;
  readonly model: Pick<CasePageModel, 'theCase' | 'standing'>;
}

/** At whose side someone is here, and what that lets them do: said before anything else on the page. */
export function BesideWhom({ words: { helpers: said }, model: { theCase, standing } }: Props) {
  return (
    <>
      {standing.map((role) => {
        if (role.standing !== 'party' || !role.capacity) return null;
        const name = theCase.parties.find(({ id }) => id === role.party)?.name ?? '';
        return (
          <InsetText>
            <p>
              <b>{fill(said.beside[role.capacity], { name })}.</b> {fill(said.besideText[role.capacity], { name })}{' '}
              <a href={helpersPath(theCase.id, role.party)}>{said.besideLink}</a>
            </p>
          </InsetText>
        );
      })}
    </>
  );
}
