import type { UserConfigExport } from '@tarojs/cli'

/** What is shipped carries no source maps and keeps hashed names for ever. */
export default {
  mini: { enableSourceMap: false },
  h5: { enableSourceMap: false },
} satisfies UserConfigExport<'webpack5'>
