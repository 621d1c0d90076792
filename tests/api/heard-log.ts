import { Writable } from 'node:stream'

/** A log that is kept, to be searched for what must not stand in it. */
export function hearLog(): { log: Writable; text: () => string; forget: () => void } {
  let logged = ''
  const log = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      logged += chunk.toString()
      done()
    },
  })
  const forget = () => void (logged = '')
  return { log, text: () => logged, forget }
}
