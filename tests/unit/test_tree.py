"""The questions that extraction asks of a parsed sentence."""

from generator.language.tree import Entity, Sentence, Token, remembered

# The mayor who resigned said that trams will run .
ROWS = [
    ("The", "DT", 1, "det"),
    ("mayor", "NN", 4, "nsubj"),
    ("who", "WP", 3, "nsubj"),
    ("resigned", "VBD", 1, "acl:relcl"),
    ("said", "VBD", -1, "root"),
    ("that", "IN", 8, "mark"),
    ("trams", "NNS", 8, "nsubj"),
    ("will", "MD", 8, "aux"),
    ("run", "VB", 4, "ccomp"),
    (".", ".", 4, "punct"),
]


def sentence() -> Sentence:
    tokens, start = [], 10
    for index, (text, tag, head, label) in enumerate(ROWS):
        tokens.append(Token(index, text, start, start + len(text), tag, head, label))
        start += len(text) + 1
    return Sentence(0, 10, start - 1, 0, tuple(tokens), (Entity(1, 2, "PERSON"),))


def texts(tokens: tuple[Token, ...]) -> str:
    return " ".join(token.text for token in tokens)


def test_root_is_the_token_without_a_head() -> None:
    tree = sentence()
    assert tree.root.text == "said"
    assert tree.head(tree.root) is None


def test_children_come_in_order_and_by_label() -> None:
    tree = sentence()
    assert texts(tree.children(tree.root)) == "mayor run ."
    assert texts(tree.children(tree.root, "ccomp", "nsubj")) == "mayor run"
    assert tree.child(tree.root, "ccomp") == tree.tokens[8]
    assert tree.child(tree.root, "obj") is None


def test_subtree_holds_everything_below() -> None:
    tree = sentence()
    assert texts(tree.subtree(tree.tokens[1])) == "The mayor who resigned"


def test_path_leads_up_to_the_root() -> None:
    tree = sentence()
    assert texts(tuple(tree.path_to_root(tree.tokens[5]))) == "that run said"


def test_clause_is_the_smallest_around_a_token() -> None:
    tree = sentence()
    assert tree.clause(tree.tokens[6]).text == "run"
    assert tree.clause(tree.tokens[2]).text == "resigned"
    assert tree.clause(tree.tokens[0]).text == "said"


def test_words_are_known_in_lower_case_and_verbs_by_their_base_forms() -> None:
    tree = sentence()
    assert tree.lower[:2] == ("the", "mayor")
    assert {"the", "trams"} <= tree.words
    assert "The" not in tree.words
    assert [(verb.text, base) for verb, base in tree.verbs] == [
        ("resigned", "resign"),
        ("said", "say"),
        ("run", "run"),
    ]


def test_what_is_remembered_is_found_once_for_each_token_of_each_sentence() -> None:
    asked = []

    @remembered
    def shouted(sentence: Sentence, token: Token) -> str:
        asked.append(sentence)
        return token.text.upper()

    one, other = sentence(), sentence()
    told = [shouted(tree, tree.tokens[at]) for at in (1, 1, 4) for tree in (one, other)]
    assert told == ["MAYOR", "MAYOR", "MAYOR", "MAYOR", "SAID", "SAID"]
    assert [tree is one for tree in asked] == [True, False, True, False]
