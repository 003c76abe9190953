/** @jsxImportSource hono/jsx */
import type { WorkflowSummary } from '../../../app/workflows/list-workflows.ts';
import { textIn } from '../../../domain/text-in.ts';
import { Button } from '../../components/button.tsx';
import { TextInput } from '../../components/text-input.tsx';
import type { DemoPerson } from '../../demo-ports.ts';
import { fill, type Words } from '../../words.ts';
import { tryItCommands } from '../try-it-commands.ts';

interface Props {
  readonly words: Words;
  readonly origin: string;
  /** Of the demonstration; absent in production. */
  readonly people: readonly DemoPerson[] | undefined;
  /** Who is signed in. */
  readonly name: string | undefined;
  /** What can be opened now. */
  readonly workflows: readonly WorkflowSummary[];
}

/** What one can do here, and in a demonstration how to try it. */
export function HomePage({ words, origin, people, name, workflows }: Props) {
  const { home, start, explore, join, lang } = words;
  return (
    <>
      <h1>{home.title}</h1>
      <p class="lead">{home.lead}</p>
      {people && <p class="note">{home.demoNote}</p>}
      <h2>{start.home}</h2>
      <ul class="grid">
        {workflows
          .filter(({ hasExplorer }) => hasExplorer)
          .map(({ id, title }) => (
            <Link
              href={`/explore/${id}`}
              title={fill(explore.home, { title: textIn(title, lang) })}
              text={explore.homeText}
            />
          ))}
        {workflows.map(({ id, title }) => (
          <Link href={`/start/${id}`} title={fill(start.open, { title: textIn(title, lang) })} text={start.openText} />
        ))}
        <Link href="/join" title={join.title} text={start.joinText} />
        <Link href="/cases" title={start.mine} text={start.mineText} />
      </ul>
      {people && <SignIns words={words} people={people} name={name} />}
      {people && <ClockForm words={words} />}
      <h2>{home.whatIsHere}</h2>
      <p>{home.about}</p>
      <ul class="grid">
        {people && <Link href={`/dev/mail?lang=${words.lang}`} title={home.mailbox} text={home.mailboxText} />}
        <Link href="/register" title={home.decisions} text={home.decisionsText} />
        <Link href="/docs" title={home.api} text={home.apiText} />
        <Link href="/openapi.json" title={home.openapi} text={home.openapiText} />
        <Link href="/api/v1/workflows" title={home.workflows} text={home.workflowsText} />
        <Link href="/readyz" title={home.health} text={home.healthText} />
        <Link href="/metrics" title={home.metrics} text={home.metricsText} />
      </ul>
      {people && (
        <>
          <h2>{home.tryIt}</h2>
          <p>{home.tryToken}</p>
          <pre tabindex={0}>
            <code>{tryItCommands(origin)}</code>
          </pre>
        </>
      )}
    </>
  );
}

function Link({ href, title, text }: { readonly href: string; readonly title: string; readonly text: string }) {
  return (
    <li>
      <a href={href}>{title}</a>
      <p class="quiet">{text}</p>
    </li>
  );
}

function SignIns({ words, people, name }: Pick<Props, 'words' | 'name'> & { readonly people: readonly DemoPerson[] }) {
  const { home, parts } = words;
  return (
    <section aria-labelledby="sign-ins">
      <h2 id="sign-ins">{home.signIns}</h2>
      <p>{home.signInsText}</p>
      <p class="quiet">{name ? fill(home.signedInAs, { name }) : home.signedOut}</p>
      <ul class="grid">
        {people.map((person) => (
          <li>
            <form method="post" action={`/dev/sign-in?lang=${words.lang}`}>
              <b>{person.name}</b>
              <p class="quiet">{(parts as Record<string, string>)[person.part] ?? person.part}</p>
              <input type="hidden" name="email" value={person.email} />
              <Button class="govuk-button--secondary" attributes={{ 'aria-label': `${home.signInAs}: ${person.name}` }}>
                {home.signInAs}
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}

function ClockForm({ words: { home, lang } }: Pick<Props, 'words'>) {
  return (
    <section aria-labelledby="clock">
      <h2 id="clock">{home.clock}</h2>
      <p>{home.clockText}</p>
      <form method="post" action={`/dev/clock?lang=${lang}`} class="row">
        <TextInput
          name="advance"
          label={home.clockLabel}
          value="P15D"
          autocomplete="off"
          spellcheck={false}
          class="govuk-input--width-10"
        />
        <Button class="govuk-button--secondary">{home.clockButton}</Button>
      </form>
    </section>
  );
}
