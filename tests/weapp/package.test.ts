import fs from 'node:fs/promises'
import { checkPackage, packageSizes } from './check-package'

const DIST = 'dist/weapp'
const KB = 1024

it("is accepted by WeChat's compilers, with every page and component in place", async () => {
  expect(await checkPackage(DIST)).toEqual([])
})

it('keeps to the sizes of its packages', async () => {
  const { main, subPackages } = await packageSizes(DIST)
  expect(main).toBeLessThanOrEqual(800 * KB)
  for (const bytes of Object.values(subPackages)) expect(bytes).toBeLessThanOrEqual(250 * KB)
})

it('carries the picture of cards in chats where WeChat looks for it', async () => {
  expect(await fs.readFile(`${DIST}/assets/share.png`)).toEqual(await fs.readFile('src/assets/share.png'))
})
