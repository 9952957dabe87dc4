import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2023',
    // The server's Content-Security-Policy allows no inline script or style, and no `data:` images.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
  // `vite` alone serves the page for work on it, with the API of a running `annals serve`.
  server: { proxy: { '/api': 'http://127.0.0.1:4747', '/openapi.json': 'http://127.0.0.1:4747' } },
});
