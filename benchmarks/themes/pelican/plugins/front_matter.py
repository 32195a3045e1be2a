"""Lets Pelican, which has `Key: value` headers of its own, read YAML front matter."""

import yaml
from markdown import Markdown
from pelican import signals
from pelican.readers import MarkdownReader
from pelican.utils import pelican_open


class FrontMatterReader(MarkdownReader):
    """Reads Markdown below YAML."""

    def read(self, source_path):
        with pelican_open(source_path) as text:
            head, _, body = text.removeprefix("---\n").partition("\n---\n")
        fields = yaml.load(head, yaml.CSafeLoader)
        markdown = Markdown()
        fields["authors"], fields["tags"] = fields.pop("people"), fields.pop("places")
        fields["summary"] = markdown.convert(fields["summary"])
        metadata = {
            name: self.process_metadata(name, value)
            if name in {"authors", "tags", "date", "slug"}
            else value
            for name, value in fields.items()
        }
        return markdown.reset().convert(body), metadata


def add_reader(readers):
    readers.reader_classes["md"] = FrontMatterReader


def register():
    signals.readers_init.connect(add_reader)
