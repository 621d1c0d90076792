// Projects can't set `testTimeout`; a story through real builds on a busy machine takes its time.
jest.setTimeout(300_000)
