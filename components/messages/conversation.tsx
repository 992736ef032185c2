import { PlainLink, SendButton } from '@/components/booking/plain-button'
import { formatPhone } from '@/lib/kernel/phone-format'
import { formatTime } from '@/lib/kernel/zone'
import type { Answered, Landed } from '@/lib/messages/server/inbox-store'
import { channelWords } from './words'

interface ConversationProps {
  to: string
  landed: readonly Landed[]
  answered: readonly Answered[]
  /** Where an answer is sent. */
  action: string
}

/** One customer's phone: what came in, with buttons that do what they would do there, and room to type. Works with no script. */
export function Conversation({ to, landed, answered, action }: ConversationProps) {
  const canAnswer = landed.some(({ channel }) => channel === 'whatsapp')
  const lines = [
    ...landed.map(message => ({ at: message.at, message, answer: null })),
    ...answered.map(answer => ({ at: answer.at, message: null, answer })),
  ].sort((a, b) => (a.at < b.at ? -1 : 1))
  return (
    <main className="overflow-hidden rounded-sheet border-4 border-ink bg-paper">
      <h2 className="border-line border-b bg-card px-3 py-2 font-semibold">
        {to.startsWith('+') ? formatPhone(to) : to}
      </h2>
      <ol className="flex flex-col gap-3 p-3">
        {lines.map(({ at, message, answer }) => (
          <li key={`${at} ${message?.id ?? ''}`} className="flex flex-col">
            {message && <Bubble message={message} action={action} />}
            {answer && (
              <p className="ml-auto max-w-[80%] rounded-control bg-do px-3 py-2 text-do-ink wrap-anywhere">
                {answer.text}
              </p>
            )}
          </li>
        ))}
      </ol>
      {canAnswer && (
        <form method="post" action={action} className="flex gap-2 border-line border-t bg-card p-2">
          <input
            type="text"
            name="metin"
            required
            maxLength={500}
            autoComplete="off"
            aria-label="Cevap yaz"
            placeholder="Cevap yaz"
            className="min-h-target min-w-0 flex-1 rounded-control border border-edge bg-paper px-3"
          />
          <SendButton variant="do" full={false}>
            Yolla
          </SendButton>
        </form>
      )}
    </main>
  )
}

function Bubble({ message: { id, channel, shop, text, buttons, at }, action }: { message: Landed; action: string }) {
  return (
    <section
      aria-label={`${shop}, ${channelWords[channel]}`}
      className="mr-auto max-w-[88%] rounded-control border border-line bg-card"
    >
      <p className="px-3 pt-2 text-small text-ink-soft">
        {shop} · {channelWords[channel]}
      </p>
      <p className="whitespace-pre-line px-3 pb-1 wrap-anywhere">{text}</p>
      <p className="px-3 pb-2 text-right text-small text-ink-soft">{formatTime(at, 'Europe/Istanbul')}</p>
      {buttons.length > 0 && (
        <form method="post" action={action} className="flex flex-col gap-2 border-line border-t p-2">
          <input type="hidden" name="mesaj" value={id} />
          {buttons.map(({ title, reply, href }) =>
            reply ? (
              <SendButton key={title} variant="plain" name="yanit" value={reply}>
                {title}
              </SendButton>
            ) : (
              <PlainLink key={title} href={href ?? '#'} full>
                {title}
              </PlainLink>
            ),
          )}
        </form>
      )}
    </section>
  )
}
