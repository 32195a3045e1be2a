SITENAME = "Newsroom"
SITEURL = "https://example.org"
TIMEZONE = "UTC"
PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
PLUGIN_PATHS = ["plugins"]
PLUGINS = ["front_matter"]
ARTICLE_PATHS = ["briefings"]
PAGE_PATHS = []
STATIC_PATHS = []
ARTICLE_URL = "briefings/{slug}/"
ARTICLE_SAVE_AS = "briefings/{slug}/index.html"
# A page per author and per tag is what Pelican makes lists with: people are the authors, places
# the tags.
AUTHOR_URL = "people/{slug}/"
AUTHOR_SAVE_AS = "people/{slug}/index.html"
TAG_URL = "places/{slug}/"
TAG_SAVE_AS = "places/{slug}/index.html"
CATEGORY_SAVE_AS = ""
DIRECT_TEMPLATES = ["index", "sitemap"]
INDEX_SAVE_AS = "briefings/index.html"
SITEMAP_SAVE_AS = "sitemap.xml"
PAGINATED_TEMPLATES = {"index": 50}
PAGINATION_PATTERNS = (
    (1, "{base_name}/", "{base_name}/index.html"),
    (2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"),
)
FEED_ALL_ATOM = "feed.atom"
FEED_MAX_ITEMS = 50
CATEGORY_FEED_ATOM = None
TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None
WITH_FUTURE_DATES = True
