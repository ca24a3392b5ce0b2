import { defineConfig } from 'vite';
import { fewFiles } from './build/few-files.ts';
import { messages, messagesIn } from './build/messages.ts';
import { precompressed } from './build/precompressed.ts';
import { shells } from './build/shells.ts';
import { worker } from './build/worker.ts';

export default defineConfig({
  root: import.meta.dirname,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [messages(), shells(), worker(), precompressed()],
  server: {
    proxy: {
      '/api': { target: 'http://127.0.0.1:3000', ws: true },
      '/me': { target: 'http://127.0.0.1:3000', ws: true },
      '/display/': { target: 'http://127.0.0.1:3000', ws: true },
      '/answer/': { target: 'http://127.0.0.1:3000' },
      '/requests/': { target: 'http://127.0.0.1:3000' },
      '/e/': { target: 'http://127.0.0.1:3000' },
      '/b/': { target: 'http://127.0.0.1:3000' },
      '/careers': { target: 'http://127.0.0.1:3000' },
      '/community': { target: 'http://127.0.0.1:3000' },
      '/introductions/': { target: 'http://127.0.0.1:3000' },
      '/new-link': { target: 'http://127.0.0.1:3000' },
    },
  },
  build: {
    outDir: 'dist',
    manifest: true,
    // the content security policy allows files of our own only, no data: addresses
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: {
      output: {
        codeSplitting: fewFiles(),
        chunkFileNames: ({ facadeModuleId }) => {
          const words = messagesIn(facadeModuleId);
          return words ? `assets/words-${words.surface}-${words.language}-[hash].js` : 'assets/[name]-[hash].js';
        },
      },
      input: [
        ...['index.html', 'display.html', 'phone.html', 'join.html', 'badge.html', 'answer.html', 'gallery.html'],
        'community.html',
        // no script: the server writes it, this is what it looks like
        'guide.html',
      ],
    },
  },
});
