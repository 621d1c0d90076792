import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { ensureDatabase } from '#server/platform/postgres/index'
import { ask, filesIn, lives, Workshop } from './workshop'

jest.setTimeout(60_000)

describe('starting the embedded database', () => {
  const workshop = new Workshop()
  afterAll(() => workshop.close())

  it('makes a database on the first start and finds it again on the next', async () => {
    const dataDir = workshop.newDataDir()
    const progress: string[] = []
    const cold = await workshop.start({ dataDir, onProgress: (sentence) => progress.push(sentence) })
    await ask(cold, 'create table kept as select 7 as n')
    await cold.stop()
    expect(lives(cold.pid)).toBe(false)
    expect(progress).toEqual(['第一次启动:正在建立数据库…'])

    const since = Date.now()
    const warm = await workshop.start({ dataDir })
    expect(Date.now() - since).toBeLessThan(10_000) // 0.1 s on a machine that has nothing else to do
    expect(warm.adopted).toBe(false)
    expect(await ask(warm, 'select n from kept')).toEqual([{ n: 7 }])
    await warm.stop()
  })

  it('sorts and compares alike on every machine, and is durable unless told otherwise', async () => {
    const running = await workshop.start({ dataDir: workshop.newDataDir(), settings: {} })
    expect(await ask(running, "select upper('ä') as upper, 'B' < 'a' as bytewise")).toEqual([
      { upper: 'Ä', bytewise: true },
    ])
    expect(await ask(running, 'show fsync')).toEqual([{ fsync: 'on' }])
    expect(await ask(running, 'show server_encoding')).toEqual([{ server_encoding: 'UTF8' }])
    await running.stop()
  })

  it('listens only on a short socket in a folder that nobody else may enter, and removes it', async () => {
    const settings = { listen_addresses: '*', unix_socket_directories: '/tmp' }
    const running = await workshop.start({ dataDir: await workshop.preparedDataDir(), settings })
    expect(await ask(running, 'show listen_addresses')).toEqual([{ listen_addresses: '' }])
    expect(await ask(running, 'show unix_socket_directories')).toEqual([
      { unix_socket_directories: running.host },
    ])
    expect(path.join(running.host, `.s.PGSQL.${running.port}`).length).toBeLessThan(100)
    expect(fs.statSync(running.host).mode & 0o777).toBe(0o700)
    expect(fs.realpathSync(path.join(running.dataDir, 'socket'))).toBe(fs.realpathSync(running.host))
    await running.stop()
    expect(fs.existsSync(running.host)).toBe(false)
  })

  it('creates a missing database, once, however many ask', async () => {
    const running = await workshop.start({ dataDir: await workshop.preparedDataDir() })
    const name = 'linli "测试"'
    await Promise.all([1, 2, 3].map(() => ensureDatabase(running, name)))
    await ensureDatabase(running, name)
    expect(await ask(running, `select datname from pg_database where datname like 'linli%'`)).toEqual([
      { datname: name },
    ])
    await running.stop()
  })

  it('gives two processes that start at once the same database, and stops it with the last of them', async () => {
    const dataDir = workshop.newDataDir()
    const [one, two] = [workshop.use(dataDir), workshop.use(dataDir)]
    const [a, b] = [await one.running(), await two.running()]
    expect(a.pid).toBe(b.pid)
    expect([a.adopted, b.adopted].sort()).toEqual([false, true])

    const [starter, adopter] = a.adopted ? [two, one] : [one, two]
    await starter.tell('stop')
    await adopter.tell('insert 1')
    expect(lives(a.pid)).toBe(true)
    await adopter.tell('stop')
    expect(lives(a.pid)).toBe(false)
  })

  it('counts the uses within one process too', async () => {
    const dataDir = await workshop.preparedDataDir()
    const [one, two] = await Promise.all([workshop.start({ dataDir }), workshop.start({ dataDir })])
    expect(one.pid).toBe(two.pid)
    await Promise.all([one.stop(), one.stop()])
    expect(lives(two.pid)).toBe(true)
    await two.stop()
    expect(lives(two.pid)).toBe(false)
  })

  it('starts cleanly after a kill -9 in the middle of making the database', async () => {
    const isUnfinished = (name: string, dataDir: string) =>
      name.includes('unfinished') && fs.existsSync(path.join(dataDir, name, 'base'))
    const dataDir = await workshop.killInTheAct((folder) =>
      filesIn(folder).some((name) => isUnfinished(name, folder)),
    )
    expect(filesIn(dataDir)).not.toContain('cluster')

    const running = await workshop.start({ dataDir })
    expect(filesIn(dataDir)).toEqual(['cluster', 'lock', 'server.log', 'socket', 'users'])
    expect(await ask(running, 'select 1 as n')).toEqual([{ n: 1 }])
    await running.stop()
  })

  it('does not disturb a running database by starting a copy of its folder', async () => {
    const dataDir = await workshop.preparedDataDir()
    const original = await workshop.start({ dataDir })
    const copyDir = workshop.newDataDir()
    execFileSync('cp', ['-a', dataDir, copyDir])
    const copy = await workshop.start({ dataDir: copyDir })
    expect(copy).toMatchObject({ adopted: false })
    expect(copy.pid).not.toBe(original.pid)
    expect(await ask(original, 'select 1 as n')).toEqual([{ n: 1 }])
    await original.stop()
    await copy.stop()
  })

  it('stops a database whose folder was deleted', async () => {
    const dataDir = await workshop.preparedDataDir()
    const running = await workshop.start({ dataDir })
    fs.rmSync(dataDir, { recursive: true })
    await running.stop()
    expect(lives(running.pid)).toBe(false)
  })
})
