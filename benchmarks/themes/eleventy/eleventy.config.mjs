import markdownIt from "markdown-it";

const markdown = markdownIt({ html: true });

// Groups briefings by something that each has a list of; newest briefings first.
function grouped(briefings, things) {
  const groups = new Map();
  for (const briefing of briefings) {
    for (const thing of things(briefing.data)) {
      const group = groups.get(thing.id) ?? { id: thing.id, name: thing.name, briefings: [] };
      group.briefings.push(briefing);
      groups.set(thing.id, group);
    }
  }
  return [...groups.values()];
}

export default function (eleventy) {
  const newest = (api) => api.getFilteredByTag("briefing").reverse();
  eleventy.setLibrary("md", markdown);
  eleventy.addFilter("markdown", (text) => markdown.render(text));
  eleventy.addFilter("day", (date) => date.toISOString().slice(0, 10));
  eleventy.addFilter("withStatus", (items, status) => items.filter((one) => one.status === status));
  eleventy.addCollection("newest", newest);
  eleventy.addCollection("people", (api) =>
    grouped(newest(api), (data) => data.who.filter((one) => one.kind === "person")));
  eleventy.addCollection("places", (api) => grouped(newest(api), (data) => data.where));
  return {
    dir: { input: "content", includes: "../layouts", output: "output" },
    markdownTemplateEngine: false,
  };
}
