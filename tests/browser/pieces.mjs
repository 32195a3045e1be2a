// node pieces.mjs CHROMIUM SITE PAGE...: what moves while pages arrive in pieces, as JSON.
// The first piece of a page ends with its header, which is no more than a first packet holds.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { chromium } from "playwright-core";

const [chromiumPath, site, ...pages] = process.argv.slice(2);
const PIECES = 8;
const PAUSE = 60; // milliseconds, in which a browser paints
const WIDTHS = [360, 1280];
const TYPES = { css: "text/css", svg: "image/svg+xml" };

const server = createServer(async (request, response) => {
  const path = decodeURIComponent(request.url);
  const body = readFileSync(join(site, path));
  response.writeHead(200, { "content-type": TYPES[path.split(".").pop()] ?? "text/html" });
  let at = path.endsWith(".html") ? body.indexOf("<main") : body.length;
  response.write(body.subarray(0, at));
  const size = Math.ceil((body.length - at) / PIECES);
  for (; at < body.length; at += size) {
    await wait(PAUSE);
    response.write(body.subarray(at, at + size));
  }
  response.end();
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const browser = await chromium.launch({ executablePath: chromiumPath, args: ["--no-sandbox"] });
const page = await browser.newPage();
await page.addInitScript(() => {
  window.shifts = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.shifts += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
});
const shifts = [];
for (const path of pages) {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(`http://127.0.0.1:${server.address().port}/${path}`);
    await wait(PAUSE);
    shifts.push([path, width, await page.evaluate(() => window.shifts)]);
  }
}
await browser.close();
server.close();
process.stdout.write(JSON.stringify(shifts));
