// Projects can't set `testTimeout`; tests on a real database share two cores with others.
jest.setTimeout(30_000)
