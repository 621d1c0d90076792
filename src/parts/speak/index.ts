export { useSpeak, type Speak } from './useSpeak'
