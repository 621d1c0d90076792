export { verifyBulletin, type Verdict } from './verify-bulletin'
