import { Script } from 'node:vm'
import { transform } from 'esbuild'

/** The sentence of `node --check`, or nothing. The wrapper is the function that WeChat puts around a module. */
export function syntaxError(file: string, code: string): string | undefined {
  try {
    new Script(`(function(require,module,exports){${code}\n})`, { filename: file })
    return undefined
  } catch (error) {
    const { message, stack = '' } = error as Error
    const line = stack.startsWith(`${file}:`) ? stack.slice(file.length + 1).split('\n')[0] : '?'
    return `line ${line}: ${message}`
  }
}

/**
 * Syntax that a phone with ES2019 can't read: esbuild prints the file twice, as it is and lowered to ES2019;
 * where the two differ, there is something newer. Answers the first such place.
 */
export async function newerSyntax(code: string): Promise<string | undefined> {
  const print = (target: string) =>
    transform(code, { target, minifyWhitespace: true, legalComments: 'none', logLevel: 'silent' })
  const [asIs, lowered] = await Promise.all([print('esnext'), print('es2019')])
  if (asIs.code === lowered.code) return undefined
  const tokens = asIs.code
  let place = 0
  while (tokens[place] === lowered.code[place]) place += 1
  return `newer than ES2019, near: ${tokens.slice(Math.max(0, place - 30), place + 50)}`
}
