import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const api = process.env['GREENSTACK_API'] ?? 'http://localhost:8080';

export default defineConfig({
  plugins: [react()],
  build: {
    // Below Maven's target folder; build-ui.xml copies it into the package.
    outDir: '../../../target/webui',
    emptyOutDir: true,
    target: 'es2022',
    // Browsers that know light-dark(), which follows the scheme that the page has, not the one of the system.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    // The page's policy allows no data: URLs but for images.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
  },
  server: {
    proxy: { '/api': api, '/docs': api, '/openapi': api, '/q': api },
  },
  preview: {
    proxy: { '/api': api, '/docs': api, '/openapi': api, '/q': api },
  },
  test: { include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'], environment: 'node', testTimeout: 20_000 },
});
