"""Briefings: news articles into structured, sourced briefings, published as a static site."""

__version__ = "0.1.0"
__all__ = ["__version__"]
