import { defineConfig } from "@playwright/test";

// Debian's own Chromium: nothing is downloaded, and it talks to nobody but the host under test.
export default defineConfig({
  testDir: "browser",
  outputDir: "../../target/e2e",
  reporter: [["list"]],
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  timeout: 300_000,
  use: {
    viewport: { width: 1280, height: 900 },
    launchOptions: {
      executablePath: "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
