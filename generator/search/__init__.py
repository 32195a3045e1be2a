"""The search over the pages of a site, whose index pagefind makes.

The search page reads it through `search.js` of the theme; what pagefind offers as an interface of
its own is left out. A site without the index is whole: its search page keeps the A to Z.
"""

FOLDER = "pagefind/"
"""Where the index lies in a site."""
INDEXED = b"data-pagefind-body"
"""What a page holds that is to be found."""


def is_indexed(path: str, page: bytes) -> bool:
    """Tell whether what a page holds is to be found."""
    return path.endswith(".html") and INDEXED in page
