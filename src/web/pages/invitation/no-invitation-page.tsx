/** @jsxImportSource hono/jsx */
import { Button } from '../../components/button.tsx';
import { fill, type Words } from '../../words.ts';

interface Props {
  readonly words: Words;
  readonly contact: string;
}

/** A code that opens nothing: why that may be, and what to do instead. */
export function NoInvitationPage({ words, contact }: Props) {
  const { invitation: said } = words;
  return (
    <>
      <h1>{said.badTitle}</h1>
      <p class="lead">{said.badLead}</p>
      <h2>{said.badUsed}</h2>
      <p>{said.badUsedText}</p>
      <div class="govuk-button-group">
        <Button href="/sign-in?next=%2Fcases">{words.account.signIn}</Button>
        <a class="govuk-link" href="/join?type">
          {said.badAgain}
        </a>
      </div>
      <h2>{said.badOld}</h2>
      <p>{fill(said.badOldText, { contact })}</p>
    </>
  );
}
