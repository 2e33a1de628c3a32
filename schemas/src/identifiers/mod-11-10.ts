/**
 * ISO 7064 MOD 11,10 (GB/T 17710): the check digit of business registration numbers (GS 15-2006) and of payment-system
 * bank codes. It detects every single-digit error and nearly all transpositions.
 */
import { isDigitCode } from './check.ts'

/**
 * Check digit (0–9) of the first `length` characters of `text`, or −1 when one of them is no ASCII digit.
 * Allocates nothing.
 */
export function mod1110CheckDigit(text: string, length: number = text.length): number {
  let product = 10
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i)
    if (!isDigitCode(code)) return -1
    const sum = (product + code - 48) % 10
    product = ((sum === 0 ? 10 : sum) * 2) % 11
  }
  return (11 - product) % 10
}

/** True when `text` is `length` digits of which the last is the check digit of the others. */
export function isMod1110(text: string, length: number): boolean {
  if (text.length !== length) return false
  const check = mod1110CheckDigit(text, length - 1)
  return check >= 0 && text.charCodeAt(length - 1) === check + 48
}
