import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { compressFiles } from './tools/compression/plugin.ts';
import { subsetFonts } from './tools/fonts/plugin.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Loading these does nothing but define things. Pages use parts of them that parse no program and
 * need not fetch the parser; the worker that runs programs does.
 */
const onlyDefine = [
  here('shared/'),
  ...['editor', 'i18n', 'net', 'runner', 'worker'].map((room) => here(`client/${room}/`)),
];
const treeshake = {
  moduleSideEffects: (id: string): boolean =>
    !onlyDefine.some((folder) => id.startsWith(folder)) && !id.includes('/node_modules/acorn/'),
};

/**
 * Two builds from one file: `vite build` makes the pages (dist/client, with a manifest for the
 * size test), `vite build --ssr server/index.ts` bundles the server (dist/server).
 */
export default defineConfig(({ isSsrBuild }) =>
  isSsrBuild
    ? {
        publicDir: false,
        // Some hundred files, which take 0.2 s longer to load one by one.
        ssr: { noExternal: [/^redis$/, /^@redis\//] },
        build: { target: 'node20', emptyOutDir: true, sourcemap: true },
      }
    : {
        root: here('client'),
        publicDir: here('assets/public'),
        plugins: [subsetFonts(here('./')), compressFiles()],
        oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
        worker: { format: 'es', rolldownOptions: { treeshake } },
        build: {
          outDir: here('dist/client'),
          emptyOutDir: true,
          manifest: true,
          sourcemap: true,
          target: 'es2023',
          assetsInlineLimit: 0,
          modulePreload: { polyfill: false },
          rolldownOptions: {
            treeshake,
          },
        },
      },
);
