import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// Which host is built in is decided here and nowhere else: `tauri` for the product's window,
// `http` for browser tests against the loopback host.
export default defineConfig(({ mode }) => ({
  base: "/",
  resolve: {
    alias: {
      "counterfoil-host": here(mode === "http" ? "./src/host/http.ts" : "./src/host/tauri.ts"),
    },
  },
  css: {
    preprocessorOptions: {
      scss: { loadPaths: [here("./node_modules")], quietDeps: true, style: "compressed" },
    },
  },
  build: {
    outDir: mode === "http" ? "dist-http" : "dist",
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: false,
    sourcemap: false,
    // GOV.UK's styles hold a media query for Internet Explorer that Vite's own minifier refuses;
    // sass has made them small already.
    cssMinify: false,
  },
  test: { include: ["test/**/*.test.ts"] },
}));
