"""The templates of a site, compiled once; with `compiling.py` the only user of Jinja.

The interface has one language for a whole site, so its texts are translated when a template is
compiled. What a template imports is evaluated once for all pages that lie equally deep.
"""

from __future__ import annotations

import contextlib
import traceback
from collections.abc import Iterator, Mapping, MutableMapping, Sequence, Set
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import jinja2
import jinja2.meta
from jinja2 import nodes
from jinja2.bccache import Bucket
from jinja2.runtime import Context
from jinja2.utils import missing

from generator.errors import Place, SiteError
from generator.sealing import digest_of

from .compiling import Plain, PlainMacro, Translating
from .content import SiteContent
from .translate import translations_for
from .values import OnDemand

ENDINGS = ("html", "atom", "txt")
"""The endings of templates."""
ASKING = ("home.html", "entity.html", "entity.atom")
"""The templates of pages over many that see more of briefings than one row each."""
PARTS = frozenset("statements quotes questions dates others columns upcoming".split())
"""What these may name of that: what none of them does is neither worked out nor kept."""
BY_NAME = frozenset("attr groupby join map max min rejectattr selectattr sort sum unique".split())
"""The filters that can be given the name of a field."""


class _Asking(Context):
    """The names that a template knows; what is made on demand is made when it is asked for."""

    def resolve_or_missing(self, key: str) -> Any:
        """Return what a name stands for."""
        value = self.vars.get(key, missing)
        if value is missing:
            value = self.parent.get(key, missing)
        return value.made if value.__class__ is OnDemand else value


class Theme(jinja2.Environment):
    """The templates of some folders in one language."""

    context_class = _Asking
    Macro = PlainMacro

    def __init__(self, folders: Sequence[str], language: str) -> None:
        """Open the folders; a file in an earlier one hides its namesakes."""
        self.compiled: dict[str, bytes] = {}
        self._parsed: dict[str, nodes.Template] = {}
        super().__init__(
            loader=jinja2.FileSystemLoader(folders),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
            cache_size=-1,
            extensions=["jinja2.ext.i18n"],
            bytecode_cache=_Compiled(self.compiled),
        )
        translations = translations_for(language)
        self._translate = translations.gettext
        self.policies["ext.i18n.trimmed"] = True
        counted = lru_cache(maxsize=4096)(translations.ngettext)
        self.install_gettext_callables(translations.gettext, counted)  # type: ignore[attr-defined]
        self.globals["_"] = translations.gettext
        self.code_generator_class = Plain

    def warm(self) -> None:
        """Compile every template."""
        for name in self.list_templates(extensions=ENDINGS):
            with contextlib.suppress(jinja2.TemplateError):  # told where the template is used
                self.get_template(name)
        self._parsed.clear()

    def named_in(self, source: str) -> tuple[set[str | None], bool]:
        """Return which templates a template names, None standing for one that it works out.

        And tell whether it works out names of fields.
        """
        tree = self.parse(source)
        found = set(jinja2.meta.find_referenced_templates(tree))
        is_vague = any(map(_is_vague, tree.find_all((nodes.Getitem, nodes.Filter))))
        self._parsed[source] = tree
        return found, is_vague

    def seeing(self, names: Mapping[str, object]) -> Theme:
        """Return the same templates, all of which see some names more."""
        theme = self.overlay()
        theme.globals = {**self.globals, **names}
        return theme

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Return what a filter is to take of a value: of a view, a field of this name.

        Jinja would first find out, by an error, that a view has no such key.
        """
        if isinstance(argument, str) and not hasattr(obj, "__getitem__"):
            return self.getattr(obj, argument)
        return super().getitem(obj, argument)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return what a template sees before a page: one map, as it is read through for each."""
        return {**self.globals, **(d or {})}

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """Return a template with its own texts translated; what has been named is compiled next."""
        if known := self._parsed.pop(source, None):
            return known
        tree = super()._parse(source, name, filename)
        translated: nodes.Template = Translating(self._translate).visit(tree)
        return translated


class _Compiled(jinja2.BytecodeCache):
    """Compiled templates by a name that holds a digest of their text."""

    def __init__(self, compiled: dict[str, bytes]) -> None:
        self._compiled = compiled

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take a template that has been compiled before."""
        if stored := self._compiled.get(bucket.key):
            bucket.bytecode_from_string(stored)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template that has been compiled."""
        self._compiled[bucket.key] = bucket.bytecode_to_string()


def open_theme(folders: Sequence[Path], language: str) -> Theme:
    """Return the templates of some folders, earlier ones first, in the site's language."""
    found = (file for folder in folders for file in sorted(folder.glob("*.*")))
    files = filter(Path.is_file, found)
    texts = (part for file in files for part in (str(file).encode(), file.read_bytes()))
    return _theme(tuple(map(str, folders)), language, digest_of(*texts))


@lru_cache(maxsize=4)
def _theme(folders: tuple[str, ...], language: str, _digest: bytes) -> Theme:
    """Return templates that stay compiled until the digest of all files is another."""
    return Theme(folders, language)


class Templates(NamedTuple):
    """What is known of a site's templates without reading them again."""

    digests: Mapping[str, bytes]
    """Of each template, with all that it takes something from."""
    asked: Set[str]
    """The parts of briefings that pages over many ask for."""


UNREAD = Templates({}, PARTS)


def read_templates(site: SiteContent) -> Templates:
    """Return what all templates of a site hold and ask for."""
    theme = open_theme(site.templates, site.settings.language)
    names = theme.list_templates(extensions=ENDINGS)
    read = {name: _read_template(theme, name) for name in names}
    takes = {name: named for name, (_, named, _) in read.items()}
    closures = {name: [read[one] for one in _closure(name, takes)] for name in read}
    digests = {name: digest_of(*(one[0] for one in found)) for name, found in closures.items()}
    asking = [one for name in ASKING for one in closures.get(name, ())]
    asked = {
        part
        for part in PARTS
        if any(is_vague or part.encode() in text for text, _, is_vague in asking)
    }
    return Templates(digests, asked)


def _read_template(theme: Theme, name: str) -> tuple[bytes, set[str | None], bool]:
    """Return the text of a template, which it names, and whether it works out names of fields."""
    text = theme.loader.get_source(theme, name)[0] if theme.loader else ""
    named, is_vague = set[str | None](), True
    with contextlib.suppress(jinja2.TemplateSyntaxError):  # told where the template is used
        named, is_vague = theme.named_in(text)
    return f"{name}\n{text}".encode("utf-8", "surrogatepass"), named, is_vague


def _is_vague(looking: nodes.Expr) -> bool:
    """Tell whether an expression looks a field up by a name that is no word of the template."""
    if isinstance(looking, nodes.Getitem):
        return not isinstance(looking.arg, nodes.Const | nodes.Slice)
    if not isinstance(looking, nodes.Filter):
        return False
    given = [*looking.args, *(one.value for one in looking.kwargs)]
    is_plain = all(isinstance(one, nodes.Const) for one in given)
    return looking.name in BY_NAME and not (is_plain and not looking.dyn_args)


def _closure(name: str, takes: Mapping[str, set[str | None]]) -> list[str]:
    """Return a template and all that it takes from; all of them where it does not say which."""
    found: set[str] = set()
    left: list[str | None] = [name]
    while left:
        one = left.pop()
        if one is not None and one in takes and one not in found:
            found.add(one)
            left += [*takes] if None in takes[one] else takes[one]
    return sorted(found)


@contextlib.contextmanager
def explained(template: str) -> Iterator[None]:
    """Turn the mistakes of a template into errors with a place and a remedy."""
    try:
        yield
    except jinja2.TemplateSyntaxError as error:
        at = Place(error.filename or error.name or template, error.lineno)
        raise SiteError(_sentence(error), at, "Mend the template.") from error
    except jinja2.TemplateNotFound as error:
        raise SiteError(
            f"The template {error.name} is missing.", None, "Restore it in templates/."
        ) from error
    except jinja2.UndefinedError as error:
        fix = "docs/templates.md lists what templates see."
        raise SiteError(_sentence(error), _line_of(error), fix) from error


def _sentence(error: jinja2.TemplateError) -> str:
    return f"{(error.message or str(error)).rstrip('.')}."


def _line_of(error: Exception) -> Place | None:
    """Return the innermost line of a template in a traceback."""
    frames = traceback.extract_tb(error.__traceback__)
    for frame in reversed(frames):
        if frame.filename.endswith((".html", ".xml", ".atom", ".txt")):
            return Place(frame.filename, frame.lineno or 0)
    return None
