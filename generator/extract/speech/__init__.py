"""Who said what: attributions, quotes and sourcing."""
