/** @jsxImportSource hono/jsx */
import type { InvitationView } from '../../../app/queries/invitation-view.ts';
import { Button } from '../../components/button.tsx';
import { Details } from '../../components/details.tsx';
import { SummaryList } from '../../components/summary-list.tsx';
import { WarningText } from '../../components/warning-text.tsx';
import { fill, type Words } from '../../words.ts';
import { momentInWords } from '../moment-in-words.ts';
import { HelpSections, type HelpShown } from './help-sections.tsx';

interface Props {
  readonly words: Words;
  readonly invitation: InvitationView;
  readonly code: string;
  readonly help: HelpShown;
  /** The address of who is signed in; undefined: nobody is. Empty for who signs in by Digital ID alone. */
  readonly email: string | undefined;
  /** What Digital IDs are called here; absent: there are none. */
  readonly provider: string | undefined;
  readonly idempotencyKey: string;
}

/** Who asks what of whoever holds a letter, whether they must answer, until when and why then, what happens otherwise, and how to go on. */
export function InvitationPage(props: Props) {
  const { words, invitation, help } = props;
  const { invitation: said } = words;
  return (
    <>
      <p class="quiet cap">
        {invitation.process} · {invitation.reference}
      </p>
      <h1>{titleOf(words, invitation)}</h1>
      <p class="lead">{fill(said.for, { name: invitation.name })}</p>
      {invitation.facts.length > 0 && (
        <div class="card">
          <SummaryList rows={invitation.facts.map(({ label, text }) => ({ question: label, answer: text }))} />
        </div>
      )}
      {invitation.beside && <p>{said.besideText}</p>}
      <MustDo words={words} invitation={invitation} />
      <UntilWhen words={words} invitation={invitation} />
      {invitation.sections
        .filter(({ kind }) => kind === undefined)
        .map(({ heading, text }) => (
          <section>
            {heading && <h2>{heading}</h2>}
            {paragraphs(text)}
          </section>
        ))}
      <WaysOn {...props} />
      <HelpSections words={words} help={help} />
      <Details summary={said.notMe}>
        <p>{fill(said.notMeText, { contact: help.contact })}</p>
      </Details>
    </>
  );
}

function titleOf({ invitation: said }: Words, { title, beside }: InvitationView): string {
  if (beside) return fill(said.beside[beside.capacity], { party: beside.party });
  return title || said.plainTitle;
}

function MustDo({ words, invitation: { sections } }: Pick<Props, 'words' | 'invitation'>) {
  return sections
    .filter(({ kind }) => kind === 'must')
    .map(({ text }) => <WarningText prefix={words.invitation.warning}>{text}</WarningText>);
}

/** The dates that run, the reason with each: nobody has to look for it. */
function UntilWhen({ words, invitation: { deadlines } }: Pick<Props, 'words' | 'invitation'>) {
  if (deadlines.length === 0) return null;
  return (
    <section class="card turn" aria-labelledby="until">
      <h2 id="until">{words.invitation.until}</h2>
      {deadlines.map(({ dueAt, zone, why }) => (
        <>
          <p class="by">{fill(words.theCase.by, { when: momentInWords(dueAt, zone, words) })}</p>
          <p>{why}</p>
        </>
      ))}
    </section>
  );
}

function WaysOn({ words, invitation, code, email, provider, idempotencyKey }: Props) {
  const { invitation: said } = words;
  if (email !== undefined) {
    return (
      <form method="post" action="/join">
        <input type="hidden" name="_key" value={idempotencyKey} />
        <input type="hidden" name="code" value={code} />
        {email && <p>{fill(said.signedInAs, { email })}</p>}
        <Button preventDoubleClick>{fill(said.joinAs, { name: invitation.name })}</Button>
      </form>
    );
  }
  return (
    <form method="post" action="/join">
      <input type="hidden" name="code" value={code} />
      <input type="hidden" name="next" value="/join" />
      <p>{said.goOnText}</p>
      <div class="govuk-button-group">
        <Button name="way" value="mail">
          {said.byMail}
        </Button>
        {provider && (
          <Button name="way" value="digitalId" class="govuk-button--secondary">
            {fill(said.byDigitalId, { name: provider })}
          </Button>
        )}
      </div>
    </form>
  );
}

function paragraphs(text: string) {
  return text.split(/\n{2,}/).map((paragraph) => <p class="text">{paragraph}</p>);
}
