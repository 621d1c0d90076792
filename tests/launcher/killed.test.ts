import { spawn, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { acknowledgedRows, filesIn, isRoot, lives, postmasterPid, until, Workshop } from './workshop'

jest.setTimeout(60_000)

/** Real durability: these tests are about what was acknowledged. */
const settings = { shared_buffers: '16MB' }

describe('after a kill -9', () => {
  const workshop = new Workshop()
  const strangers: ChildProcess[] = []
  afterAll(async () => {
    strangers.forEach((stranger) => stranger.kill('SIGKILL'))
    await workshop.close()
  })

  it('of Node, the next start adopts the database that went on running', async () => {
    const dataDir = await workshop.preparedDataDir()
    const killed = workshop.use(dataDir, { settings })
    const { pid } = await killed.running()
    await killed.tell('insert 1')
    await killed.kill()

    const progress: string[] = []
    const next = await workshop.start({
      dataDir,
      settings,
      onProgress: (sentence) => progress.push(sentence),
    })
    expect(next).toMatchObject({ adopted: true, pid })
    expect(progress).toEqual([`接管仍在运行的数据库(进程 ${pid})`])
    expect(await acknowledgedRows(next)).toEqual([1])
    await next.stop()
    expect(lives(pid)).toBe(false)
  })

  it('of PostgreSQL, the next start has every acknowledged row', async () => {
    const dataDir = await workshop.preparedDataDir()
    const first = workshop.use(dataDir, { settings })
    const { pid } = await first.running()
    for (const n of [1, 2, 3]) await first.tell(`insert ${n}`)
    process.kill(pid, 'SIGKILL')

    const next = await workshop.start({ dataDir, settings })
    expect(next.adopted).toBe(false)
    expect(next.pid).not.toBe(pid)
    expect(await acknowledgedRows(next)).toEqual([1, 2, 3])

    await next.stop() // the first still uses it: its pool connects to the old socket no more, but it was not asked
    expect(lives(next.pid)).toBe(true)
    await first.tell('stop')
    expect(lives(next.pid)).toBe(false)
  })

  it('of both, the next start has every acknowledged row', async () => {
    const dataDir = await workshop.preparedDataDir()
    const first = workshop.use(dataDir, { settings })
    const { pid } = await first.running()
    await first.tell('insert 1')
    process.kill(pid, 'SIGKILL')
    await first.kill()

    const next = await workshop.start({ dataDir, settings })
    expect(next.adopted).toBe(false)
    expect(await acknowledgedRows(next)).toEqual([1])
    await next.stop()
  })

  it('of PostgreSQL while nobody reaps the zombie, the next start does not wait for it', async () => {
    const dataDir = await workshop.preparedDataDir()
    const asleep = workshop.use(dataDir, { settings })
    const { pid } = await asleep.running()
    await asleep.tell('insert 1')
    asleep.child.kill('SIGSTOP')
    process.kill(pid, 'SIGKILL')
    await until(() => !lives(pid))
    expect(() => process.kill(pid, 0)).not.toThrow() // still there, as a zombie

    const next = await workshop.start({ dataDir, settings })
    expect(await acknowledgedRows(next)).toEqual([1])
    await asleep.kill()
    await next.stop()
    expect(lives(next.pid)).toBe(false)
  })

  it('of Node while PostgreSQL shuts down, the next start waits for its end and starts it again', async () => {
    const dataDir = await workshop.preparedDataDir()
    const first = workshop.use(dataDir, { settings })
    const running = await first.running()
    await first.tell('insert 1')
    await first.kill()
    const lastSession = new Client({ ...running, database: 'postgres' })
    await lastSession.connect()
    process.kill(running.pid, 'SIGTERM') // smart shutdown: waits for the sessions
    await until(() =>
      fs.readFileSync(path.join(dataDir, 'cluster/postmaster.pid'), 'utf8').includes('stopping'),
    )

    const starting = workshop.start({ dataDir, settings })
    await Promise.race([starting, sleep(300)])
    expect(lives(running.pid)).toBe(true)
    await lastSession.end()
    const next = await starting
    expect(next.adopted).toBe(false)
    expect(fs.existsSync(running.host)).toBe(false)
    expect(await acknowledgedRows(next)).toEqual([1])
    await next.stop()
  })

  it('of both, a stranger who got the old process id is neither taken for the database nor harmed', async () => {
    const dataDir = await workshop.preparedDataDir()
    const first = workshop.use(dataDir, { settings })
    const { pid } = await first.running()
    await first.tell('insert 1')
    const owner = fs.statSync(path.join(dataDir, 'cluster')).uid
    const stranger = spawn('sleep', ['60'], isRoot ? { uid: owner, stdio: 'ignore' } : { stdio: 'ignore' })
    strangers.push(stranger)
    process.kill(pid, 'SIGKILL')
    await first.kill()
    await until(() => !lives(pid))
    const file = path.join(dataDir, 'cluster/postmaster.pid')
    fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace(String(pid), String(stranger.pid)))

    const next = await workshop.start({ dataDir, settings })
    expect(next.adopted).toBe(false)
    expect(await acknowledgedRows(next)).toEqual([1])
    await next.stop()
    expect(lives(stranger.pid!)).toBe(true)
  })

  it('of both, an empty postmaster.pid (as a power cut leaves it) is no obstacle', async () => {
    const dataDir = await workshop.preparedDataDir()
    const file = path.join(dataDir, 'cluster/postmaster.pid')
    fs.writeFileSync(file, '')
    const next = await workshop.start({ dataDir })
    expect(postmasterPid(dataDir)).toBe(next.pid)
    await next.stop()
  })

  it('of a process in the middle of starting, the lock it held blocks nobody', async () => {
    const dataDir = await workshop.killInTheAct((folder) => filesIn(path.join(folder, 'lock')).length > 0)
    expect(filesIn(path.join(dataDir, 'lock'))).toHaveLength(1)
    await (await workshop.start({ dataDir })).stop()
    expect(filesIn(path.join(dataDir, 'lock'))).toEqual([])
  })
})
