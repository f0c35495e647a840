import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/canaries/suite.ts'],
    setupFiles: ['tests/setup.ts', 'tests/canaries/watch.ts'],
    // Vitest would leave one core idle, and half of the time is spent waiting for something.
    maxWorkers: '100%',
    testTimeout: 30_000,
    // Waiting for something is bounded by the test's own time, not by how busy the machine is.
    expect: { poll: { timeout: 20_000 } },
    hookTimeout: 60_000,
    coverage: { provider: 'v8', include: ['src/**/*.ts'], reporter: ['text-summary'] },
  },
});
