// node edit.mjs CHROMIUM ADDRESS FILE: what a person sees who edits a briefing beside its open page.
import { readFileSync, writeFileSync } from "node:fs";
import { chromium } from "playwright-core";

const [chromiumPath, address, file] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: chromiumPath, args: ["--no-sandbox"] });
const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
const seen = { complaints: [], loads: 0 };
page.on("pageerror", (error) => seen.complaints.push(String(error)));
page.on("load", () => (seen.loads += 1));

const title = () => page.textContent("h1");
const panel = () => page.locator("aside[role=alert]");
const save = (from, to) => writeFileSync(file, readFileSync(file, "utf8").replace(from, to));

await page.goto(address);
seen.before = await title();
save("The ferry", "The old ferry");
await page.waitForFunction(() => document.querySelector("h1").textContent.includes("old"));
seen.edited = await title();
seen.loads = 0;
await page.waitForTimeout(2000); // a second load of the same page would come by now
seen.loadsAfter = seen.loads;
save("status: published", "status: publshed");
await panel().waitFor();
seen.problem = await panel().textContent();
seen.meanwhile = await title();
save("status: publshed", "status: published");
await panel().waitFor({ state: "detached" });
seen.mended = await title();
await browser.close();
console.log(JSON.stringify(seen));
