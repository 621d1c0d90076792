import fc from 'fast-check'
import { walk, walks } from './walks.property'
const n: Record<string, number> = {}
for (const seed of [5]) for (const d of fc.sample(walks, { numRuns: 4000, seed }).flatMap(walk)) { const k = `${seed} ${d.before.state} ${d.act} ${d.after.state}`; n[k] = (n[k] ?? 0) + 1 }
console.log(Object.entries(n).sort((a, b) => a[1] - b[1]).slice(0, 14))
