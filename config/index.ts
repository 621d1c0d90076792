import path from 'node:path'
import { defineConfig, type UserConfigExport } from '@tarojs/cli'
import type Chain from 'webpack-chain'
import devConfig from './dev'
import prodConfig from './prod'
import { H5_BROWSERS, WEAPP_BROWSERS } from './targets'

const root = path.resolve(__dirname, '..')
const platform = process.env.TARO_ENV ?? 'weapp'
const EMPTY_STYLE = path.join(root, 'src', 'styles', 'empty.css')
const isProduction = process.env.NODE_ENV === 'production'
const hash = isProduction ? '.[contenthash:8]' : ''

/** NutUI is drawn for 375, everything else that Taro scales for 750. Taro also calls this without a file. */
const designWidth = (input?: unknown): number => {
  const file = typeof input === 'object' && input !== null && 'file' in input ? String(input.file) : ''
  return file.includes('@nutui') ? 375 : 750
}

/** Our own styles say px and mean px (care mode and WeChat's font scale need that); only libraries' styles are scaled. */
const isOurStyle = (file?: string): boolean => !!file && file.startsWith(path.join(root, 'src') + path.sep)
const pxtransform = { enable: true, config: { exclude: isOurStyle } }

/** Taro compiles only `src`; the domain and its one library are TypeScript and modern syntax too. */
const compile = { include: [path.join(root, 'core'), path.join(root, 'node_modules', 'zod')] }

/** The H5 site talks to its own origin; the mini-program to the server named at build time. */
const apiBase = platform === 'h5' ? '' : (process.env.TARO_APP_API_BASE ?? 'http://127.0.0.1:3000')

const prefixFor = (browsers: string[]) => ({ enable: true, config: { overrideBrowserslist: browsers } })

/**
 * Nothing in core does anything by being imported: who takes one name from the index.ts of an area gets the files that
 * it needs, and not what the rest of the area needs. Without this the H5 entry carries whole areas for a constant.
 */
const shapeCore = (chain: Chain) => {
  chain.module.rule('core').include.add(path.join(root, 'core')).end().set('sideEffects', false)
}

/**
 * Taro splits only the entry of the H5 site, so each page would carry its own copy of the components.
 * Package sizes are held by `check`, with a budget of their own.
 */
const shapeH5 = (chain: Chain) => {
  shapeCore(chain)
  chain.performance.hints(false)
  // Styles and an icon font of Taro components that are not used; the font would need an exception in the CSP.
  chain.resolve.alias.set('@tarojs/components/dist/taro-components/taro-components.css', EMPTY_STYLE)
  chain.optimization.splitChunks({
    ...(chain.optimization.get('splitChunks') as object),
    cacheGroups: {
      default: false,
      defaultVendors: false,
      shared: { name: 'shared', chunks: 'async', minChunks: 2, minSize: 0, enforce: true },
    },
  })
}

/**
 * What almost every subpackage needs lies in the main package once, instead of as a copy in each: the sentences of errors,
 * and the thread below each thing.
 */
const EVERYWHERE = ['core/errors', 'src/parts/threads'].map((folder) => path.join(root, folder) + path.sep)
const isEverywhere = ({ resource = '' }: { resource?: string }): boolean =>
  EVERYWHERE.some((folder) => resource.startsWith(folder))

export default defineConfig<'webpack5'>(async (merge) => {
  const base: UserConfigExport<'webpack5'> = {
    projectName: 'linli',
    designWidth,
    deviceRatio: { 375: 2, 640: 2.34 / 2, 750: 1, 828: 1.81 / 2 },
    sourceRoot: 'src',
    outputRoot: `dist/${platform}`,
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    // Only while developing: what is shipped is always built from nothing.
    cache: { enable: !isProduction, buildDependencies: { babel: [path.join(root, 'babel.config.js')] } },
    // Taro writes Chinese as \uXXXX, six bytes for three; WeChat reads its files as UTF-8.
    terser: { config: { output: { ascii_only: false } } },
    logger: { quiet: true, stats: false },
    plugins: [path.join(__dirname, 'aria.ts')],
    alias: { '@': path.join(root, 'src') },
    env: { TARO_APP_API_BASE: JSON.stringify(apiBase) },
    // WeChat takes the picture of a card by its path in the package, not from a bundle.
    copy: {
      patterns: platform === 'weapp' ? [{ from: 'src/assets/', to: 'dist/weapp/assets/' }] : [],
      options: {},
    },
    mini: {
      compile,
      postcss: { autoprefixer: prefixFor(WEAPP_BROWSERS), pxtransform },
      miniCssExtractPluginOption: { ignoreOrder: true },
      webpackChain: shapeCore,
      optimizeMainPackage: { enable: true, exclude: [isEverywhere] },
    },
    h5: {
      compile,
      publicPath: '/',
      staticDirectory: 'static',
      router: { mode: 'browser' },
      output: { filename: `js/[name]${hash}.js`, chunkFilename: `chunk/[name]${hash}.js` },
      miniCssExtractPluginOption: {
        ignoreOrder: true,
        filename: `css/[name]${hash}.css`,
        chunkFilename: `css/[name]${hash}.css`,
      },
      postcss: { autoprefixer: prefixFor(H5_BROWSERS), pxtransform },
      webpackChain: shapeH5,
    },
  }
  return merge({}, base, isProduction ? prodConfig : devConfig)
})
