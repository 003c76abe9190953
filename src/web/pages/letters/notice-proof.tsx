/** @jsxImportSource hono/jsx */
import type { DeliveryView, NoticeView } from '../../../app/queries/notice-view.ts';
import { Button } from '../../components/button.tsx';
import { Details } from '../../components/details.tsx';
import { fill, type Words } from '../../words.ts';
import { TextField } from '../forms/text-field.tsx';
import { dayInWords, momentInWords } from '../moment-in-words.ts';

interface Props {
  readonly words: Words;
  readonly notice: NoticeView;
  readonly zone: string;
  /** They print and post the letters of the case. */
  readonly mayPost: boolean;
}

/** To whom a notice went, by which ways, and what is known of each: the proof of service, in words. */
export function NoticeProof({ words, notice, zone, mayPost }: Props) {
  const { proof } = words;
  const letter = notice.deliveries.find(({ channel }) => channel === 'letter');
  return (
    <>
      <h2>{proof.title}</h2>
      <ul class="card rows">
        {notice.deliveries.map((delivery) => (
          <li>
            <b>{(proof as unknown as Record<string, string>)[delivery.channel] ?? delivery.channel}</b>
            {delivery.channel === 'email' && notice.to.email && <span> · {notice.to.email}</span>}
            {sentencesOf(delivery, notice, words, zone).map((sentence) => (
              <p>{sentence}</p>
            ))}
            {delivery.response && <p class="quiet">{delivery.response}</p>}
          </li>
        ))}
      </ul>
      {mayPost && letter && <LetterSteps words={words} id={notice.id} status={letter.status} />}
    </>
  );
}

function sentencesOf(delivery: DeliveryView, notice: NoticeView, words: Words, zone: string): string[] {
  const { proof } = words;
  const moment = (at: string | null) => momentInWords(at ?? notice.sentAt, zone, words);
  if (delivery.channel === 'portal')
    return [
      fill(proof.there, { when: moment(notice.sentAt) }),
      notice.readAt ? fill(proof.read, { when: moment(notice.readAt) }) : proof.unread,
    ];
  const posted = postedIn(delivery, words);
  const arrived = delivery.status === 'delivered' ? fill(proof.delivered, { when: moment(delivery.arrivedAt) }) : '';
  const isUnderWay = delivery.status === 'sent' && posted !== '';
  const so = isUnderWay ? '' : fill(sentenceFor(delivery, words), { when: moment(delivery.lastAttemptAt) });
  return [posted, arrived || so].filter((sentence) => sentence !== '');
}

function postedIn({ postedOn, tracking }: DeliveryView, words: Words): string {
  if (!postedOn) return '';
  const { posted, postedTracked } = words.proof;
  return fill(tracking ? postedTracked : posted, { date: dayInWords(postedOn, words), tracking: tracking ?? '' });
}

/** Where it is, by the channel's own words where it has some. */
function sentenceFor({ channel, status }: DeliveryView, { proof }: Words): string {
  const common = { queued: proof.queued, sending: proof.sending, ready: proof.ready, sent: proof.sent };
  const own: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    letter: { queued: proof.making, sending: proof.making },
    sms: { sent: proof.texted, failed: proof.failedText },
  };
  return own[channel]?.[status] ?? { ...common, delivered: '', failed: proof.failed }[status];
}

/** What the registry can do with a letter that has left the queue. */
function LetterSteps({ words, id, status }: { readonly words: Words; readonly id: string; readonly status: string }) {
  const { letters: said } = words;
  const path = `/letters/${encodeURIComponent(id)}`;
  return (
    <>
      {(status === 'sent' || status === 'failed') && (
        <p>
          <a href={`${path}/letter.pdf`}>{said.reprint}</a>
        </p>
      )}
      {status === 'ready' && (
        <p>
          <a href="/letters">{said.link}</a>
        </p>
      )}
      {status === 'sent' && (
        <Details summary={said.returned}>
          <form method="post" action={`${path}/returned`}>
            <TextField name="reason" label={said.returnedReason} words={words} errors={[]} />
            <Button class="govuk-button--secondary">{said.returned}</Button>
          </form>
        </Details>
      )}
      {status === 'failed' && (
        <form method="post" action={`${path}/again`}>
          <Button class="govuk-button--secondary">{said.again}</Button>
        </form>
      )}
    </>
  );
}
