import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ICON_NAMES } from './names'

it('has a shape for every name, and a name for every shape', () => {
  const shapes = readFileSync(join(__dirname, 'shapes.scss'), 'utf8').matchAll(/^ {2}'?([a-z]+)'?:\s*["']/gm)
  expect(Array.from(shapes, ([, name]) => name)).toEqual([...ICON_NAMES])
})
