import { defineConfig } from 'vite';

/** The server as plain files in dist/, beside each other: a worker finds its file next to whatever starts it. */
export default defineConfig({
  root: import.meta.dirname,
  ssr: { noExternal: [/^@lapwing\//] },
  build: {
    ssr: true,
    outDir: 'dist',
    target: 'node20',
    sourcemap: true,
    rollupOptions: {
      input: {
        main: 'src/main.ts',
        cli: 'src/cli/main.ts',
        'planner.worker': 'src/solver/planner.worker.ts',
        'matcher.worker': 'src/solver/matcher.worker.ts',
        'reader.worker': 'src/reader/reader.worker.ts',
        // the page's estimate of server time alone, for whoever wants to try it on networks of their own
        clock: '../shared/src/clock/offset.ts',
      },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
    },
  },
});
