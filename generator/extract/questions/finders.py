"""All that may be left open in a sentence, as a list of its finders."""

from __future__ import annotations

from generator.extract.questions import (
    accused,
    appeals,
    choosing,
    fates,
    held_back,
    outcomes,
    pending,
    plans,
    possible,
    suspicions,
    under_review,
    weighed,
)
from generator.extract.questions.choices import find_conditions
from generator.extract.questions.contradictions import find_contradictions
from generator.extract.questions.disputes import find_disputes
from generator.extract.questions.elliptic import find_elliptic
from generator.extract.questions.figures import find_counts, find_figures, find_ranges
from generator.extract.questions.gaps import find_gone, find_unfound, find_untraced
from generator.extract.questions.nominal import find_nominal
from generator.extract.questions.promises import find_vows
from generator.extract.questions.requests import find_requests
from generator.extract.questions.signs import Finder
from generator.extract.questions.unbacked import find_unbacked
from generator.extract.questions.unknowns import find_embedded, find_uncertain
from generator.extract.questions.untold import (
    find_heirless,
    find_missing,
    find_posed,
    find_silence,
)

FINDERS: tuple[Finder, ...] = (
    find_embedded,
    find_uncertain,
    find_elliptic,
    find_posed,
    find_nominal,
    find_missing,
    find_heirless,
    find_unfound,
    find_gone,
    find_untraced,
    find_disputes,
    find_figures,
    find_counts,
    find_ranges,
    find_conditions,
    find_requests,
    find_silence,
    find_contradictions,
    find_unbacked,
    *pending.FINDERS,
    *outcomes.FINDERS,
    *accused.FINDERS,
    *choosing.FINDERS,
    *appeals.FINDERS,
    *fates.FINDERS,
    *weighed.FINDERS,
    *possible.FINDERS,
    *under_review.FINDERS,
    *suspicions.FINDERS,
    *plans.FINDERS,
    *held_back.FINDERS,
    find_vows,
)
"""In this order: of two points that ask the same, the first of the heaviest is kept."""
