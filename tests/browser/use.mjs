// node use.mjs CHROMIUM SITE BRIEFING...: what a reader meets who opens a served site, as JSON.
// The site is served compressed under a sub-path; it is read by keyboard, searched, and read without
// JavaScript, the first visit to the first briefing is weighed, and all of them are printed.
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { chromium } from "playwright-core";

const [chromiumPath, site, briefing, ...others] = process.argv.slice(2);
const printed = [...new Set([briefing, ...others])];
const BASE = "/desk/briefings/";
const TYPES = { html: "text/html", css: "text/css", js: "text/javascript", svg: "image/svg+xml", json: "application/json" };

const server = createServer((request, response) => {
  const path = decodeURIComponent(new URL(request.url, "http://127.0.0.1").pathname);
  let file = path.startsWith(BASE) ? join(site, path.slice(BASE.length)) : "";
  if (file && existsSync(file) && statSync(file).isDirectory()) file = join(file, "index.html");
  if (!file || !existsSync(file)) return response.writeHead(404).end();
  const type = TYPES[file.split(".").pop()] ?? "application/octet-stream";
  const body = gzipSync(readFileSync(file));
  response.writeHead(200, { "content-type": type, "content-encoding": "gzip", "content-length": body.length });
  response.end(body);
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const root = `http://127.0.0.1:${server.address().port}${BASE}`;
const browser = await chromium.launch({ executablePath: chromiumPath, args: ["--no-sandbox"] });
const seen = {};

async function open(path, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  page.complaints = [];
  page.asked = [];
  page.on("console", (message) => message.type() === "error" && page.complaints.push(message.text()));
  page.on("pageerror", (error) => page.complaints.push(String(error)));
  page.on("request", (request) => page.asked.push(request.url()));
  if (path) await page.goto(root + path);
  return page;
}

const focused = (page) =>
  page.evaluate(() => {
    const one = document.activeElement;
    const box = one.getBoundingClientRect();
    const style = getComputedStyle(one);
    return {
      tag: one.tagName,
      text: one.textContent.trim().slice(0, 60),
      href: one.getAttribute("href"),
      id: one.id,
      visible: box.width > 0 && box.height > 0 && box.top >= 0 && box.top < innerHeight,
      ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    };
  });

// The first visit: what it costs, what is painted largest, what moves.
{
  const page = await open("");
  const transfers = [];
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  session.on("Network.loadingFinished", (event) => transfers.push(event.encodedDataLength));
  await page.addInitScript(() => {
    window.shift = 0;
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => (window.shift += entry.value))).observe({
      type: "layout-shift",
      buffered: true,
    });
    new PerformanceObserver((list) => (window.largest = list.getEntries().at(-1))).observe({
      type: "largest-contentful-paint",
      buffered: true,
    });
  });
  await page.goto(root + briefing, { waitUntil: "networkidle" });
  const painted = await page.evaluate(() => ({
    shift: window.shift,
    largest: window.largest?.element?.tagName,
    isPicture: Boolean(window.largest?.url),
    scripts: [...document.scripts].filter((script) => script.type !== "application/ld+json").length,
  }));
  seen.first = { ...painted, requests: page.asked.map((url) => url.replace(root, "")), bytes: transfers.reduce((a, b) => a + b, 0) };
  await page.context().close();
}

// By keyboard: past the navigation, into the text, a fold-out open and shut again.
{
  const page = await open(briefing);
  await page.keyboard.press("Tab");
  seen.skip = await focused(page);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  seen.afterSkip = await page.evaluate(() => document.querySelector("main").contains(document.activeElement));
  await page.goto(root + briefing);
  seen.stops = [];
  let one;
  while ((await page.keyboard.press("Tab"), (one = await focused(page)).tag !== "BODY")) seen.stops.push(one);
  seen.reachable = await page.evaluate(() => [...document.querySelectorAll("a[href], summary")].filter((one) => one.checkVisibility()).length);
  const drawer = page.locator("main .items details").first();
  await drawer.locator("summary").focus();
  await page.keyboard.press("Enter");
  seen.opened = await drawer.evaluate((one) => one.open && one.querySelector("mark").checkVisibility());
  await page.keyboard.press("Space");
  seen.shut = await drawer.evaluate((one) => !one.open);
  seen.complaints = page.complaints;
  await page.context().close();
}

// Search by keyboard, and by a choice.
{
  const page = await open("search/");
  const query = page.locator("#query");
  await query.waitFor({ state: "visible" });
  for (let stop = 0; stop < 40 && (await focused(page)).id !== "query"; stop += 1) await page.keyboard.press("Tab");
  seen.queryReached = (await focused(page)).id === "query";
  await page.keyboard.type("Mombasa");
  await page.locator("#results[aria-busy=false] a").first().waitFor();
  seen.results = await page.locator("#results a").evaluateAll((all) => all.map((one) => [one.textContent, one.href]));
  for (let shown = 20; await page.locator("#more").isVisible(); shown = await page.locator("#results li").count()) {
    await page.locator("#more").focus();
    await page.keyboard.press("Enter");
    await page.locator("#results li").nth(shown).waitFor();
  }
  seen.found = await page.locator("#found").textContent();
  seen.all = await page.locator("#results li").count();
  await query.focus();
  seen.marked = await page.locator("#results mark").count();
  seen.choices = await page
    .locator("select[data-filter]")
    .evaluateAll((all) => all.map((one) => [one.dataset.filter, one.closest("label").hidden, [...one.options].map((o) => o.value)]));
  for (let stop = 0; stop < 10 && (await focused(page)).tag !== "SELECT"; stop += 1) await page.keyboard.press("Tab");
  await page.keyboard.press("End");
  await page.waitForFunction((before) => document.querySelector("#found").textContent !== before, seen.found);
  seen.foundWithin = await page.locator("#found").textContent();
  await page.keyboard.press("Home");
  await page.locator("#results a").first().waitFor();
  for (let stop = 0; stop < 10 && !(await focused(page)).href; stop += 1) await page.keyboard.press("Tab");
  await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
  seen.arrived = [page.url().replace(root, ""), await page.locator("h1").textContent()];
  await page.goto(`${root}search/?q=xqzzkj`);
  await page.waitForFunction(() => document.querySelector("#found").textContent);
  seen.nothing = await page.locator("#found").textContent();
  seen.elsewhere = page.asked.filter((url) => !url.startsWith(root));
  seen.searchComplaints = page.complaints;
  await page.context().close();
}

// What axe says of the search page once it has answered.
{
  const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  seen.searchFindings = [];
  for (const [width, colorScheme] of [[360, "light"], [1280, "dark"]]) {
    const page = await open("search/?q=Mombasa", { bypassCSP: true, colorScheme, viewport: { width, height: 800 } });
    await page.locator("#results a").first().waitFor();
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => window.axe.run(document, { preload: false }));
    seen.searchFindings.push(...violations.map((one) => `${width} ${one.id} ${one.nodes[0].html.slice(0, 120)}`));
    await page.context().close();
  }
}

// Without JavaScript: fold-outs, links and the index from A to Z.
{
  const page = await open("search/", { javaScriptEnabled: false });
  seen.plain = {
    form: await page.locator("#find").isVisible(),
    says: await page.locator("noscript").isVisible(),
    index: await page.locator("#index a").first().isVisible(),
  };
  await page.goto(root + briefing);
  await page.locator("main .items summary").first().click();
  seen.plain.evidence = await page.locator("main .items mark").first().isVisible();
  await page.context().close();
}

// On paper: how many pages, and whether each number has its note.
{
  const page = await open(briefing);
  seen.paper = {};
  for (const path of printed) {
    await page.goto(root + path);
    const pdf = await page.pdf({ format: "A4", preferCSSPageSize: true });
    await page.emulateMedia({ media: "print" });
    seen.paper[path] = await page.evaluate(() => {
      const numbers = [...document.querySelectorAll(".fn")].flatMap((one) => one.textContent.split(", ").map(Number));
      const notes = [...document.querySelectorAll(".fns li")].map((one) => one.checkVisibility() && one.textContent.trim());
      return { numbers, notes, drawers: [...document.querySelectorAll("details blockquote")].filter((one) => one.checkVisibility()).length };
    });
    seen.paper[path].pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g).length;
    await page.emulateMedia({ media: null });
  }
  await page.context().close();
}

await browser.close();
server.close();
process.stdout.write(JSON.stringify({ root, ...seen }));
