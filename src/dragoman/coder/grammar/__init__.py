"""The grammar of a sentence as the coder asks for it: phrases, slots, coordination, negation, quotation, what hangs on what."""
