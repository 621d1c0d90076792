export { useSpeak } from './useSpeak'
