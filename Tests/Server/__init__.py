"""Black-box tests of the running programs against the outside contract: no knowledge of the source, only of the promises."""
