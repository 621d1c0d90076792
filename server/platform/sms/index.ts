export { createConsoleSender } from './console-sender'
export { createHttpSender, type SmsGateway } from './http-sender'
export { SmsFailure, type SmsSender } from './sender'
