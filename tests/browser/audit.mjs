// node audit.mjs CHROMIUM SITE PAGE...: what a real browser finds wrong with pages, as JSON.
// Every page is opened from disk without JavaScript of its own, light and dark, narrow and wide,
// with all fold-outs open, and examined by axe.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [chromiumPath, site, ...pages] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const WIDTHS = [320, 360, 1280];
const WORKERS = 3;
// What a slow machine paints while a page still arrives may move: a tenth of what counts as good. Where
// it paints in the middle of a line, by chance, more does; `pieces.mjs` sees to that without chance.
const UNSEEN = 0.01;
const TRIES = 3;

// Longer words may break: no narrow cell has room for them.
const LONGEST_WORD = 20;

const browser = await chromium.launch({ executablePath: chromiumPath, args: ["--no-sandbox"] });
const findings = [];
let views = 0;

// The words of tables that stand on two lines although their letters are few and without a hyphen.
function brokenWords(longest) {
  const broken = [];
  for (const cell of document.querySelectorAll("th, td")) {
    const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      for (const word of texts.currentNode.data.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
        const range = document.createRange();
        range.setStart(texts.currentNode, word.index);
        range.setEnd(texts.currentNode, word.index + word[0].length);
        const lines = new Set(Array.from(range.getClientRects(), (box) => Math.round(box.top)));
        if (lines.size > 1 && word[0].length <= longest) broken.push(word[0]);
      }
    }
  }
  return broken;
}

async function open(page, where) {
  await page.goto(`${pathToFileURL(site)}/${where.page}`);
  return page.evaluate(() => ({
    shifts: window.shifts,
    sideways: document.documentElement.scrollWidth - window.innerWidth,
    requests: performance.getEntriesByType("resource").length + 1,
  }));
}

async function examine(page, where) {
  await page.setViewportSize({ width: where.width, height: 800 });
  await page.emulateMedia({ colorScheme: where.colorScheme });
  let measured = await open(page, where);
  for (let tried = 1; measured.shifts > UNSEEN && tried < TRIES; tried += 1) measured = await open(page, where);
  if (measured.shifts > UNSEEN) findings.push({ ...where, rule: "layout shift", text: measured.shifts });
  if (measured.sideways > 0) findings.push({ ...where, rule: "sideways", text: measured.sideways });
  if (measured.requests > 3) findings.push({ ...where, rule: "requests", text: measured.requests });
  const broken = await page.evaluate(brokenWords, LONGEST_WORD);
  if (broken.length) findings.push({ ...where, rule: "broken words", text: broken.join(" ") });
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
  await page.evaluate(axe);
  const result = await page.evaluate((tags) => window.axe.run(document, { runOnly: tags, preload: false }), TAGS);
  for (const violation of result.violations) {
    const nodes = violation.nodes.map((node) => `${node.html.slice(0, 160)} ${node.failureSummary}`);
    findings.push({ ...where, rule: violation.id, text: nodes.slice(0, 3).join(" | ") });
  }
  views += 1;
}

const wanted = pages.flatMap((path) =>
  WIDTHS.flatMap((width) =>
    (width === 320 ? ["light"] : ["light", "dark"]).map((colorScheme) => ({ page: path, width, colorScheme })),
  ),
);

// One tab for many views: opening one takes as long as examining a page in it.
async function work() {
  const context = await browser.newContext({ bypassCSP: true });
  const page = await context.newPage();
  let where;
  page.on("console", (message) => findings.push({ ...where, rule: "console", text: message.text() }));
  await page.addInitScript(() => {
    window.shifts = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.shifts += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
  });
  while ((where = wanted.shift())) await examine(page, where);
}
await Promise.all(Array.from({ length: WORKERS }, work));
await browser.close();
process.stdout.write(JSON.stringify({ views, findings }));
