import type { UserConfigExport } from '@tarojs/cli'

/** Develop: the H5 site on port 10086, its `/api` answered by the server started beside it. */
export default {
  h5: {
    devServer: {
      port: 10086,
      open: false,
      proxy: [{ context: ['/api'], target: 'http://127.0.0.1:3000', changeOrigin: true }],
    },
  },
} satisfies UserConfigExport<'webpack5'>
