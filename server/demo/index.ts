export { buildDemo } from './build-demo'
