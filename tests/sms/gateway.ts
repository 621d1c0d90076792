import { randomBytes } from 'node:crypto'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { SmsGateway } from '#server/platform/sms/index'

/** What may go wrong at the gateway, or on the way. */
export type SmsTrouble =
  'refuses' | 'status 502' | 'hangs up' | 'never answers' | 'sends elsewhere' | 'sends, then hangs up'

/** An operator's SMS gateway, as the server meets it over HTTP. */
export interface SmsServer {
  gateway: SmsGateway
  /** Messages that reached a phone. */
  sent: { phone: string; code: string }[]
  /** The newest code that reached this phone. */
  codeAt(phone: string): string
  failNext(how: SmsTrouble): void
  close(): Promise<void>
}

/** Starts it on a free port of loopback. */
export async function startSmsServer(): Promise<SmsServer> {
  const token = randomBytes(16).toString('hex')
  const sent: SmsServer['sent'] = []
  const failures: SmsTrouble[] = []
  const open = new Set<ServerResponse>()
  const server = createServer((request, response) => {
    open.add(response)
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const known = request.headers.authorization === `Bearer ${token}`
      const message = known && request.method === 'POST' && messageIn(Buffer.concat(chunks).toString('utf8'))
      if (!message) {
        response.writeHead(known ? 400 : 401).end()
        return
      }
      const trouble = failures.shift()
      if (trouble === undefined || trouble === 'sends, then hangs up') sent.push(message)
      if (trouble === undefined) response.writeHead(202).end('{"queued":true}')
      else goWrong(trouble, response)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    gateway: { url: `http://127.0.0.1:${port}/messages`, token },
    sent,
    codeAt: (phone) => {
      const codes = sent.filter((message) => message.phone === phone).map(({ code }) => code)
      return codes[codes.length - 1] ?? ''
    },
    failNext: (how) => failures.push(how),
    close: async () => {
      for (const response of open) response.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function messageIn(body: string): SmsServer['sent'][number] | undefined {
  const { phone, code } = JSON.parse(body) as { phone?: unknown; code?: unknown }
  return typeof phone === 'string' && typeof code === 'string' ? { phone, code } : undefined
}

function goWrong(trouble: SmsTrouble, response: ServerResponse): void {
  if (trouble === 'never answers') return
  if (trouble === 'refuses') response.writeHead(403).end('{"error":"template"}')
  else if (trouble === 'status 502') response.writeHead(502).end()
  else if (trouble === 'sends elsewhere') response.writeHead(307, { location: 'http://127.0.0.1:1/' }).end()
  else response.destroy()
}
