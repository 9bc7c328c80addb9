import { defineConfig } from "@playwright/test";

// Chromium ends itself when a message bus that it was connected to goes away, as one does when
// another test stops the services that it started. It needs none here.
const NO_BUS = "unix:path=/nonexistent";

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
      env: {
        ...process.env,
        DBUS_SESSION_BUS_ADDRESS: NO_BUS,
        DBUS_SYSTEM_BUS_ADDRESS: NO_BUS,
      },
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
