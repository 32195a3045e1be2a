export default {
  layout: "briefing.njk",
  tags: "briefing",
  permalink: (data) => `/briefings/${data.slug}/`,
};
