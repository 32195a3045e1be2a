"""The texts of templates -> Python that does no more than our templates ask for.

What Jinja writes is ready for anything: each text becomes an object before it is written, and
whatever is called is asked whether it would like to know the context. That was half of the time
that a page took.
"""

from __future__ import annotations

import keyword
from collections.abc import Callable
from functools import partial
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.runtime import Macro
from jinja2.utils import missing
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape

_as_markup: Callable[[str], str] = partial(str.__new__, Markup)
"""`Markup` of a text that is known to be one, without its own questions."""
TRANSLATORS = {"_", "gettext"}
"""What translates a text in templates."""


class Translating(NodeTransformer):
    """Puts translations in the place of texts that are to be translated."""

    def __init__(self, translate: Callable[[str], str]) -> None:
        """Translate texts by a function."""
        self._translate = translate

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802 - Jinja's name
        """Translate the text that is the only argument of a translator."""
        self.generic_visit(node)
        if isinstance(node.node, nodes.Name) and node.node.name in TRANSLATORS and node.args:
            text = node.args[0]
            if isinstance(text, nodes.Const):
                return nodes.Const(self._translate(text.value), lineno=node.lineno)
        return node


class Plain(CodeGenerator):
    """Writes calls and values as they stand; the environment has `Macro`."""

    def visit_Template(  # noqa: N802 - Jinja's name
        self, node: nodes.Template, frame: Frame | None = None
    ) -> None:
        """Write a template, which has at hand what it writes values with."""
        self.writeline(f"from {__name__} import shown")
        super().visit_Template(node, frame)

    def visit_Call(  # noqa: N802 - Jinja's name
        self, node: nodes.Call, frame: Frame, forward_caller: bool = False
    ) -> None:
        """Write a call: nothing that our templates call asks for the context."""
        if node.dyn_args or node.dyn_kwargs or any(map(_is_odd, node.kwargs)):
            super().visit_Call(node, frame, forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")

    def visit_Getattr(  # noqa: N802 - Jinja's name
        self, node: nodes.Getattr, frame: Frame
    ) -> None:
        """Write a look at a field; what has no such field is left to Jinja."""
        of, found = self.temporary_identifier(), self.temporary_identifier()
        self.write(f"({found} if ({found} := getattr(({of} := ")
        self.visit(node.node, frame)
        self.write(f"), {node.attr!r}, missing)) is not missing else ")
        self.write(f"environment.getattr({of}, {node.attr!r}))")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """Write the making of a macro."""
        self.write("environment.")
        super().macro_def(macro_ref, frame)

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        """Write what stands before a value that is written."""
        if frame.eval_ctx.volatile or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("shown(" if frame.eval_ctx.autoescape else "str(")


def _is_odd(argument: nodes.Keyword) -> bool:
    return keyword.iskeyword(argument.key)


class PlainMacro(Macro):
    """A macro that is called without further ado where it gets its values in their order."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Tell beforehand what may be called so."""
        super().__init__(*args, **kwargs)
        is_odd = self.caller or self.catch_kwargs or self.catch_varargs
        self._most = -1 if is_odd else self._argument_count
        self._lacking = (missing,) * self._argument_count

    def __call__(self, *args: Any, **kwargs: Any) -> str:
        """Return what the macro writes."""
        given = len(args)
        if kwargs or given > self._most:
            return super().__call__(*args, **kwargs)
        return _as_markup(self._func(*args, *self._lacking[given:]))


def shown(value: object) -> str:
    """Return a value as HTML."""
    kind = type(value)
    if kind is str:
        text: str = value  # type: ignore[assignment]
        if "&" in text or "<" in text or ">" in text or '"' in text or "'" in text:
            return escape(text)
        return text
    if kind is Markup:
        return value  # type: ignore[return-value]
    return str(value) if kind is int else escape(value)
