import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    env: { TZ: 'UTC', NO_COLOR: '1' },
    projects: [
      { extends: true, test: { name: 'unit', include: ['src/**/*.test.ts', 'eval/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'pages',
          globalSetup: ['test/cli/build.ts'],
          include: ['test/*.test.ts', 'test/{property,contract,cli}/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: { name: 'browser', include: ['test/browser/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
      },
    ],
  },
});
