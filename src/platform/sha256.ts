import { sha256 as hash } from 'js-sha256'

/** SHA-256 of a text in UTF-8, as hex, at once: WeChat has no crypto.subtle, and what checks a record asks thousands of times. */
export const sha256 = (text: string): string => hash(text)
