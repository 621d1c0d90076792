import type { InjectOptions } from 'fastify'
import { MINUTES, printMinutesEndpoint } from '#core/rounds'
import { aSession, tryStrike, written } from '../../../../tests/builders/discussing'
import type { SignedInPerson } from '../../../../tests/builders/neighbourhood'
import {
  across,
  aRound,
  neighbour,
  resident,
  roundParams,
  server,
  setRoundStage,
} from '../../../../tests/builders/round-stage'
import { readPdf } from '../../../../tests/pdf/read-pdf'

setRoundStage()
jest.setTimeout(120_000)

const ask = (by: SignedInPerson, round: { roundId: string }, body: { sessionId?: string } = {}) =>
  server.call(printMinutesEndpoint, { as: by.token, params: roundParams(round), body })
const fetchPaper = (url: string) => server.app.inject({ method: 'GET', url } as InjectOptions)
/** Lines as they were broken are one text again. */
const words = (text: string) => text.replace(/\s/g, '')

describe('minutes on paper', () => {
  it('hold every session with its notes as they stand now, and one session alone where it is asked for', async () => {
    const round = await aRound({ state: 'discussion' })
    const bench = await aSession(round)
    const bikes = await aSession(round, { where: '活动室' })
    const first = await written(resident, bench, '放在南边')
    await written(resident, bench, '放在南边，靠花坛', { replaces: first.noteId })
    await tryStrike(neighbour, bench, await written(neighbour, bench, '写错了'))
    await written(neighbour, bikes, '停在车棚')
    const all = await ask(resident, round)
    const paper = await fetchPaper(all.body.url)
    expect(paper.headers['content-type']).toBe('application/pdf')
    const text = words(readPdf(paper.rawPayload).text)
    for (const said of [round.question, '放在南边，靠花坛', '停在车棚', MINUTES.struck(1)])
      expect(text).toContain(words(said))
    expect(text).not.toContain('写错了')
    expect(text.split('放在南边')).toHaveLength(2)
    const one = await ask(resident, round, { sessionId: bench.sessionId })
    expect(words(readPdf((await fetchPaper(one.body.url)).rawPayload).text)).not.toContain('停在车棚')
  })

  it('are for who reads the round; an address ends, and works nowhere else', async () => {
    const round = await aRound({ state: 'discussion' })
    expect((await ask(across, round)).status).toBe(404)
    const { body } = await ask(resident, round)
    expect((await fetchPaper(`${body.url}x`)).statusCode).toBe(404)
    server.clock.now = new Date(server.clock.now.getTime() + 31 * 60_000)
    expect((await fetchPaper(body.url)).statusCode).toBe(404)
  })
})
