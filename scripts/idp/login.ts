import type { IncomingMessage, ServerResponse } from 'node:http'
import type Provider from 'oidc-provider'
import type { DemoProvider } from '../../prisma/demo/providers'

interface Place {
  name: string
  accounts: DemoProvider['accounts']
  /** The level it vouches for, where it has one. */
  acr?: string
}

/** The login page of a local provider: shows who works there, and signs in the one that is chosen. */
export async function handleLogin(
  provider: Provider,
  place: Place,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    await provider.interactionDetails(request, response)
    if (request.method !== 'POST') {
      response.setHeader('content-type', 'text/html; charset=utf-8').end(page(place))
      return
    }
    const chosen = new URLSearchParams(await bodyOf(request)).get('sub')
    const account = place.accounts.find(({ sub }) => sub === chosen)
    const result = account
      ? { login: { accountId: account.sub, ...(place.acr && { acr: place.acr }) } }
      : { error: 'access_denied', error_description: 'Nobody was chosen' }
    await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false })
  } catch {
    // An interaction that is over or was never begun: the reader starts again from Delt.
    response
      .writeHead(400, { 'content-type': 'text/html; charset=utf-8' })
      .end(frame(place.name, '<p>Innloggingen er utløpt. Gå tilbake til Delt og prøv igjen.</p>'))
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const chunk of request) {
    body += chunk
    if (body.length > 10_000) throw new Error('The form is too large')
  }
  return body
}

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

function page({ name, accounts }: Place): string {
  const people = accounts.map(
    ({ sub, name, jobTitle }) =>
      `<li><button name="sub" value="${sub}"><strong>${escaped(name)}</strong><span>${escaped(jobTitle)}</span></button></li>`,
  )
  return frame(
    name,
    `<form method="post"><ul>${people.join('')}</ul><button name="sub" value="" class="plain">Avbryt</button></form>`,
  )
}

function frame(name: string, content: string): string {
  return `<!doctype html><html lang="nb"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Innlogging – ${escaped(name)}</title><style>
body{font:1.05rem/1.5 system-ui,sans-serif;margin:0;background:#eef1f6;color:#1b2430}
main{max-width:28rem;margin:8vh auto;padding:2rem;background:#fff;border-radius:8px;box-shadow:0 1px 6px #0002}
h1{font-size:1.5rem;margin:0 0 .5rem}ul{list-style:none;padding:0;display:grid;gap:.5rem}
button{font:inherit;width:100%;text-align:left;padding:.7rem 1rem;border:1px solid #7a8aa0;border-radius:6px;background:#fff;color:inherit;cursor:pointer}
button:hover,button:focus-visible{background:#e7eefb;outline:3px solid #2b5fb4}button span{display:block;color:#48566a}
.plain{width:auto}.note{background:#fff3d1;padding:.5rem .8rem;border-radius:6px}</style></head>
<body><main><h1>${escaped(name)}</h1><p>Velg hvem du vil logge inn som.</p><p class="note">Oppdiktet innlogging for utprøving. Personene finnes ikke.</p>${content}</main></body></html>`
}
