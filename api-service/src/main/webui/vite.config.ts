import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const api = 'http://localhost:8080';

export default defineConfig({
  plugins: [react()],
  build: {
    // Below Maven's target folder; build-ui.xml copies it into the package.
    outDir: '../../../target/webui',
    emptyOutDir: true,
    target: 'es2022',
    // The page's policy allows no data: URLs but for images.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
  },
  server: {
    proxy: { '/api': api, '/docs': api, '/openapi': api, '/q': api },
  },
  test: { include: ['src/**/*.test.ts'], environment: 'node' },
});
