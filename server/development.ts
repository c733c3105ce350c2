import { readFile } from 'node:fs/promises';
import type { PageSource } from './app.ts';

/** Pages straight from their sources with hot reload: Vite inside the same HTTP server. */
export function developmentPages(clientFolder: string): PageSource {
  return {
    kind: 'development',
    open: async (http) => {
      const { createServer } = await import('vite');
      const vite = await createServer({
        appType: 'custom',
        server: { middlewareMode: true, hmr: { server: http } },
      });
      return {
        files: vite.middlewares,
        page: async (path) =>
          vite.transformIndexHtml(path, await readFile(`${clientFolder}/index.html`, 'utf8')),
        close: () => vite.close(),
      };
    },
  };
}
