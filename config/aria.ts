import path from 'node:path'
import type { IPluginContext, TaroPlatformBase } from '@tarojs/service'
import patch from '../src/platform/aria-attributes.json'

const RUNTIME = path.resolve(__dirname, '../src/platform/aria-runtime.ts')

/**
 * Taro's WeChat templates drop aria attributes. This adds them to the templates and, through `aria-runtime.ts`,
 * to the table by which the runtime shortens attribute names: both must hear of them, or every name shifts.
 */
export default (ctx: IPluginContext): void => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn: (platform: TaroPlatformBase) => {
      if (platform.platform !== 'weapp') return
      platform.template.mergeComponents(ctx, patch)
      platform.runtimePath = ([] as string[]).concat(platform.runtimePath, RUNTIME)
    },
  })
}
