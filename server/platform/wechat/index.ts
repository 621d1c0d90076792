export { createWechatClient, type WechatClient, type WechatSettings } from './client'
