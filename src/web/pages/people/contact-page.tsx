/** @jsxImportSource hono/jsx */
import type { ContactView } from '../../../app/case-view.ts';
import { BackLink } from '../../components/back-link.tsx';
import { Button } from '../../components/button.tsx';
import { Checkboxes } from '../../components/checkboxes.tsx';
import { InsetText } from '../../components/inset-text.tsx';
import { NotificationBanner } from '../../components/notification-banner.tsx';
import { Radios } from '../../components/radios.tsx';
import { fill, type Words } from '../../words.ts';
import { TextField } from '../forms/text-field.tsx';
import { errorFor, type PageError, PageErrors } from '../page-errors.tsx';
import type { ContactModel } from './contact-model.ts';

export interface ContactProps {
  readonly words: Words;
  readonly model: ContactModel;
  /** What stands in the controls: what was sent, or what is known. */
  readonly typed: TypedContact;
  readonly errors: readonly PageError[];
  readonly idempotencyKey: string;
  /** They have just changed something; or nothing. */
  readonly said: 'changed' | 'same' | undefined;
}

export type TypedContact = Readonly<
  Record<'email' | 'phone' | 'address' | 'language' | 'writtenBy' | 'wantsTexts' | 'isProtected', string>
>;

/** How a party is reached, in this case: what is known, and all of it to be changed. */
export function ContactPage(props: ContactProps) {
  const { words, model, errors, said } = props;
  const { contact: text } = words;
  const { party, isOwn, theCase, path } = model;
  return (
    <>
      <BackLink href={`/cases/${encodeURIComponent(theCase.id)}`}>{text.back}</BackLink>
      <PageErrors words={words} errors={errors} />
      {said && <Said words={words} model={model} said={said} />}
      <p class="quiet cap">{theCase.reference}</p>
      <h1>{isOwn ? text.title : fill(text.titleOf, { name: party.name })}</h1>
      <p class="lead">{text.lead}</p>
      {model.contact.newEmail && <Confirmation {...props} email={model.contact.newEmail} />}
      <p>{isOwn ? text.onlyHere : fill(text.forThem, { name: party.name })}</p>
      {!model.isReadable && <InsetText>{text.secretKept}</InsetText>}
      <form method="post" action={path} novalidate>
        <input type="hidden" name="_key" value={props.idempotencyKey} />
        <Addresses {...props} />
        <Ways {...props} />
        <Button preventDoubleClick>{text.save}</Button>
      </form>
    </>
  );
}

function Said({
  words: { contact: text, theCase },
  model,
  said,
}: Pick<ContactProps, 'words' | 'model'> & { said: string }) {
  const changed = model.isOwn ? text.changed : fill(text.changedOf, { name: model.party.name });
  return said === 'changed' ? (
    <NotificationBanner title={theCase.saved} isSuccess>
      <p class="govuk-notification-banner__heading">{changed}</p>
    </NotificationBanner>
  ) : (
    <NotificationBanner title={text.sameTitle} role="status">
      <p>{text.same}</p>
    </NotificationBanner>
  );
}

/** The code that was sent to the new address. */
function Confirmation({ words, model, errors, email }: ContactProps & { readonly email: string }) {
  const { contact: text } = words;
  return (
    <section class="card narrow" aria-labelledby="confirm">
      <h2 id="confirm">{text.confirmTitle}</h2>
      <p>{fill(text.confirmText, { email })}</p>
      <form method="post" action={`${model.path}/code`} novalidate>
        <TextField
          name="code"
          label={text.code}
          words={words}
          errors={errors}
          inputmode="numeric"
          autocomplete="one-time-code"
          width={10}
        />
        <Button>{text.confirm}</Button>
      </form>
      <p class="quiet">{text.confirmNone}</p>
    </section>
  );
}

const AUTOCOMPLETE = { email: 'email', phone: 'tel', address: 'street-address' } as const;

function Addresses({ words, model, typed, errors }: ContactProps) {
  const { contact: text } = words;
  const field = (name: 'email' | 'phone' | 'address') => ({
    name,
    label: text[name],
    value: typed[name],
    words,
    errors,
    // A clerk's browser would offer the clerk's own address.
    autocomplete: model.isOwn ? AUTOCOMPLETE[name] : 'off',
  });
  return (
    <>
      <TextField {...field('email')} hint={text.emailHint} type="email" />
      <TextField {...field('phone')} hint={text.phoneHint} type="tel" width={20} />
      <TextField {...field('address')} hint={text.addressHint} long />
    </>
  );
}

function Ways({ words, model, typed, errors }: ContactProps) {
  const { contact: text } = words;
  const asked = (name: keyof TypedContact, legend: string) => ({
    name,
    id: `f-${name}`,
    fieldset: { legend, legendClass: 'govuk-fieldset__legend--m' },
    error: errorFor(words, errors, name),
    value: typed[name],
  });
  return (
    <>
      {model.languages.length > 1 && (
        <Radios {...asked('language', text.language)} choices={languagesOf(model.languages, words)} />
      )}
      {model.sendsLetters && (
        <Radios
          {...asked('writtenBy', text.writtenBy)}
          choices={[
            { value: 'email', text: text.byEmail, hint: text.byEmailHint },
            { value: 'letter', text: text.byLetter, hint: text.byLetterHint },
          ]}
        />
      )}
      {model.sendsTexts && (
        <Checkboxes
          {...asked('wantsTexts', text.texts)}
          values={typed.wantsTexts ? ['yes'] : []}
          choices={[{ value: 'yes', text: text.wantsTexts, hint: text.textsHint }]}
        />
      )}
      <Radios
        {...asked('isProtected', text.secret)}
        hint={text.secretHint}
        choices={[
          { value: 'yes', text: text.secretYes, hint: text.secretYesHint },
          { value: 'no', text: text.secretNo, hint: text.secretNoHint },
        ]}
      />
    </>
  );
}

function languagesOf(languages: readonly string[], { contact: { languages: names } }: Words) {
  return languages.map((value) => ({ value, text: (names as Record<string, string>)[value] ?? value }));
}

/** What is known, as it stands in the controls. */
export function typedOf(contact: ContactView): TypedContact {
  return {
    email: contact.newEmail ?? contact.email ?? '',
    phone: contact.phone ?? '',
    address: contact.address ?? '',
    language: contact.language ?? '',
    writtenBy: contact.writtenBy ?? (contact.email || !contact.address ? 'email' : 'letter'),
    wantsTexts: contact.wantsTexts ? 'yes' : '',
    isProtected: contact.isProtected ? 'yes' : 'no',
  };
}
