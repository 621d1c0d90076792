import { mergeInternalComponents } from '@tarojs/shared'
import patch from './aria-attributes.json'

// Loaded by config/aria.ts into the mini-program only, right after Taro's own table of attributes.
mergeInternalComponents(patch)
