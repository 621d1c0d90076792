import fs from 'node:fs'
import path from 'node:path'
import { acknowledgedRows, ask, itAsRoot, lives, Workshop } from './workshop'

jest.setTimeout(60_000)

/** Nobody's number: an ordinary user without rights. */
const NOBODY = 65534

/** Only root can run something as somebody else. */
describe('whoever starts it', () => {
  const workshop = new Workshop()
  afterAll(() => workshop.close())

  const ownerOf = (pid: number) => fs.statSync(`/proc/${pid}`).uid

  itAsRoot('as root, the database runs as an unprivileged user', async () => {
    const running = await workshop.start({ dataDir: await workshop.preparedDataDir() })
    expect(ownerOf(running.pid)).not.toBe(0)
    await running.stop()
  })

  itAsRoot(
    'as an ordinary user, it runs as that user; root later goes on as that user and locks nobody out',
    async () => {
      const dataDir = workshop.newDataDir()
      fs.chownSync(path.dirname(dataDir), NOBODY, NOBODY)
      const user = workshop.use(dataDir, { uid: NOBODY })
      const { pid } = await user.running()
      expect(ownerOf(pid)).toBe(NOBODY)
      await user.tell('insert 1')
      await user.tell('stop')
      expect(lives(pid)).toBe(false)

      const asRoot = await workshop.start({ dataDir })
      expect(ownerOf(asRoot.pid)).toBe(NOBODY)
      expect(await acknowledgedRows(asRoot)).toEqual([1])

      const again = workshop.use(dataDir, { uid: NOBODY })
      expect(await again.running()).toMatchObject({ adopted: true, pid: asRoot.pid })
      await asRoot.stop()
      await again.tell('insert 2')
      await again.tell('stop')
      expect(lives(asRoot.pid)).toBe(false)
    },
  )

  itAsRoot(
    'from a checkout that only root can enter, keeps programs and data where the database can',
    async () => {
      const checkout = path.join(workshop.folder, 'home')
      fs.mkdirSync(checkout, { mode: 0o700 })
      const own = workshop.makeCheckout(checkout)
      const dataDir = path.join(checkout, '.data/postgres')

      const first = workshop.use(dataDir, own)
      const running = await first.running()
      expect(running.dataDir).toMatch(/^\/var\/lib\/linli-[0-9a-f]{8}$/)
      expect(first.progress[0]).toMatch(`数据库文件放在 ${running.dataDir}`)
      await first.tell('insert 1')
      await first.kill()

      const second = workshop.use(dataDir, own)
      expect(await second.running()).toMatchObject({ adopted: true, dataDir: running.dataDir })
      await second.tell('insert 2')
      await second.tell('stop')

      const third = workshop.use(dataDir, own)
      expect(await third.running()).toMatchObject({ adopted: false, dataDir: running.dataDir })
      expect(await acknowledgedRows(await third.running())).toEqual([1, 2])
      await third.tell('stop')
    },
  )

  itAsRoot('two first starts in such a checkout share one place', async () => {
    const closed = path.join(workshop.folder, 'closed')
    fs.mkdirSync(closed, { mode: 0o700 })
    const users = [workshop.use(path.join(closed, 'data')), workshop.use(path.join(closed, 'data'))]
    const [one, two] = await Promise.all(users.map((user) => user.running()))
    expect(one!.pid).toBe(two!.pid)
    expect(one!.dataDir).toBe(two!.dataDir)
    for (const user of users) await user.tell('stop')
  })

  itAsRoot(
    'moved, such a folder takes its data along; a copy gets data of its own; a lost place is told',
    async () => {
      const closed = path.join(workshop.folder, 'travels')
      fs.mkdirSync(closed, { mode: 0o700 })
      const [here, there, copy] = ['here', 'there', 'copy'].map((name) => path.join(closed, name)) as [
        string,
        string,
        string,
      ]
      const first = await workshop.start({ dataDir: here })
      await ask(first, 'create table kept as select 7 as n')
      await first.stop()
      fs.renameSync(here, there)
      const moved = await workshop.start({ dataDir: there })
      expect(await ask(moved, 'select n from kept')).toEqual([{ n: 7 }])
      await moved.stop()
      fs.cpSync(there, copy, { recursive: true })
      const copied = await workshop.start({ dataDir: copy })
      expect(copied.dataDir).not.toBe(moved.dataDir)
      await copied.stop()

      fs.rmSync(copied.dataDir, { recursive: true })
      await expect(workshop.start({ dataDir: copy })).rejects.toThrow(`数据应当在 ${copied.dataDir}`)
    },
  )
})
