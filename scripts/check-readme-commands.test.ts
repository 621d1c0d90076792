import { commandProblems, commandsIn } from './check-readme-commands'

const page = (...lines: string[]) => commandsIn('README.md', lines.join('\n'))

describe('the commands of a page', () => {
  it('are those in its shell blocks', () => {
    const found = page(
      'npm run prose',
      '```sh',
      'npm ci && npm start # npm run remark',
      '```',
      '```ts',
      'npm run code',
      '```',
    )
    expect(found).toEqual([
      { text: 'npm ci', script: 'ci', at: 'README.md:3' },
      { text: 'npm start', script: 'start', at: 'README.md:3' },
    ])
  })
})

describe('a documented command', () => {
  const scripts = { start: '', test: '', check: '', dev: '', 'dev:h5': '' }
  const problems = (line: string, ...runners: string[]) =>
    commandProblems(page('```sh', line, '```'), scripts, runners)

  it('is fine when it exists and something runs it', () => {
    expect(problems('npm ci && npm test && npm run check', 'npm ci\nnpm test', 'npm run check')).toEqual([])
  })

  it('must exist', () => {
    expect(problems('npm run nothing', 'npm run nothing')).toEqual([
      'README.md:2: there is no command npm run nothing',
    ])
    expect(problems('npm check', 'npm check')).toHaveLength(1)
  })

  it('must be run, and not only one that begins like it', () => {
    expect(problems('npm run dev', 'npm run dev:h5')).toEqual([
      'README.md:2: neither .ci/run nor a launcher test runs npm run dev',
    ])
  })
})
