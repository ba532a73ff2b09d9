import 'server-only'
import { setTimeout as after } from 'node:timers/promises'
import nodemailer from 'nodemailer'
import { config } from './config'

export interface Mail {
  /** The same every time the same letter is sent: a receiver that got it twice can tell. */
  id: string
  to: string
  subject: string
  text: string
  html: string
  unsubscribeUrl: string
}

/** How long the mail server may take: to answer one thing, and for the whole letter. */
export interface Patience {
  stepMs: number
  wholeMs: number
}

const usualPatience: Patience = { stepMs: 20_000, wholeMs: 60_000 }

export interface Handover {
  /** `refused`: not taken, and never will be. `failed`: may be taken later. */
  outcome: 'taken' | 'refused' | 'failed'
  /** What the mail server said, without the address; '' where it took the letter. */
  said: string
}

/** Hands a letter to the mail server, and tells how it went. In the demo, letters stay in the mailbox of the program. */
export async function sendMail(mail: Mail, patience = usualPatience): Promise<Handover> {
  const { smtpUrl } = config().mail
  if (!smtpUrl && config().isDemo) return { outcome: 'taken', said: '' }
  if (!smtpUrl) return { outcome: 'failed', said: 'MAIL_SMTP_URL is not set: letters wait until it is' }
  try {
    await within(patience.wholeMs, handOver(smtpUrl, mail, patience.stepMs))
    return { outcome: 'taken', said: '' }
  } catch (error) {
    const said = (error instanceof Error ? error.message : String(error)).replaceAll(mail.to, '…').slice(0, 300)
    return { outcome: isFinal(error) ? 'refused' : 'failed', said }
  }
}

async function handOver(smtpUrl: string, { id, to, subject, text, html, unsubscribeUrl }: Mail, stepMs: number): Promise<void> {
  const { mail, origin } = config()
  const transport = nodemailer.createTransport(smtpUrl, {
    connectionTimeout: stepMs,
    greetingTimeout: stepMs,
    socketTimeout: stepMs,
  })
  await transport.sendMail({
    ...{ from: mail.from, to, subject, text, html },
    messageId: `<${id}@${new URL(origin).hostname}>`,
    // RFC 8058: mail programs show a button that stops the letters by itself.
    headers: {
      'List-Unsubscribe': `<${unsubscribeUrl}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'Auto-Submitted': 'auto-generated',
    },
  })
  transport.close()
}

/** A server that answers each thing in time may still never be done. */
async function within(ms: number, work: Promise<void>): Promise<void> {
  const done = new AbortController()
  const late = after(ms, undefined, { signal: done.signal, ref: false }).then(() => {
    throw new Error(`The mail server was not done in ${ms / 1000} s`)
  })
  try {
    await Promise.race([work, late])
  } finally {
    done.abort()
    late.catch(() => {})
    work.catch(() => {})
  }
}

/** A 5xx about the receiver or the letter (RFC 5321) is for good; one about us, such as a wrong password, ends when it is put right. */
function isFinal(error: unknown): boolean {
  const { code, command, responseCode } = error as { code?: string; command?: string; responseCode?: number }
  if (code === 'EENVELOPE' && responseCode === undefined) return true
  return (responseCode ?? 0) >= 500 && ['RCPT TO', 'DATA'].includes(command ?? '')
}
