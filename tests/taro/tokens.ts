import { readFileSync } from 'node:fs'

type Tokens = Record<string, string>

/** The custom properties of tokens.scss, in the order of its blocks. */
export function tokens(): { usual: Tokens; care: Tokens; dark: Tokens } {
  const [, usual = '', care = '', dark = ''] = readFileSync('src/styles/tokens.scss', 'utf8').split(
    /^page,$|^\.care \{$|^@media \(prefers-color-scheme: dark\) \{$/m,
  )
  return { usual: propertiesIn(usual), care: propertiesIn(care), dark: propertiesIn(dark) }
}

function propertiesIn(block: string): Tokens {
  return Object.fromEntries(
    [...block.matchAll(/(--[\w-]+): ([^;]+);/g)].map(([, name, value]) => [name, value]),
  )
}
